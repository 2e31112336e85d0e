import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { getTimes } from "@/lib/moving-in/get-times";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../../settings-frame";
import { TimesView } from "./times-view";

export const metadata: Metadata = { title: "Times from the old system" };

export default async function TimesPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "times.answer");
  const { position, ...times } = await readTenant(tenantId, actor, getTimes);
  return (
    <SettingsFrame position={position} fallback={{}}>
      <TimesView {...times} />
    </SettingsFrame>
  );
}

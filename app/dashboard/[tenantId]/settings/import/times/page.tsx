import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getTimes } from "@/lib/moving-in/get-times";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../../settings-frame";
import { TimesView } from "./times-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Times from the old system") };
}

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

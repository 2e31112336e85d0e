import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getClosing } from "@/lib/closing/get-closing";
import { undoDays } from "@/lib/closing/rules";
import { now } from "@/lib/platform/clock";
import { formatDay, formatDayTime } from "@/lib/platform/format";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { ArchiveSection } from "./archive-section";
import { CloseSection } from "./close-section";
import { KeepSection } from "./keep-section";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Your data") };
}

export default async function DataPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const say = await sayHere();
  const { actor } = await requireMember(tenantId, "archive.take");
  const { head, closing } = await readTenant(tenantId, actor, async (scope) => ({
    head: await headOf(scope),
    closing: await getClosing(scope),
  }));
  const { name, timeZone, closesAt, ...still } = closing;
  const end = new Date(now().getTime() + undoDays * 86_400_000);
  return (
    <SettingsFrame position={writePosition(head)} fallback={{}}>
      <ArchiveSection />
      {closesAt ? (
        <KeepSection until={formatDayTime(closesAt, timeZone, say.language)} />
      ) : (
        <CloseSection name={name} closesOn={formatDay(end.toISOString(), timeZone, say.language)} {...still} />
      )}
    </SettingsFrame>
  );
}

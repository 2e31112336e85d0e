import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { ArchiveSection } from "./archive-section";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Your data") };
}

export default async function DataPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "archive.take");
  const head = await readTenant(tenantId, actor, headOf);
  return (
    <SettingsFrame position={writePosition(head)} fallback={{}}>
      <ArchiveSection />
    </SettingsFrame>
  );
}

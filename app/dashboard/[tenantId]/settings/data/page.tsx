import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { ArchiveSection } from "./archive-section";

export const metadata: Metadata = { title: "Your data" };

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

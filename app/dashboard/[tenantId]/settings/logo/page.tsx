import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { getLogo } from "@/lib/gallery/logo";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { logoKey } from "../settings-keys";
import { LogoSection } from "./logo-section";

export const metadata: Metadata = { title: "Logo" };

export default async function LogoPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "settings.see");
  const logo = await readTenant(tenantId, actor, getLogo);
  return (
    <SettingsFrame position={logo.position} fallback={{ [logoKey(tenantId)]: logo }}>
      <LogoSection />
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getIntegrations } from "@/lib/notifications/integrations";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { integrationsKey } from "../settings-keys";
import { IntegrationsView } from "./integrations-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Integrations") };
}

export default async function IntegrationsPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "settings.manage");
  const state = await readTenant(tenantId, actor, getIntegrations);
  return (
    <SettingsFrame position={state.position} fallback={{ [integrationsKey(tenantId)]: state }}>
      <IntegrationsView />
    </SettingsFrame>
  );
}

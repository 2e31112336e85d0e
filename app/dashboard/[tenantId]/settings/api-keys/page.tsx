import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listApiKeys } from "@/lib/auth/list-api-keys";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { apiKeysKey } from "../settings-keys";
import { KeysView } from "./keys-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("API keys") };
}

export default async function ApiKeysPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "api_keys.manage");
  const keys = await readTenant(tenantId, actor, listApiKeys);
  return (
    <SettingsFrame position={keys.position} fallback={{ [apiKeysKey(tenantId)]: keys }}>
      <KeysView />
    </SettingsFrame>
  );
}

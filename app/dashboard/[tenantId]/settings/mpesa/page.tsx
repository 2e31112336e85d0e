import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getMpesaSettings } from "@/lib/payments/get-mpesa-settings";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { mpesaKey } from "../settings-keys";
import { MpesaView } from "./mpesa-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("M-Pesa") };
}

export default async function MpesaPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "payments.manage");
  const settings = await readTenant(tenantId, actor, getMpesaSettings);
  return (
    <SettingsFrame position={settings.position} fallback={{ [mpesaKey(tenantId)]: settings }}>
      <MpesaView />
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getPolicy } from "@/lib/bookings/get-policy";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { policyKey } from "../settings-keys";
import { DepositsForm } from "./deposits-form";
import { RulesForm } from "./rules-form";
import { TermsForm } from "./terms-form";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Booking rules") };
}

export default async function RulesPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "settings.see");
  const house = await readTenant(tenantId, actor, getPolicy);
  return (
    <SettingsFrame position={house.position} fallback={{ [policyKey(tenantId)]: house }}>
      <RulesForm />
      <TermsForm />
      <DepositsForm />
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { may } from "@/lib/auth/permissions";
import { env } from "@/lib/platform/env";
import { getSetup } from "@/lib/setup/get-setup";
import { getBusiness } from "@/lib/tenancy/get-business";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { timeZones } from "@/lib/tenancy/zones";
import { setupKey } from "../../today-keys";
import { SettingsFrame } from "../settings-frame";
import { businessKey } from "../settings-keys";
import { BusinessForm } from "./business-form";
import { SetupAgain } from "./setup-again";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Business") };
}

export default async function BusinessPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "settings.see");
  const [business, setup] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([getBusiness(scope), may(membership.role, "settings.manage") ? getSetup(scope) : null]),
  );
  const fallback = { [businessKey(tenantId)]: business, ...(setup ? { [setupKey(tenantId)]: setup } : {}) };
  return (
    <SettingsFrame position={business.position} fallback={fallback}>
      <BusinessForm timeZones={[...new Set([business.timeZone, ...timeZones])]} origin={env().APP_URL} />
      <SetupAgain />
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { getSubscription } from "@/lib/subscriptions/get-subscription";
import { SettingsFrame } from "../settings-frame";
import { planKey } from "../settings-keys";
import { PlanView } from "./plan-view";

export const metadata: Metadata = { title: "Plan" };

export default async function PlanPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "subscription.see");
  const answer = await getSubscription(tenantId, actor);
  return (
    <SettingsFrame position={answer.position} fallback={{ [planKey(tenantId)]: answer }}>
      <PlanView />
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getTestimonial } from "@/lib/reviews/write-testimonial";
import { getSubscription } from "@/lib/subscriptions/get-subscription";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { planKey } from "../settings-keys";
import { PlanView } from "./plan-view";
import { TestimonialForm } from "./testimonial-form";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Plan") };
}

export default async function PlanPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "subscription.see");
  const answer = await getSubscription(tenantId, actor);
  const speaks = actor.role === "owner";
  const said = speaks ? await readTenant(tenantId, actor, getTestimonial) : null;
  return (
    <SettingsFrame position={answer.position} fallback={{ [planKey(tenantId)]: answer }}>
      <PlanView />
      {speaks ? <TestimonialForm key={said?.status} said={said} /> : null}
    </SettingsFrame>
  );
}

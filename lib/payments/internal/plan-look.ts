import { planDue } from "@/lib/events/plan-due";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { lookAfterSeconds } from "../rules";

/** When it is asked after for the so-manieth time; null when it has been often enough. */
export function nextLook(askedAt: Date, looks: number): Date | null {
  const after = lookAfterSeconds[looks];
  if (after === undefined) return null;
  return new Date(Math.max(askedAt.getTime() + after * 1_000, now().getTime() + 5_000));
}

export const planLook = (scope: Scope, paymentId: string, at: Date): Promise<void> =>
  planDue(scope, { kind: "look_at_payment", at, payload: { paymentId } });

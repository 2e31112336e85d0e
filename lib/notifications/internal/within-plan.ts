import { recordEvent } from "@/lib/events/record-event";
import { roomLeft } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";

/**
 * Which of these SMS, written down already, the business's plan holds: those to customers. The first that are within it
 * go. Codes to sign in are the platform's own, and are not counted.
 */
export async function withinPlan(scope: Scope, wanted: readonly { planned: boolean }[]): Promise<boolean[]> {
  const counted = wanted.filter(({ planned }) => planned).length;
  const left = counted > 0 ? await roomLeft(scope, "messages") : null;
  if (!left) return wanted.map(() => true);
  // They are among what was counted.
  let room = left.room + counted;
  if (room < counted)
    recordEvent(scope, { name: "messages.stopped", tenantId: scope.tenantId, limit: left.limit, plan: left.plan });
  return wanted.map(({ planned }) => {
    if (!planned) return true;
    room -= 1;
    return room >= 0;
  });
}

import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { waive } from "./internal/fees";
import { lockBooking } from "./internal/lock-booking";

/** The customer need not pay what they owe for cancelling late or not coming. */
export async function waiveFee(
  scope: Scope,
  { id, reason }: { id: string; reason: string },
): Promise<Result<{ id: string }, { refusal: "unknown_booking" } | { refusal: "nothing_owed" }>> {
  const booking = await lockBooking(scope, id);
  const { actor } = scope;
  if (!booking || actor.kind !== "member") return refuse("unknown_booking");
  const amountMinor = await waive(scope, id, reason, actor.userId);
  if (amountMinor === null) return refuse("nothing_owed");
  await recordAudit(scope, {
    action: "fee.waived",
    entity: "booking",
    entityId: id,
    before: { amountMinor, currency: booking.currency },
    after: { reason },
  });
  recordEvent(scope, { name: "fee.waived", bookingId: id, staffIds: booking.staffIds });
  return ok({ id });
}

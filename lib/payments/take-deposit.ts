import { sql } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { recordAudit } from "@/lib/auth/audit";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type CodeRefusal, type Entered, enterCode } from "./enter-code";
import { owedFor } from "./internal/owed";
import { lockPayment } from "./internal/payment";
import { settle } from "./internal/settle";
import type { CounterMethod } from "./take-payment";

export type TakeDepositRefusal =
  | { refusal: "unknown_booking" }
  | { refusal: "nothing_due" }
  | { refusal: "hold_over" }
  /** Whoever holds that phone may be paying it just now. */
  | { refusal: "asked_already" };

/** The deposit of a booking is paid over the counter, whole; the booking goes on as if it had been paid on a phone. */
export async function takeDeposit(
  scope: Scope,
  { bookingId, method }: { bookingId: string; method: CounterMethod },
): Promise<Result<{ paymentId: string }, TakeDepositRefusal>> {
  if (!(await isHere(scope, bookingId))) return refuse("unknown_booking");
  const owed = await owedFor(scope, { bookingId });
  if ("refusal" in owed) return refuse(owed.refusal);
  const { tenantId, tx, actor } = scope;
  const [open] = await tx.execute(sql`
    select 1 from payments where tenant_id = ${tenantId} and booking_id = ${bookingId} and method = 'prompt'
      and status in ('created', 'submitting', 'pending', 'unknown')`);
  if (open) return refuse("asked_already");
  const id = newId();
  await tx.insert(payments).values({
    ...{ tenantId, id, bookingId, method, purpose: "deposit", status: "created" },
    ...{ customerId: owed.customerId, amountMinor: owed.amountMinor, currency: owed.currency },
    byUserId: actor.kind === "member" ? actor.userId : null,
    createdAt: now(),
  });
  await settle(scope, (await lockPayment(scope, id))!, { receipt: null, at: null, proof: "word" });
  await recordAudit(scope, {
    action: "deposit.taken",
    entity: "booking",
    entityId: bookingId,
    after: { method, amountMinor: owed.amountMinor, currency: owed.currency },
  });
  return ok({ paymentId: id });
}

/** The same by the code of an M-Pesa message, as the customer reads it out. */
export const takeDepositCode = async (
  scope: Scope,
  wish: { bookingId: string; code: string },
): Promise<Result<Entered, CodeRefusal | { refusal: "unknown_booking" }>> =>
  (await isHere(scope, wish.bookingId)) ? enterCode(scope, wish) : refuse("unknown_booking");

async function isHere({ tx, tenantId }: Scope, bookingId: string): Promise<boolean> {
  const [row] = await tx.execute(sql`select 1 from bookings where tenant_id = ${tenantId} and id = ${bookingId}`);
  return row !== undefined;
}

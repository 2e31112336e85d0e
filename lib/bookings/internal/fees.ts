import { type SQL, sql } from "drizzle-orm";
import type { BookingStatus, BookingStep } from "@/db/schema/bookings";
import type { Scope } from "@/lib/tenancy/scope";
import { feeOf } from "../terms";
import { askedToMove } from "./asked";
import type { LockedBooking } from "./lock-booking";

type Kind = "late_cancel" | "no_show";

/** What a step costs the customer by the terms they accepted; and what they no longer owe when it is taken back. */
export async function settleFee(
  scope: Scope,
  booking: LockedBooking,
  { move, to, at }: { move: BookingStep; to: BookingStatus; at: Date },
): Promise<void> {
  const { status, terms, totalMinor } = booking;
  if (status === to) return;
  const kind = move === "miss" ? "no_show" : isLateCancel(booking, move, at) ? "late_cancel" : null;
  // Nobody pays for a time that the house itself said it cannot keep.
  if (kind && (await askedToMove(scope, booking.id))) return;
  if (kind) await owe(scope, booking, kind, feeOf(kind === "no_show" ? terms?.noShow : terms?.late, totalMinor), at);
  else if (move === "undo" && to === "no_show") await again(scope, booking.id);
  else if (status === "no_show" || status === "cancelled")
    await scope.tx.execute(sql`
      update booking_fees set status = case when status = 'waived' then status else 'taken_back' end, from_deposit_minor = 0
      where tenant_id = ${scope.tenantId} and booking_id = ${booking.id} and status <> 'taken_back'`);
}

/** Who came after all did not come after all: what was no longer owed is owed once more. */
const again = (scope: Scope, bookingId: string) =>
  scope.tx.execute(sql`
    update booking_fees set status = 'owed'
    where tenant_id = ${scope.tenantId} and booking_id = ${bookingId} and status = 'taken_back'`);

/** The house never makes a customer pay for what it cancels itself, nor for what it never promised. */
const isLateCancel = ({ promised, mover, freeUntil }: LockedBooking, move: BookingStep, at: Date): boolean =>
  move === "cancel" && mover === "customer" && promised && costsByNow(freeUntil, at);

/** Whether the house has said yes to `b` once: moving it may have made a request of it again. A yes taken back was none. */
export const wasPromised = (): SQL => sql`(b.status = 'confirmed' or exists (select 1 from booking_changes h
  where h.tenant_id = b.tenant_id and h.booking_id = b.id and h.from_status = 'confirmed' and h.move <> 'undo'))`;

/** Whether cancelling costs something by now. */
export const costsByNow = (freeUntil: string | null, at: Date): boolean =>
  freeUntil !== null && at.getTime() > Date.parse(freeUntil);

async function owe(scope: Scope, booking: LockedBooking, kind: Kind, amountMinor: number, at: Date): Promise<void> {
  if (amountMinor === 0) return;
  await scope.tx.execute(sql`
    insert into booking_fees (tenant_id, booking_id, kind, amount_minor, currency, created_at)
    values (${scope.tenantId}, ${booking.id}, ${kind}, ${amountMinor}, ${booking.currency}, ${at.toISOString()})
    on conflict (tenant_id, booking_id) do update set kind = excluded.kind, amount_minor = excluded.amount_minor,
      status = 'owed', from_deposit_minor = 0, reason = '', by_user_id = null, created_at = excluded.created_at`);
}

export type BookingFee = {
  kind: Kind;
  amountMinor: number;
  currency: string;
  /** So much of it is kept out of the deposit. */
  fromDepositMinor: number;
  status: "owed" | "kept" | "waived";
  reason: string;
};

/** What is owed for a booking or was waived; null for nothing. */
export async function feeFor(scope: Scope, bookingId: string): Promise<BookingFee | null> {
  const [row] = await scope.tx.execute<BookingFee & { amount: string; kept: string }>(sql`
    select kind, amount_minor as amount, from_deposit_minor as kept, currency, status, reason from booking_fees
    where tenant_id = ${scope.tenantId} and booking_id = ${bookingId} and status <> 'taken_back'`);
  if (!row) return null;
  const { kind, amount, kept, currency, status, reason } = row;
  return { kind, amountMinor: Number(amount), fromDepositMinor: Number(kept), currency, status, reason };
}

/** Answers whether there was something to waive. */
export async function waive(scope: Scope, bookingId: string, reason: string, userId: string): Promise<number | null> {
  const [row] = await scope.tx.execute<{ amount: string }>(sql`
    update booking_fees set status = 'waived', reason = ${reason}, by_user_id = ${userId}
    where tenant_id = ${scope.tenantId} and booking_id = ${bookingId} and status = 'owed' returning amount_minor - from_deposit_minor as amount`);
  return row ? Number(row.amount) : null;
}

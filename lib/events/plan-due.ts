import { due } from "@/db/schema/events";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

/** What may be due at a time, and what it needs to know; who does it stands in lib/reactions.ts. */
export type DuePayloads = {
  /** What the house did to a booking, once it can no longer be taken back. */
  tell_customer: { changeId: string };
  /** The same step for several bookings of one customer, in one message. */
  tell_together: { changeIds: string[] };
  /** A fee that the terms keep out of a deposit, once what it is for can no longer be undone. */
  keep_fee: { bookingId: string };
  /** Time that was kept until then. */
  free_hold: { holdId: string };
  /** Time that came free, or all free time of some days; see lib/waitlist/offer-freed. */
  offer_freed: {
    freed?: { staffIds: string[]; startsAt: string; endsAt: string };
    days?: { from: string; to: string };
    quiet?: boolean;
  };
  /** A visit that comes near, of which it was known that it begins then. */
  remind: { bookingId: string; startsAt: string; minutesBefore: number };
  /** The next rows of a file from elsewhere. */
  import_rows: { importId: string };
  /** How was it? Some hours after a visit was paid. */
  ask_for_review: { visitId: string };
  /** What the house wrote that a customer has not read. */
  tell_unread: { conversationId: string; seq: number };
  /** A reversal whose result has not come. */
  miss_result: { refundId: string };
  /** What is left of somebody's points that run out then. */
  expire_points: { customerId: string };
  expire_voucher: { voucherId: string };
  look_at_birthdays: { day: string };
  /** The next of whom a campaign goes to; `turn`: what was planned before it was stopped or went on does nothing. */
  send_campaign: { campaignId: string; turn: number };
  look_at_missed: { day: string };
  /** A business's subscription; `lookAt`: the moment that it was planned for. */
  look_at_subscription: { lookAt: string };
};
/** What calls somebody outside, or is more than one transaction, and so is done in none: see lib/reactions. */
export type OutsidePayloads = {
  send_prompt: { paymentId: string };
  look_at_payment: { paymentId: string };
  pull_receipts: { nightly?: boolean };
  /** Our books and Safaricom's list of the last two days. */
  compare_days: { nightly?: boolean };
  send_reversal: { refundId: string };
  ask_for_subscription: { invoiceId: string };
  /** Of a business that is to be closed: too many for one transaction. `userId`: the owner who asked for it. */
  cancel_coming: { userId: string };
};
export type DueKind = keyof DuePayloads;
export type OutsideKind = keyof OutsidePayloads;
type AnyDue = DuePayloads & OutsidePayloads;

type Due<K extends keyof AnyDue> = { kind: K; at: Date; payload: AnyDue[K] };

/** Written in the transaction of its cause: it becomes due exactly when the cause is kept. */
export const planDue = <K extends keyof AnyDue>(scope: Scope, one: Due<K>): Promise<void> => planDues(scope, [one]);

/** The same for several at once. */
export async function planDues<K extends keyof AnyDue>({ tx, tenantId }: Scope, all: readonly Due<K>[]): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map(({ kind, at, payload }) => ({
    tenantId,
    id: newId(),
    kind,
    dueAt: at,
    payload,
    createdAt: now(),
  }));
  await tx.insert(due).values(rows);
}

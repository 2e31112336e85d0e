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
};
export type DueKind = keyof DuePayloads;

type Due<K extends DueKind> = { kind: K; at: Date; payload: DuePayloads[K] };

/** Written in the transaction of its cause: it becomes due exactly when the cause is kept. */
export const planDue = <K extends DueKind>(scope: Scope, one: Due<K>): Promise<void> => planDues(scope, [one]);

/** The same for several at once. */
export async function planDues<K extends DueKind>({ tx, tenantId }: Scope, all: readonly Due<K>[]): Promise<void> {
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

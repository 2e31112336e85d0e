import { sql } from "drizzle-orm";
import { ledgerEntries, ledgerTransactions } from "@/db/schema/ledger";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { lastCount } from "./cash-at-hand";
import { assertBalanced, type Entry } from "./ledger";
import { shareLedger } from "./ledger-lock";

export type LedgerTransaction = {
  kind: string;
  /** What it is written for, such as `payment <id>`: the same is written once, however often it is said. */
  source: string;
  entries: readonly Entry[];
  currency: string;
  timeZone: string;
  at?: Date;
  paymentId?: string | undefined;
  saleId?: string | undefined;
  bookingId?: string | undefined;
  refundId?: string | undefined;
};

/**
 * Writes it into the ledger. False when it stood there before. Where its day is closed, it counts for the next one that
 * is open.
 */
export async function recordEntries(scope: Scope, wanted: LedgerTransaction): Promise<boolean> {
  const { entries, currency, timeZone, at = now(), ...about } = wanted;
  assertBalanced(entries);
  // One after the other: what whoever closes a day has written is seen once the lock is had.
  await shareLedger(scope);
  let day = localDate(at, timeZone);
  const closed = await closedFrom(scope, day);
  while (closed.has(day)) day = addDays(day, 1);
  const [written] = await scope.tx
    .insert(ledgerTransactions)
    .values({
      ...about,
      tenantId: scope.tenantId,
      id: newId(),
      at,
      day,
      byUserId: "userId" in scope.actor ? scope.actor.userId : null,
      createdAt: await momentOf(scope, entries),
    })
    .onConflictDoNothing({ target: [ledgerTransactions.tenantId, ledgerTransactions.source] })
    .returning({ id: ledgerTransactions.id });
  if (!written) return false;
  await scope.tx.insert(ledgerEntries).values(
    entries.map((entry, position) => ({
      ...entry,
      tenantId: scope.tenantId,
      transactionId: written.id,
      position,
      currency,
    })),
  );
  return true;
}

/** Cash that comes after a count is written after it, also where this machine's clock is behind the other's. */
async function momentOf(scope: Scope, entries: readonly Entry[]): Promise<Date> {
  const last = entries.some(({ account }) => account === "cash") ? await lastCount(scope) : null;
  return new Date(Math.max(now().getTime(), last ? last.closedAt.getTime() + 1 : 0));
}

async function closedFrom({ tx, tenantId }: Scope, day: string): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ day: string }>(sql`
    select day::text as day from day_closes where tenant_id = ${tenantId} and day >= ${day}`);
  return new Set(rows.map((row) => row.day));
}

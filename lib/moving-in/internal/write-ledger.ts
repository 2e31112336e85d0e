import { sql } from "drizzle-orm";
import { ledgerEntries, ledgerTransactions } from "@/db/schema/ledger";
import type { Entry } from "@/lib/payments/ledger";
import { addDays } from "@/lib/platform/calendar";
import { type Move, madeId, put } from "./tally";

export type Written = {
  kind: string;
  source: string;
  at: Date;
  day: string;
  saleId: string | null;
  paymentId: string | null;
  entries: Entry[];
};

export async function writeLedger(
  { scope, currency }: Move,
  written: readonly Written[],
  createdAt: Date,
): Promise<void> {
  const { tenantId } = scope;
  const idOf = ({ source }: Written) => madeId(`ledger ${tenantId} ${source}`);
  await put(
    scope,
    ledgerTransactions,
    written.map(({ entries, ...one }) => ({ ...one, tenantId, id: idOf({ entries, ...one }), createdAt })),
  );
  await put(
    scope,
    ledgerEntries,
    written.flatMap((one) =>
      one.entries.map((entry, position) => ({ ...entry, tenantId, transactionId: idOf(one), position, currency })),
    ),
  );
}

export async function closedDays({ scope }: Move): Promise<ReadonlySet<string>> {
  const rows = await scope.tx.execute<{ day: string }>(sql`
    select day::text as day from day_closes where tenant_id = ${scope.tenantId}`);
  return new Set(rows.map(({ day }) => day));
}

/** What the house has closed takes nothing more: it counts for the next day. */
export function openDay(day: string, closed: ReadonlySet<string>): string {
  let open = day;
  while (closed.has(open)) open = addDays(open, 1);
  return open;
}

import { sql } from "drizzle-orm";
import { ledgerEntries, ledgerTransactions } from "@/db/schema/ledger";
import type { Entry } from "@/lib/payments/ledger";
import { addDays } from "@/lib/platform/calendar";
import { insertTogether, rowsOf } from "@/lib/platform/insert-together";
import { inParts } from "./in-parts";
import { type Move, madeId } from "./tally";

export type Written = {
  kind: string;
  source: string;
  at: Date;
  day: string;
  saleId: string | null;
  paymentId: string | null;
  entries: Entry[];
};

/** Some at a time, each lot checked to balance: thousands at once would be a question that is given up. */
export async function writeLedger(
  { scope, currency }: Move,
  written: readonly Written[],
  createdAt: Date,
): Promise<void> {
  const { tenantId, tx } = scope;
  const idOf = ({ source }: Pick<Written, "source">) => madeId(`ledger ${tenantId} ${source}`);
  for (const some of inParts(written)) {
    await insertTogether(scope, [
      rowsOf(
        ledgerTransactions,
        some.map(({ entries: _, ...one }) => ({ ...one, tenantId, id: idOf(one), createdAt })),
      ),
      rowsOf(
        ledgerEntries,
        some.flatMap((one) =>
          one.entries.map((entry, position) => ({ ...entry, tenantId, transactionId: idOf(one), position, currency })),
        ),
      ),
    ]);
    await tx.execute(sql`set constraints ledger_transactions_balanced, ledger_entries_balanced immediate`);
    await tx.execute(sql`set constraints ledger_transactions_balanced, ledger_entries_balanced deferred`);
  }
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

import { sql } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { saleLines, sales } from "@/db/schema/till";
import { noClaim, saleBecame, saleWasPaid } from "@/lib/payments/ledger";
import { shareLedger } from "@/lib/payments/ledger-lock";
import { localDate } from "@/lib/platform/calendar";
import type { PlannedVisit } from "./plan-visits";
import { type Move, madeId, put } from "./tally";
import { closedDays, openDay, writeLedger } from "./write-ledger";

export const lineId = ({ id }: PlannedVisit, position: number) => madeId(`visit line ${id} ${position}`);
const saleId = ({ id }: PlannedVisit) => madeId(`sale ${id}`);
const paymentId = ({ id }: PlannedVisit) => madeId(`payment ${id}`);

/** Each a sale of its own, paid by a way that nobody wrote down. */
export async function sellVisits(move: Move, paid: readonly PlannedVisit[]): Promise<void> {
  const { scope, currency, timeZone, at } = move;
  const { tenantId, tx } = scope;
  if (paid.length === 0) return;
  await shareLedger(scope);
  const [till] = await tx.execute<{ last: number }>(sql`
    insert into tills (tenant_id, last_number) values (${tenantId}, ${paid.length})
    on conflict (tenant_id) do update set last_number = tills.last_number + excluded.last_number
    returning last_number as last`);
  const first = till!.last - paid.length + 1;
  await put(
    scope,
    sales,
    paid.map((one, nth) => ({
      ...{
        tenantId,
        id: saleId(one),
        number: first + nth,
        status: "closed" as const,
        customerId: one.customerId,
        currency,
      },
      ...{ bookingId: one.bookingId, visitId: one.id, subtotalMinor: one.totalMinor, totalMinor: one.totalMinor },
      ...{ closedAt: one.at, createdAt: one.at },
    })),
  );
  await put(
    scope,
    saleLines,
    paid.flatMap((one) =>
      one.lines.map(({ priceMinor, ...line }, position) => ({
        ...{ tenantId, id: madeId(`sale line ${one.id} ${position}`), saleId: saleId(one), position, productId: null },
        ...{ ...line, quantity: 1, unitMinor: priceMinor, ofLineId: lineId(one, position) },
      })),
    ),
  );
  await put(
    scope,
    payments,
    paid.map((one) => ({
      ...{ tenantId, id: paymentId(one), purpose: "sale" as const, saleId: saleId(one), customerId: one.customerId },
      ...{
        method: "other" as const,
        amountMinor: one.paidMinor,
        currency,
        status: "paid" as const,
        looks: 0,
        saidPaid: 0,
      },
      ...{ proof: "word" as const, settledAt: one.at, createdAt: one.at },
    })),
  );
  const closed = await closedDays(move);
  const written = paid.flatMap((one) => {
    const of = { at: one.at, day: openDay(localDate(one.at, timeZone), closed), saleId: saleId(one) };
    const claim = { ...noClaim, servicesMinor: one.totalMinor };
    return [
      { ...of, kind: "sale", source: `sale ${of.saleId} 0`, paymentId: null, entries: saleBecame(noClaim, claim) },
      {
        ...{ ...of, kind: "payment", source: `payment ${paymentId(one)}`, paymentId: paymentId(one) },
        entries: saleWasPaid("other", one.paidMinor),
      },
    ];
  });
  await writeLedger(move, written, at);
}

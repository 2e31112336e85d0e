import { sql } from "drizzle-orm";
import { earnings } from "@/db/schema/payroll";
import { recordEvent } from "@/lib/events/record-event";
import { staffHasEarned } from "@/lib/payments/ledger";
import { type LockedSale, lockSale } from "@/lib/payments/lock-sale";
import { recordEntries } from "@/lib/payments/record-entries";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { standingOf } from "@/lib/till/standing-of";
import { differences, type Earned, earnedBy, type SoldLine } from "./earned";
import { openDay } from "./internal/payroll-lock";
import { readRates } from "./internal/read-rates";
import type { Rate } from "./rules";

/**
 * A sale has been paid, is open again, was voided, or something of it was given back: what people have earned by it is
 * compared with what has been written for it, and the difference is written. Safe to run again, and in any order.
 */
export async function followEarnings(scope: Scope, { saleId }: { saleId: string }): Promise<void> {
  const sale = await lockSale(scope, saleId);
  if (!sale) return;
  const written = await writtenFor(scope, saleId);
  const earned = await earnedNow(scope, sale, written);
  const changed = differences(earned, written);
  if (changed.length === 0) return;
  const { tenantId, tx } = scope;
  const [row] = await tx.execute<{ nth: number }>(sql`
    select count(*)::int as nth from earnings where tenant_id = ${tenantId} and sale_id = ${saleId}`);
  const nth = row!.nth;
  const at = await movedAt(scope, saleId);
  const sumOf = (kind: Earned["kind"]) =>
    changed.reduce((sum, one) => (one.kind === kind ? sum + one.amountMinor : sum), 0);
  const entries = staffHasEarned(sumOf("commission"), sumOf("tip"));
  // Not under the sale's own name: what the sale is charged for stands there. The ledger's lock comes before the payroll's,
  // as where an advance is given.
  if (entries.length > 0)
    await recordEntries(scope, {
      kind: "earnings",
      source: `earnings of sale ${saleId} ${nth}`,
      entries,
      currency: sale.currency,
      timeZone: sale.timeZone,
      at,
    });
  const day = await openDay(scope, localDate(at, sale.timeZone));
  await tx.insert(earnings).values(
    changed.map(({ staffId, lineId, kind, name, baseMinor, amountMinor, rate }, more) => ({
      ...{ tenantId, id: newId(), staffId, saleId, saleLineId: lineId, kind, name, baseMinor, amountMinor, at, day },
      rateKind: rate?.kind ?? null,
      rate: rate?.rate ?? null,
      currency: sale.currency,
      source: `sale ${saleId} ${nth + more}`,
    })),
  );
  // One for each: nobody learns who else has earned by it.
  for (const staffId of new Set(changed.map((one) => one.staffId)))
    recordEvent(scope, { name: "earnings.changed", saleId, staffId });
}

/** When the sale's money last moved, or it was closed with none: what is heard after midnight is earned the day before. */
async function movedAt({ tx, tenantId }: Scope, saleId: string): Promise<Date> {
  const [row] = await tx.execute<{ at: string | null }>(sql`
    select coalesce((select max(t.at) from ledger_transactions t where t.tenant_id = s.tenant_id and t.sale_id = s.id),
      s.closed_at) as at
    from sales s where s.tenant_id = ${tenantId} and s.id = ${saleId}`);
  return row?.at ? new Date(row.at) : now();
}

/** While it is not paid, nobody has earned anything by it. */
async function earnedNow(scope: Scope, sale: LockedSale, written: readonly Earned[]): Promise<Earned[]> {
  if (sale.status !== "closed") return [];
  const [{ claim }, sold, rates] = await Promise.all([
    standingOf(scope, sale.id),
    soldBy(scope, sale),
    readRates(scope),
  ]);
  return earnedBy({ ...sold, claim, rates, written });
}

async function soldBy({ tx, tenantId }: Scope, { id, timeZone }: LockedSale) {
  const rows = await tx.execute<
    SoldLine & { leftMinor: string; tipMinor: string; closedAt: string; whole: string }
  >(sql`
    select l.id, l.staff_id as "staffId", l.name, case when l.service_id is null then 'product' else 'service' end as kind,
      coalesce(l.service_id, l.product_id) as "thingId", l.quantity,
      l.quantity * l.unit_minor - l.discount_minor as "leftMinor", l.tip_minor as "tipMinor",
      s.closed_at as "closedAt", s.subtotal_minor - s.discount_minor - s.vat_minor as whole
    from sale_lines l join sales s on s.tenant_id = l.tenant_id and s.id = l.sale_id
    where l.tenant_id = ${tenantId} and l.sale_id = ${id} order by l.position`);
  return {
    lines: rows.map((row): SoldLine => ({ ...row, leftMinor: Number(row.leftMinor), tipMinor: Number(row.tipMinor) })),
    day: localDate(new Date(rows[0]?.closedAt ?? now()), timeZone),
    wholeMinor: Number(rows[0]?.whole ?? 0),
  };
}

async function writtenFor({ tx, tenantId }: Scope, saleId: string): Promise<Earned[]> {
  const rows = await tx.execute<{
    staffId: string;
    lineId: string;
    kind: Earned["kind"];
    name: string;
    base: string;
    amount: string;
    rateKind: Rate["kind"] | null;
    rate: number | null;
  }>(sql`
    select staff_id as "staffId", sale_line_id as "lineId", kind, min(name) as name, sum(base_minor) as base,
      sum(amount_minor) as amount, min(rate_kind) as "rateKind", min(rate) as rate
    from earnings where tenant_id = ${tenantId} and sale_id = ${saleId}
    group by staff_id, sale_line_id, kind order by min(at), min(source)`);
  return rows.map(({ base, amount, rateKind, rate, ...row }) => ({
    ...row,
    baseMinor: Number(base),
    amountMinor: Number(amount),
    rate: rateKind && rate !== null ? { kind: rateKind, rate } : null,
  }));
}

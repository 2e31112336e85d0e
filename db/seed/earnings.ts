import type { TransactionSql } from "postgres";
import { type Entry, staffHasEarned, staffWasPaid } from "@/lib/payments/ledger";
import { type Earned, earnedBy } from "@/lib/payroll/earned";
import { type PayLine, type PersonPay, statementOf } from "@/lib/payroll/reckon";
import { type Rate, sumsOf } from "@/lib/payroll/rules";
import { addDays } from "@/lib/platform/calendar";
import { sha256 } from "@/lib/platform/ids";
import { staffIdOf, tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { productIdOf } from "./products";
import { insertRows } from "./rows";
import { demoId, firstDemoId, lastDemoId } from "./stable";
import type { Sold } from "./till-sales";

const perBottle = 5_000;
const currency = "KES";
const before = "2000-01-01";

/** What is earned in the demo: as the profiles say, and so much for each bottle that somebody sells. */
const ratesOf = (business: DemoBusiness): Rate[] => [
  ...business.staff.flatMap(({ key, commissionBp }): Rate[] =>
    commissionBp
      ? [
          {
            ...{ staffId: staffIdOf(business, key), about: "services", thingId: null },
            ...{ kind: "percent", rate: commissionBp, fromDay: before },
          },
        ]
      : [],
  ),
  { staffId: null, about: "products", thingId: null, kind: "percent", rate: 1_000, fromDay: before },
  ...(business.products ?? []).slice(0, 1).map(
    ({ key }): Rate => ({
      ...{ staffId: null, about: "product", thingId: productIdOf(business, key) },
      ...{ kind: "amount", rate: perBottle, fromDay: before },
    }),
  ),
];

/** What people earned by a sale that is paid. */
export const earnedIn = (business: DemoBusiness, { lines, bill, open, day, id }: Sold): Earned[] =>
  open
    ? []
    : earnedBy({
        lines: lines.map(({ staffId, name, kind, serviceId, productId, quantity, unitMinor }, at) => ({
          ...{ id: demoId(`sale line/${id}/${at}`), staffId, name, kind, quantity },
          thingId: (serviceId ?? productId)!,
          leftMinor: quantity * unitMinor - bill.lines[at]!.discountMinor,
          tipMinor: bill.lines[at]!.tipMinor,
        })),
        claim: bill.claim,
        wholeMinor: bill.subtotalMinor - bill.discountMinor - bill.vatMinor,
        day,
        rates: ratesOf(business),
        written: [],
      }).filter(({ amountMinor }) => amountMinor !== 0);

/** The same as the ledger has it. */
export function earnedEntries(business: DemoBusiness, sale: Sold): Entry[] {
  const sum = (kind: Earned["kind"]) =>
    earnedIn(business, sale).reduce((minor, one) => (one.kind === kind ? minor + one.amountMinor : minor), 0);
  return staffHasEarned(sum("commission"), sum("tip"));
}

export const earningRows = (business: DemoBusiness, sale: Sold) =>
  earnedIn(business, sale).map(({ staffId, lineId, kind, name, baseMinor, amountMinor, rate }, nth) => ({
    tenant_id: tenantIdOf(business),
    id: demoId(`earning/${sale.id}/${nth}`),
    staff_id: staffId,
    sale_id: sale.id,
    sale_line_id: lineId,
    kind,
    name,
    base_minor: baseMinor,
    rate_kind: rate?.kind ?? null,
    rate: rate?.rate ?? null,
    amount_minor: amountMinor,
    currency,
    at: sale.at,
    day: sale.day,
    source: `sale ${sale.id} ${nth}`,
  }));

/** The rates that no profile says, from long before today. */
export const seedRates = (sql: TransactionSql, business: DemoBusiness, today: string, now: Date): Promise<unknown> =>
  insertRows(
    sql,
    "commission_rates",
    ratesOf(business)
      .filter(({ about }) => about !== "services")
      .map(({ staffId, about, thingId, kind, rate }) => ({
        tenant_id: tenantIdOf(business),
        id: demoId(`rate/${business.slug}/${about}`),
        staff_id: staffId,
        about,
        product_id: thingId,
        kind,
        rate,
        from_day: addDays(today, -60),
        created_at: now,
      })),
  );

type Line = PayLine & { staffId: string; staffName: string };

/** Once: what lies two weeks back is settled, and all but one have got their pay; somebody has had an advance today. */
export async function settlePay(
  sql: TransactionSql,
  business: DemoBusiness,
  { today, now, ownerId }: { today: string; now: Date; ownerId: string },
): Promise<void> {
  const tenantId = tenantIdOf(business);
  const [there] = await sql`select 1 from payroll_periods where tenant_id = ${tenantId}`;
  const to = addDays(today, -15);
  const lines = await linesUntil(sql, tenantId, to);
  if (there || lines.length === 0) return;
  const days = { from: lines[0]!.day, to };
  const periodId = demoId(`payroll/${business.slug}`);
  const people = new Map<string, PersonPay>();
  for (const { staffId, staffName, ...line } of lines) {
    const all = [...(people.get(staffId)?.lines ?? []), line];
    people.set(staffId, { staffId, name: staffName, ...sumsOf(all, 0), lines: all });
  }
  await insertRows(sql, "payroll_periods", [
    { tenant_id: tenantId, id: periodId, from_day: days.from, to_day: to, closed_by: ownerId, closed_at: now },
  ]);
  const slips = [...people.values()].sort((a, b) => b.payMinor - a.payMinor);
  const paidAt = (nth: number) => (nth < slips.length - 1 ? now : null);
  await insertRows(
    sql,
    "payslips",
    slips.map((person, nth) => {
      const statement = statementOf(person, days, currency);
      return {
        tenant_id: tenantId,
        period_id: periodId,
        staff_id: person.staffId,
        commission_minor: person.commissionMinor,
        tips_minor: person.tipsMinor,
        advances_minor: 0,
        brought_minor: 0,
        carried_minor: person.carriedMinor,
        pay_minor: person.payMinor,
        currency,
        statement,
        hash: sha256(statement),
        paid_from: paidAt(nth) ? "elsewhere" : null,
        reference: paidAt(nth) ? `Bank ${2_210 + nth}` : "",
        paid_by: paidAt(nth) ? ownerId : null,
        paid_at: paidAt(nth),
      };
    }),
  );
  const advance = { id: demoId(`advance/${business.slug}`), staffId: slips[0]!.staffId, minor: 200_000 };
  await insertRows(sql, "advances", [
    {
      ...{ tenant_id: tenantId, id: advance.id, staff_id: advance.staffId, amount_minor: advance.minor, currency },
      ...{ paid_from: "elsewhere", note: "School fees", day: today, by_user_id: ownerId, created_at: now },
    },
  ]);
  const written = [
    ...slips.slice(0, -1).map(({ staffId, payMinor }) => ({
      ...{ kind: "payout", source: `payslip ${periodId} ${staffId}`, minor: payMinor },
    })),
    { kind: "advance", source: `advance ${advance.id}`, minor: advance.minor },
  ].filter(({ minor }) => minor > 0);
  const idOf = (source: string) => demoId(`ledger/${source}`);
  await insertRows(
    sql,
    "ledger_transactions",
    written.map(({ kind, source }) => ({
      ...{ tenant_id: tenantId, id: idOf(source), kind, source, at: now, day: today, by_user_id: ownerId },
      created_at: now,
    })),
    "fresh",
  );
  await insertRows(
    sql,
    "ledger_entries",
    written.flatMap(({ source, minor }) =>
      staffWasPaid("elsewhere", minor).map(({ account, debitMinor, creditMinor }, position) => ({
        ...{ tenant_id: tenantId, transaction_id: idOf(source), position, account, currency },
        ...{ debit_minor: debitMinor, credit_minor: creditMinor },
      })),
    ),
    "fresh",
  );
}

async function linesUntil(sql: TransactionSql, tenantId: string, to: string): Promise<Line[]> {
  const rows = await sql<(Omit<Line, "at"> & { at: Date })[]>`
    select e.id, e.kind, e.day::text as day, e.at, e.name, e.sale_id as "saleId", s.number as "saleNumber",
      e.base_minor::int as "baseMinor", e.rate_kind as "rateKind", e.rate, e.amount_minor::int as "amountMinor",
      false as undone, e.staff_id as "staffId", p.name as "staffName"
    from earnings e join sales s on s.tenant_id = e.tenant_id and s.id = e.sale_id
    join staff p on p.tenant_id = e.tenant_id and p.id = e.staff_id
    where e.tenant_id = ${tenantId} and e.day <= ${to} and e.id between ${firstDemoId} and ${lastDemoId}
    order by e.day, e.at, e.id`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

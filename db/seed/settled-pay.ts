import type { TransactionSql } from "postgres";
import { staffWasPaid } from "@/lib/payments/ledger";
import { type PayLine, type PersonPay, statementOf } from "@/lib/payroll/reckon";
import { sumsOf } from "@/lib/payroll/rules";
import { addDays, addMonths } from "@/lib/platform/calendar";
import { sha256 } from "@/lib/platform/ids";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId, firstDemoId, lastDemoId } from "./stable";
import { clock } from "./wall-clock";

const currency = "KES";
const [settledAgo, shortest] = [15, 7];

type When = { today: string; now: Date; past: string | undefined; ownerId: string };
type Line = PayLine & { staffId: string; staffName: string };
/** Of the newest one somebody still waits for their pay. */
type Period = { id: string; from: string; to: string; closedAt: Date; paidAt: Date; paidOn: string; isNewest: boolean };
type Slip = { period: Period; person: PersonPay; isPaid: boolean; reference: string };

/**
 * Once: what lies two weeks back is settled, month by month where there are months, and all but one have got their pay;
 * somebody has had an advance today.
 */
export async function settlePay(sql: TransactionSql, business: DemoBusiness, when: When): Promise<void> {
  const { today, now, ownerId } = when;
  const tenantId = tenantIdOf(business);
  const [there] = await sql`select 1 from payroll_periods where tenant_id = ${tenantId}`;
  const lines = await linesUntil(sql, tenantId, addDays(today, -settledAgo));
  if (there || lines.length === 0) return;
  const periods = periodsOf(business, lines[0]!.day, when);
  await insertRows(
    sql,
    "payroll_periods",
    periods.map(({ id, from, to, closedAt }) => ({
      ...{ tenant_id: tenantId, id, from_day: from, to_day: to, closed_by: ownerId, closed_at: closedAt },
    })),
  );
  const slips = periods.flatMap((period) => slipsOf(period, lines)).map(referred);
  await insertRows(
    sql,
    "payslips",
    slips.map((slip) => slipRow(tenantId, slip, ownerId)),
  );
  const best = slips.find(({ period }) => period.isNewest)!.person;
  const advance = { id: demoId(`advance/${business.slug}`), staffId: best.staffId, minor: 200_000 };
  await insertRows(sql, "advances", [
    {
      ...{ tenant_id: tenantId, id: advance.id, staff_id: advance.staffId, amount_minor: advance.minor, currency },
      ...{ paid_from: "elsewhere", note: "School fees", day: today, by_user_id: ownerId, created_at: now },
    },
  ]);
  const written = [
    ...slips
      .filter(({ isPaid }) => isPaid)
      .map(({ period, person }) => ({
        ...{ kind: "payout", source: `payslip ${period.id} ${person.staffId}`, minor: person.payMinor },
        ...{ at: period.paidAt, day: period.paidOn },
      })),
    { kind: "advance", source: `advance ${advance.id}`, minor: advance.minor, at: now, day: today },
  ].filter(({ minor }) => minor > 0);
  const idOf = (source: string) => demoId(`ledger/${source}`);
  await insertRows(
    sql,
    "ledger_transactions",
    written.map(({ kind, source, at, day }) => ({
      ...{ tenant_id: tenantId, id: idOf(source), kind, source, at, day, by_user_id: ownerId, created_at: at },
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

/** The months of the past, each paid on the second of the next; what is left up to two weeks back is settled today. */
function periodsOf({ slug, timeZone }: DemoBusiness, first: string, { today, now, past }: When): Period[] {
  const to = addDays(today, -settledAgo);
  const periods: Period[] = [];
  let from = first;
  for (;;) {
    const end = addDays(addMonths(`${from.slice(0, 7)}-01`, 1), -1);
    if (!past || end > addDays(to, -shortest)) break;
    const [closedAt, paidOn] = [clock(addDays(end, 1), 1_140, timeZone), addDays(end, 2)];
    const paid = { paidOn, paidAt: clock(paidOn, 600, timeZone) };
    periods.push({ id: demoId(`payroll/${slug}/${from}`), from, to: end, closedAt, ...paid, isNewest: false });
    from = addDays(end, 1);
  }
  const paid = { closedAt: now, paidAt: now, paidOn: today };
  return [...periods, { id: demoId(`payroll/${slug}`), from, to, ...paid, isNewest: true }];
}

/** Whoever earned most first. */
function slipsOf(period: Period, lines: Line[]): Omit<Slip, "reference">[] {
  const people = new Map<string, PersonPay>();
  for (const { staffId, staffName, ...line } of lines) {
    if (line.day < period.from || line.day > period.to) continue;
    const all = [...(people.get(staffId)?.lines ?? []), line];
    people.set(staffId, { staffId, name: staffName, ...sumsOf(all, 0), lines: all });
  }
  const inOrder = [...people.values()].sort((a, b) => b.payMinor - a.payMinor);
  return inOrder.map((person, nth) => ({ period, person, isPaid: !period.isNewest || nth < inOrder.length - 1 }));
}

const referred = (slip: Omit<Slip, "reference">, nth: number): Slip => ({
  ...slip,
  reference: slip.isPaid ? `Bank ${2_210 + nth}` : "",
});

function slipRow(tenantId: string, { period, person, isPaid, reference }: Slip, ownerId: string) {
  const statement = statementOf(person, { from: period.from, to: period.to }, currency);
  return {
    tenant_id: tenantId,
    period_id: period.id,
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
    paid_from: isPaid ? "elsewhere" : null,
    reference,
    paid_by: isPaid ? ownerId : null,
    paid_at: isPaid ? period.paidAt : null,
  };
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

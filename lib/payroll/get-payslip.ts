import { sql } from "drizzle-orm";
import type { PaidFrom } from "@/db/schema/payroll";
import type { Scope } from "@/lib/tenancy/scope";
import { openPeriod } from "./internal/open-period";
import { type PersonPay, reckon } from "./reckon";
import type { Sums } from "./rules";

export type Paid = { from: PaidFrom; reference: string; by: string | null; at: string };

/** What somebody gets for some days: as it was settled, or as it stands so far. */
export type Payslip = PersonPay & {
  from: string;
  to: string;
  currency: string;
  periodId: string | null;
  /** Of the settled statement, byte for byte. */
  hash: string | null;
  paid: Paid | null;
};

export type PeriodSlips = {
  id: string;
  from: string;
  to: string;
  currency: string;
  closedAt: string;
  closedBy: string | null;
  people: (Sums & { staffId: string; name: string; paid: Paid | null })[];
};

type Row = { staffId: string; statement: string; hash: string } & {
  paidFrom: PaidFrom | null;
  reference: string;
  paidBy: string | null;
  paidAt: string | null;
};

const paidOf = ({ paidFrom, reference, paidBy, paidAt }: Row): Paid | null =>
  paidFrom && paidAt ? { from: paidFrom, reference, by: paidBy, at: new Date(paidAt).toISOString() } : null;

const slipsOf = ({ tx, tenantId }: Scope, periodId: string, staffId: string | null = null) =>
  tx.execute<Row>(sql`
    select s.staff_id as "staffId", s.statement, s.hash, s.paid_from as "paidFrom", s.reference, u.name as "paidBy",
      s.paid_at as "paidAt"
    from payslips s left join users u on u.id = s.paid_by
    where s.tenant_id = ${tenantId} and s.period_id = ${periodId} ${staffId ? sql`and s.staff_id = ${staffId}` : sql``}`);

/** A settled period with what each one got, or null when there is none. */
export async function getPeriod(scope: Scope, id: string): Promise<PeriodSlips | null> {
  const [period] = await scope.tx.execute<Omit<PeriodSlips, "people">>(sql`
    select p.id, p.from_day::text as "from", p.to_day::text as "to", p.closed_at as "closedAt", u.name as "closedBy",
      t.currency
    from payroll_periods p join tenants t on t.id = p.tenant_id left join users u on u.id = p.closed_by
    where p.tenant_id = ${scope.tenantId} and p.id = ${id}`);
  if (!period) return null;
  const people = (await slipsOf(scope, id)).map((row) => {
    const { lines: _, from: __, to: ___, currency: ____, ...person } = JSON.parse(row.statement) as Payslip;
    return { ...person, paid: paidOf(row) };
  });
  return {
    ...period,
    closedAt: new Date(period.closedAt).toISOString(),
    people: people.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** One person's, of a settled period or of the days that are open; null for who has none. */
export async function getPayslip(
  scope: Scope,
  { staffId, periodId }: { staffId: string; periodId: string | null },
): Promise<Payslip | null> {
  if (periodId) {
    const [row] = await slipsOf(scope, periodId, staffId);
    return row ? { ...(JSON.parse(row.statement) as Payslip), periodId, hash: row.hash, paid: paidOf(row) } : null;
  }
  const { from, to, currency } = await openPeriod(scope);
  const [person] = await reckon(scope, { from, to }, staffId);
  return person ? { ...person, from, to, currency, periodId, hash: null, paid: null } : null;
}

import { sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { openPeriod } from "./internal/open-period";
import { digestOf, type PersonPay, reckon } from "./reckon";
import type { Sums } from "./rules";

export type ClosedPeriod = {
  id: string;
  from: string;
  to: string;
  people: number;
  unpaid: number;
  payMinor: number;
  closedAt: string;
};

export type Payroll = {
  from: string;
  to: string;
  today: string;
  currency: string;
  people: (Sums & { staffId: string; name: string })[];
  /** Of all that stands behind the sums. */
  seen: string;
  closed: ClosedPeriod[];
  position: string;
};

const withoutLines = ({ lines: _, ...person }: PersonPay) => person;

/** What everybody is due so far, and the periods that are settled. */
export async function getPayroll(scope: Scope, to?: string): Promise<Payroll> {
  const head = await headOf(scope);
  const { timeZone: _, ...period } = await openPeriod(scope, to);
  const [people, closed] = [await reckon(scope, period), await closedPeriods(scope)];
  const days = { from: period.from, to: period.to };
  return {
    ...period,
    people: people.map(withoutLines),
    seen: digestOf(people, days, period.currency),
    closed,
    position: writePosition(head),
  };
}

/** The newest first; three years of months are enough to look back on. */
async function closedPeriods({ tx, tenantId }: Scope): Promise<ClosedPeriod[]> {
  const rows = await tx.execute<ClosedPeriod & { payMinor: string }>(sql`
    select p.id, p.from_day::text as "from", p.to_day::text as "to", p.closed_at as "closedAt",
      count(s.staff_id)::int as people, coalesce(sum(s.pay_minor), 0) as "payMinor",
      count(s.staff_id) filter (where s.pay_minor > 0 and s.paid_at is null)::int as unpaid
    from payroll_periods p left join payslips s on s.tenant_id = p.tenant_id and s.period_id = p.id
    where p.tenant_id = ${tenantId} group by p.tenant_id, p.id order by p.to_day desc limit 36`);
  return rows.map((row) => ({
    ...row,
    payMinor: Number(row.payMinor),
    closedAt: new Date(row.closedAt).toISOString(),
  }));
}

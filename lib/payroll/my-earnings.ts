import { sql } from "drizzle-orm";
import { addDays, startOfDay } from "@/lib/platform/calendar";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { openPeriod } from "./internal/open-period";
import { type PayLine, reckon } from "./reckon";
import type { Sums } from "./rules";

/** What was earned by a piece of work; whose sale it was is no part of it. */
export type MyLine = Pick<PayLine, "id" | "kind" | "at" | "name" | "amountMinor">;

export type MyEarnings = {
  date: string;
  currency: string;
  /** Of that day. */
  commissionMinor: number;
  tipsMinor: number;
  lines: MyLine[];
  /** Of all days since the last payslip. */
  since: string;
  soFar: Sums;
  /** The last ones, the newest first; each is there as a file. */
  payslips: { periodId: string; from: string; to: string; payMinor: number; paid: boolean }[];
  position: string;
};

/** What one person has earned on a day, and since their last payslip: their own lines and nobody else's. */
export async function myEarnings(scope: Scope, staffId: string, date?: string): Promise<MyEarnings> {
  const head = await headOf(scope);
  const { from, to, today, currency, timeZone } = await openPeriod(scope);
  const day = date ?? today;
  const [person] = await reckon(scope, { from, to: to > today ? to : today }, staffId);
  const lines = await linesOf(scope, staffId, { day, timeZone });
  const sum = (kind: MyLine["kind"]) =>
    lines.reduce((minor, line) => (line.kind === kind ? minor + line.amountMinor : minor), 0);
  const { lines: _, name: __, staffId: ___, ...soFar } = person ?? { ...nothing, lines: [], name: "", staffId };
  return {
    ...{ date: day, currency, commissionMinor: sum("commission"), tipsMinor: sum("tip"), lines, since: from, soFar },
    payslips: await payslipsOf(scope, staffId),
    position: writePosition(head),
  };
}

/** By when it was earned: on a day that is settled already it counts for the next one, and is still of that day. */
async function linesOf(
  { tx, tenantId }: Scope,
  staffId: string,
  { day, timeZone }: { day: string; timeZone: string },
): Promise<MyLine[]> {
  const [begins, ends] = [day, addDays(day, 1)].map((one) => startOfDay(one, timeZone).toISOString());
  const rows = await tx.execute<MyLine & { amountMinor: string }>(sql`
    select id, kind, at, name, amount_minor as "amountMinor" from earnings
    where tenant_id = ${tenantId} and staff_id = ${staffId} and day >= ${day} and at >= ${begins} and at < ${ends}
    order by at, id`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString(), amountMinor: Number(row.amountMinor) }));
}

async function payslipsOf({ tx, tenantId }: Scope, staffId: string): Promise<MyEarnings["payslips"]> {
  const rows = await tx.execute<MyEarnings["payslips"][number] & { payMinor: string }>(sql`
    select s.period_id as "periodId", p.from_day::text as "from", p.to_day::text as "to", s.pay_minor as "payMinor",
      s.paid_at is not null as paid
    from payslips s join payroll_periods p on p.tenant_id = s.tenant_id and p.id = s.period_id
    where s.tenant_id = ${tenantId} and s.staff_id = ${staffId} order by p.to_day desc limit 6`);
  return rows.map((row) => ({ ...row, payMinor: Number(row.payMinor) }));
}

const nothing: Sums = {
  commissionMinor: 0,
  tipsMinor: 0,
  advancesMinor: 0,
  broughtMinor: 0,
  payMinor: 0,
  carriedMinor: 0,
};

import { sql } from "drizzle-orm";
import { sha256 } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { type RateKind, type Sums, sumsOf } from "./rules";

/** A figure of somebody's payslip, and what it comes from. */
export type PayLine = {
  id: string;
  kind: "commission" | "tip" | "advance";
  day: string;
  at: string;
  name: string;
  saleId: string | null;
  saleNumber: number | null;
  baseMinor: number;
  rateKind: RateKind | null;
  rate: number | null;
  amountMinor: number;
  /** An advance that was taken back. */
  undone: boolean;
};

export type PersonPay = Sums & { staffId: string; name: string; lines: PayLine[] };

/**
 * What everybody is due for the days up to and with `to` that are not settled yet, each figure with its lines. Reckoned
 * from what was written and nothing else, in an order of its own: twice the same to the last byte.
 */
export async function reckon(
  scope: Scope,
  { from, to }: { from: string; to: string },
  staffId: string | null = null,
): Promise<PersonPay[]> {
  const { tenantId, tx } = scope;
  const only = staffId ? sql`and l.staff_id = ${staffId}` : sql``;
  const [rows, brought] = await Promise.all([
    tx.execute<Omit<PayLine, "baseMinor" | "amountMinor"> & { staffId: string; base: string; amount: string }>(sql`
      select l.*, s.number as "saleNumber" from (
        select e.id, e.staff_id, e.staff_id as "staffId", e.kind, e.day::text as day, e.at, e.name,
          e.sale_id as "saleId", e.base_minor as base, e.rate_kind as "rateKind", e.rate, e.amount_minor as amount, false as undone
        from earnings e where e.tenant_id = ${tenantId} and e.day between ${from} and ${to}
        union all
        select a.id, a.staff_id, a.staff_id, 'advance', a.day::text, a.created_at, a.note, null, 0, null, null, a.amount_minor,
          exists (select from advances u where u.tenant_id = a.tenant_id and u.undoes = a.id)
        from advances a where a.tenant_id = ${tenantId} and a.day between ${from} and ${to}) l
      left join sales s on s.tenant_id = ${tenantId} and s.id = l."saleId"
      where true ${only} order by l.day, l.at, l.id`),
    broughtInto(scope, from, staffId),
  ]);
  const people = new Map<string, PayLine[]>([...brought.keys()].map((id) => [id, []]));
  for (const { staffId: id, base, amount, at, ...line } of rows) {
    const lines = people.get(id) ?? [];
    const { id: lineId, kind, day, name, saleId, saleNumber, rateKind, rate, undone } = line;
    lines.push({
      ...{ id: lineId, kind, day, at: new Date(at).toISOString(), name, saleId, saleNumber },
      ...{ baseMinor: Number(base), rateKind, rate, amountMinor: Number(amount), undone },
    });
    people.set(id, lines);
  }
  const names = await namesOf(scope, [...people.keys()]);
  return [...people]
    .map(([id, lines]) => ({ staffId: id, name: names.get(id) ?? "", ...sumsOf(lines, brought.get(id) ?? 0), lines }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.staffId < b.staffId ? -1 : 1));
}

/** The payslip as text, which is what is kept of it and hashed. */
export const statementOf = (person: PersonPay, days: { from: string; to: string }, currency: string): string =>
  JSON.stringify({ ...days, currency, ...person });

/** Of all of them: whoever closes a period says by it what they have looked at. */
export const digestOf = (people: readonly PersonPay[], days: { from: string; to: string }, currency: string): string =>
  sha256(people.map((person) => statementOf(person, days, currency)).join("\n"));

/** What could not be taken off the last payslip of each. */
async function broughtInto(
  { tx, tenantId }: Scope,
  from: string,
  staffId: string | null,
): Promise<Map<string, number>> {
  const only = staffId ? sql`and s.staff_id = ${staffId}` : sql``;
  const rows = await tx.execute<{ staffId: string; minor: string }>(sql`
    select s.staff_id as "staffId", s.carried_minor as minor from payslips s
    where s.tenant_id = ${tenantId} and s.carried_minor < 0 ${only} and s.period_id = (
      select p.id from payroll_periods p where p.tenant_id = ${tenantId} and p.to_day < ${from}
      order by p.to_day desc limit 1)`);
  return new Map(rows.map(({ staffId: id, minor }) => [id, Number(minor)]));
}

async function namesOf({ tx, tenantId }: Scope, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from staff where tenant_id = ${tenantId} and id in ${ids}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

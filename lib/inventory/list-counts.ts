import { sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { seesCosts } from "./internal/sees-costs";

export type CountRow = {
  id: string;
  startedAt: string;
  startedBy: string | null;
  finishedAt: string | null;
  note: string;
  /** So many products have been counted. */
  counted: number;
  /** Of these there were more or fewer than there should have been; null until it is finished. */
  different: number | null;
  offMinor: number | null;
};
export type CountList = { counts: CountRow[]; currency: string; position: string };

type Row = Omit<CountRow, "offMinor"> & { off: string };

/** A year's worth of weeks, and more. */
const most = 100;

/** The counts, the newest first. How far one is off is told once it is finished. */
export async function listCounts(scope: Scope): Promise<CountList> {
  const head = await headOf(scope);
  const { currency } = await houseOf(scope);
  const rows = await scope.tx.execute<Row>(sql`
    select c.id, c.started_at as "startedAt", u.name as "startedBy", c.finished_at as "finishedAt", c.note,
      count(l.product_id)::int as counted,
      case when c.finished_at is not null then (count(*) filter (where l.counted <> l.expected))::int end as different,
      coalesce((select sum(m.cost_minor) from stock_movements m
        where m.tenant_id = c.tenant_id and m.count_id = c.id), 0) as off
    from stock_counts c
    left join stock_count_lines l on l.tenant_id = c.tenant_id and l.count_id = c.id
    left join users u on u.id = c.started_by
    where c.tenant_id = ${scope.tenantId}
    group by c.tenant_id, c.id, u.name order by c.started_at desc, c.id desc limit ${most}`);
  const shown = seesCosts(scope);
  return {
    counts: rows.map(({ off, startedAt, finishedAt, ...row }) => ({
      ...row,
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: finishedAt && new Date(finishedAt).toISOString(),
      offMinor: shown && finishedAt ? Number(off) : null,
    })),
    currency,
    position: writePosition(head),
  };
}

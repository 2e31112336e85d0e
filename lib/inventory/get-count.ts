import { sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { onShelf } from "./internal/on-shelf";
import { seesCosts } from "./internal/sees-costs";
import type { Unit } from "./rules";

export type CountLine = {
  productId: string;
  name: string;
  unit: Unit;
  counted: number | null;
  by: string | null;
  /** How much there should have been, and what the difference cost; null until the count is finished. */
  expected: number | null;
  offMinor: number | null;
};

export type Count = {
  id: string;
  startedAt: string;
  startedBy: string | null;
  finishedAt: string | null;
  finishedBy: string | null;
  note: string;
  lines: CountLine[];
  offMinor: number | null;
  currency: string;
  position: string;
};

type Head = Pick<Count, "id" | "startedAt" | "startedBy" | "finishedAt" | "finishedBy" | "note">;

/**
 * One count. While it is open it is blind: everything that is counted stands in it, and how much there should be is not
 * even read. Once it is finished it says what was found, and how far that was off.
 */
export async function getCount(scope: Scope, id: string): Promise<Count | null> {
  const { tenantId, tx } = scope;
  const [count] = await tx.execute<Head>(sql`
    select c.id, c.started_at as "startedAt", s.name as "startedBy", c.finished_at as "finishedAt", f.name as "finishedBy",
      c.note
    from stock_counts c left join users s on s.id = c.started_by left join users f on f.id = c.finished_by
    where c.tenant_id = ${tenantId} and c.id = ${id}`);
  if (!count) return null;
  const head = await headOf(scope);
  const { currency } = await houseOf(scope);
  const lines = count.finishedAt ? await found(scope, id) : await toCount(scope, id);
  const off = lines.reduce((sum, { offMinor }) => sum + (offMinor ?? 0), 0);
  return {
    ...count,
    startedAt: new Date(count.startedAt).toISOString(),
    finishedAt: count.finishedAt && new Date(count.finishedAt).toISOString(),
    lines,
    offMinor: count.finishedAt && seesCosts(scope) ? off : null,
    currency,
    position: writePosition(head),
  };
}

async function toCount({ tenantId, tx }: Scope, id: string): Promise<CountLine[]> {
  const rows = await tx.execute<Omit<CountLine, "expected" | "offMinor">>(sql`
    select p.id as "productId", p.name, s.unit, l.counted, u.name as by
    from stock_items s join products p on p.tenant_id = s.tenant_id and p.id = s.product_id
    left join stock_count_lines l on l.tenant_id = s.tenant_id and l.product_id = s.product_id and l.count_id = ${id}
    left join users u on u.id = l.counted_by
    where s.tenant_id = ${tenantId} and (${onShelf} or l.counted is not null) order by p.name, p.id`);
  return rows.map((row) => ({ ...row, expected: null, offMinor: null }));
}

async function found(scope: Scope, id: string): Promise<CountLine[]> {
  const { tenantId, tx } = scope;
  const rows = await tx.execute<Omit<CountLine, "offMinor"> & { off: string }>(sql`
    select p.id as "productId", p.name, s.unit, l.counted, l.expected, u.name as by, coalesce(m.cost_minor, 0) as off
    from stock_count_lines l join products p on p.tenant_id = l.tenant_id and p.id = l.product_id
    join stock_items s on s.tenant_id = l.tenant_id and s.product_id = l.product_id
    left join stock_movements m on m.tenant_id = l.tenant_id and m.count_id = l.count_id and m.product_id = l.product_id
    left join users u on u.id = l.counted_by
    where l.tenant_id = ${tenantId} and l.count_id = ${id}
    order by l.counted = l.expected, abs(coalesce(m.cost_minor, 0)) desc, p.name, p.id`);
  const shown = seesCosts(scope);
  return rows.map(({ off, ...row }) => ({ ...row, offMinor: shown ? Number(off) : null }));
}

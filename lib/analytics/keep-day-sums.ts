import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { sumColumns, sumsOfDays } from "./internal/accounts-by";
import { revenueParts } from "./internal/revenue-parts";

/** Whoever takes or gives money waits meanwhile, so it is not the whole of many years at once. */
const transactionsAtOnce = 2_000;

/** Adds up days before this one that are not kept, the latest first; answers whether there may be more of them. */
export async function keepDaySums(scope: Scope, before: string): Promise<boolean> {
  const { tx, tenantId } = scope;
  // It does not stand in line, where those who take money would stand behind it: somebody who is at it has their time.
  const [lock] = await tx.execute<{ mine: boolean }>(sql`
    select pg_try_advisory_xact_lock(hashtextextended(${`day sums ${tenantId}`}, 0)) as mine`);
  if (!lock?.mine) return false;
  // What was written until here is seen, what comes later takes the day out again.
  const found = await tx.execute<{ day: string }>(sql`
    select day::text as day from (
      select l.day, sum(count(*)) over (order by l.day desc) as upto, row_number() over (order by l.day desc) as nth
      from ledger_transactions l where l.tenant_id = ${tenantId} and l.day < ${before}
        and not exists (select from day_sums d where d.tenant_id = l.tenant_id and d.day = l.day)
      group by l.day) missing
    where upto <= ${transactionsAtOnce} or nth = 1 order by day desc`);
  if (found.length === 0) return false;
  const days = sql`${`{${found.map(({ day }) => day).join(",")}}`}::date[]`;
  const on = sql`l.day = any(${days})`;
  // A day on which nothing was earned or paid is kept as well, or it would be looked for again each time.
  await tx.execute(sql`
    with sums as materialized ${sumsOfDays(scope, on, sql`true`)}
    insert into day_sums (tenant_id, ${sumColumns})
    select ${tenantId}::uuid, ${sumColumns} from sums
    union all
    select ${tenantId}::uuid, day, 0, 0, 0, 0, 0, 0, 0, 0, 0 from unnest(${days}) day where day not in (select day from sums)`);
  await tx.execute(sql`
    insert into day_parts (tenant_id, day, nth, kind, service_id, product_id, staff_id, minor)
    select ${tenantId}::uuid, day, row_number() over (partition by day), kind, service_id, product_id, staff_id, sum(minor)
    from ${revenueParts(scope, on)} parts group by day, kind, service_id, product_id, staff_id having sum(minor) <> 0`);
  return true;
}

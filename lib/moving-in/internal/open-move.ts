import { sql } from "drizzle-orm";
import type { TimesAnswer } from "@/db/schema/moving-in";
import type { Scope } from "@/lib/tenancy/scope";
import type { HouseReport } from "../report";
import { keyOf, type OldHouse } from "./sort-out";
import type { Move } from "./tally";

/** Everything was tried, and is undone. */
export class Tried extends Error {
  constructor(readonly report: HouseReport) {
    super("tried and undone");
  }
}

type About = { run: string; at: Date; timeZone: string; localMs: number };

/** One at a time for each business; it may take longer than a request may. */
export async function openMove(scope: Scope, house: OldHouse, about: About): Promise<Move & { isOpen: boolean }> {
  const { tx, tenantId } = scope;
  await tx.execute(sql`set local statement_timeout = '120s'`);
  await tx.execute(sql`set local idle_in_transaction_session_timeout = '120s'`);
  await tx.execute(sql`set local lock_timeout = '60s'`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`moving in ${tenantId}`}, 0))`);
  const [open] = await tx.execute<{ minutes: number | null; times: TimesAnswer | null }>(sql`
    select m.minutes, m.times from tenants t left join moves_in m on m.tenant_id = t.id where t.id = ${tenantId}`);
  if (open && open.minutes === null) throw new Error(`a business that did not move in has the id ${tenantId} already`);
  const rows = await tx.execute<{ key: string; newId: string; digest: string }>(sql`
    select model || ' ' || old_id as key, new_id as "newId", digest from moved_rows where tenant_id = ${tenantId}`);
  const was = new Map(rows.map(({ key, ...one }) => [key, one]));
  return {
    ...{
      scope,
      house,
      run: about.run,
      at: about.at,
      timeZone: about.timeZone,
      currency: "KES",
      isOpen: open !== undefined,
    },
    shiftMs: (open?.minutes ?? 0) * 60_000 - about.localMs,
    timesKnown: (open?.times ?? "waiting") !== "waiting",
    ...{ was, fates: new Map(was.has(keyOf(house.tenant)) ? [[keyOf(house.tenant), "already" as const]] : []) },
    ...{ ids: new Map(), kept: [], remarks: [], adjusted: [] },
  };
}

type Rest = Pick<HouseReport, "overlaps" | "sums" | "samples">;

export async function wholeReport({ scope, fates, remarks }: Move, rest: Rest): Promise<HouseReport> {
  const { tx, tenantId } = scope;
  const [tenant] = await tx.execute<{ name: string; slug: string }>(sql`
    select name, slug from tenants where id = ${tenantId}`);
  const counts: HouseReport["counts"] = {};
  for (const [key, fate] of fates) {
    const model = key.slice(0, key.indexOf(" "));
    counts[model] ??= {};
    counts[model][fate] = (counts[model][fate] ?? 0) + 1;
  }
  return { id: tenantId, ...tenant!, failed: null, counts, remarks, ...rest };
}

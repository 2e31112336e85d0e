import { type SQL, sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { askedForMs } from "../rules";
import { uuids } from "./house";
import type { But } from "./taken-time";

/** No slot step is longer. */
export const longestOverrunMs = 8 * 3_600_000;

/**
 * Whoever serves beyond what was planned is not free now, and not at once: their time counts as taken until a slot step
 * from now. Nothing is written, so what is booked or kept behind it stays; as in `heldUp` one that was merely forgotten
 * holds nobody. In the form of the rows of taken time.
 */
export function overruns(scope: Scope, staffIds: readonly string[], but?: But): SQL {
  const at = (ms: number) => sql`${new Date(now().getTime() + ms).toISOString()}::timestamptz`;
  const step = sql`(t.policy->>'stepMinutes')::int * interval '1 minute'`;
  const until = but ? sql`least(${at(0)} + ${step}, ${keptFrom(but, at(0))})` : sql`${at(0)} + ${step}`;
  return sql`
    select l.staff_id as owner_id, array_agg(floor(date_part('epoch', l.ends_at) / 60)::int)::text as begins,
      array_agg(ceil(date_part('epoch', ${until}) / 60)::int)::text as ends,
      array_agg(0)::text as before, array_agg(0)::text as after, array_agg(null::text)::text as named
    from booking_lines l
    join bookings b on b.tenant_id = l.tenant_id and b.id = l.booking_id and b.status = 'in_service' and b.ends_at = l.ends_at
    join tenants t on t.id = l.tenant_id
    where l.tenant_id = ${scope.tenantId} and l.staff_id = any(${uuids(staffIds)})
      and l.starts_at between ${at(-2 * askedForMs)} and ${at(0)}
      and l.ends_at < ${at(0)} and l.ends_at > ${at(-askedForMs)} and ${until} > l.ends_at
    group by l.staff_id`;
}

/** When what is kept for whoever asks begins, with what is to be free before it: it was promised and stays theirs. */
const keptFrom = (but: But, at: SQL): SQL => sql`(
  select min(lower(k.span) - k.buffer_before_minutes * interval '1 minute') from occupancies k
  join holds h on h.tenant_id = k.tenant_id and h.id = k.hold_id
  where k.tenant_id = l.tenant_id and k.staff_id = l.staff_id and k.active and h.expires_at > ${at}
    and ${"hold" in but ? sql`h.id = ${but.hold}::uuid` : sql`h.booking_id = any(${uuids(but.bookings)})`})`;

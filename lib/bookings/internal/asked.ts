import { type SQL, sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { uuids } from "./house";

/** The house cannot keep it as booked: why, as it said itself, and since when. */
export type AskedToMove = { reason: string; at: string };

/**
 * What the house has asked and nobody has taken back, until it stands elsewhere, or the house says yes to it or keeps it
 * after all.
 */
export const askedToMove = async (scope: Scope, bookingId: string): Promise<AskedToMove | null> =>
  (await askedAmong(scope, [bookingId])).get(bookingId) ?? null;

/** By booking, in one statement. */
export const askedAmong = async (scope: Scope, bookingIds: readonly string[]): Promise<Map<string, AskedToMove>> =>
  new Map((await standing(scope, uuids(bookingIds))).map(({ id, ...asked }) => [id, asked]));

/** All whose customers are still to choose, soonest first. */
export async function askedToCome(scope: Scope): Promise<string[]> {
  const asked = await standing(
    scope,
    sql`array(select b.id from bookings b join booking_changes h on h.tenant_id = b.tenant_id and h.booking_id = b.id
      where b.tenant_id = ${scope.tenantId} and h.move = 'ask' and b.starts_at > ${now().toISOString()}
        and b.status in ('requested', 'confirmed'))`,
  );
  return asked.map(({ id }) => id);
}

async function standing({ tx, tenantId }: Scope, bookingIds: SQL): Promise<(AskedToMove & { id: string })[]> {
  const rows = await tx.execute<AskedToMove & { id: string }>(sql`
    with standing as (
      select distinct on (h.booking_id) h.* from booking_changes h
      where h.tenant_id = ${tenantId} and h.booking_id = any(${bookingIds})
        and h.move in ('ask', 'move', 'agree', 'accept', 'keep')
        and ${notTakenBack()}
      order by h.booking_id, h.created_at desc, h.id desc)
    select s.booking_id as id, s.reason, s.created_at as at from standing s
    join bookings b on b.tenant_id = s.tenant_id and b.id = s.booking_id
    where s.move = 'ask' order by b.starts_at, b.id`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** Over `h`: a step that nobody has undone. */
export const notTakenBack = (): SQL => sql`not exists (select 1 from booking_changes undo
  where undo.tenant_id = h.tenant_id and undo.booking_id = h.booking_id and undo.undoes = h.id)`;

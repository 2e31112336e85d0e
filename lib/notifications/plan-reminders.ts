import { sql } from "drizzle-orm";
import { planDues } from "@/lib/events/plan-due";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { messageDefaults } from "./rules";

type Coming = { id: string; starts_at: string; remind_before: number[] | null };

/**
 * Reminders of bookings that stand now, for each of the business's times that is still to come. What becomes of the booking
 * afterwards is asked when the time has come; one that was planned twice is sent once.
 */
export async function planReminders(scope: Scope, events: readonly { bookingId: string }[]): Promise<never[]> {
  const ids = [...new Set(events.map(({ bookingId }) => bookingId))];
  if (ids.length === 0) return [];
  await plan(scope, await comingOf(scope, sql`b.id = any(${`{${ids.join(",")}}`}::uuid[])`));
  return [];
}

/**
 * The same for every booking there is, at times that the business has begun to remind at; but for those from the old system
 * whose times nobody has looked at yet.
 */
export async function planRemindersAnew(scope: Scope, minutes: readonly number[]): Promise<void> {
  if (minutes.length === 0) return;
  const coming = await comingOf(
    scope,
    sql`not exists (
      select from moves_in i join moved_rows r on r.tenant_id = i.tenant_id and r.model = 'booking' and r.new_id = b.id
      where i.tenant_id = b.tenant_id and i.times = 'waiting'
        and not exists (select from booking_changes c where c.tenant_id = b.tenant_id and c.booking_id = b.id))`,
  );
  await plan(
    scope,
    coming.map((booking) => ({ ...booking, remind_before: [...minutes] })),
  );
}

const comingOf = ({ tx, tenantId }: Scope, which: ReturnType<typeof sql>): Promise<Coming[]> =>
  tx.execute<Coming>(sql`
    select b.id, b.starts_at, w.remind_before from bookings b
    left join message_settings w on w.tenant_id = b.tenant_id
    where b.tenant_id = ${tenantId} and b.status = 'confirmed' and b.starts_at > ${now().toISOString()} and ${which}`);

const plan = (scope: Scope, coming: readonly Coming[]): Promise<void> =>
  planDues(
    scope,
    coming.flatMap(({ id, starts_at, remind_before }) =>
      (remind_before ?? messageDefaults.remindBefore).flatMap((minutesBefore) => {
        const startsAt = new Date(starts_at);
        const at = new Date(startsAt.getTime() - minutesBefore * 60_000);
        const payload = { bookingId: id, startsAt: startsAt.toISOString(), minutesBefore };
        return at > now() ? [{ kind: "remind" as const, at, payload }] : [];
      }),
    ),
  );

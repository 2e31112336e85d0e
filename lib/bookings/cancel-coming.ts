import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import { now } from "@/lib/platform/clock";
import { languageOf } from "@/lib/tenancy/rules";
import type { Scope } from "@/lib/tenancy/scope";
import { changeBooking } from "./change-booking";

/** Each of them settles its deposit, too: so many are not too long for one transaction. */
const atOnce = 20;

/** In the house's own language, as whatever a desk writes there. */
const why = { en: "We are closing", sw: "Tunafunga biashara" } as const;

/**
 * Cancels what is to come, the next ones first and some at once; each customer hears of it and is given back what they have
 * paid, as for any booking that the house cancels. None is answered when nothing is left that can be cancelled.
 */
export async function cancelComing(scope: Scope): Promise<{ cancelled: number }> {
  const { tx, tenantId } = scope;
  const coming = await tx.execute<{ id: string; status: BookingStatus; locale: string }>(sql`
    select b.id, b.status, t.locale from bookings b join tenants t on t.id = b.tenant_id
    where b.tenant_id = ${tenantId} and b.ends_at > ${now().toISOString()} and b.status in ('requested', 'held', 'confirmed')
    order by b.starts_at, b.id limit ${atOnce}`);
  let cancelled = 0;
  for (const { id, status, locale } of coming) {
    const move = status === "held" ? "release" : "cancel";
    const changed = await changeBooking(scope, { id, move, from: status, reason: why[languageOf(locale)] });
    if (changed.ok) cancelled += 1;
  }
  return { cancelled };
}

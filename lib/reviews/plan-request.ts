import { sql } from "drizzle-orm";
import { planDue } from "@/lib/events/plan-due";
import { now } from "@/lib/platform/clock";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { decentHour } from "./internal/decent-hour";
import { isPaid } from "./internal/paid-visit";
import { askAfterHours } from "./rules";

/** A sale is paid, or what was paid beforehand is done: whoever was served is asked some hours later how it was. */
export async function planReviewRequest(
  scope: Scope,
  { saleId = null, bookingId = null }: { saleId?: string | null; bookingId?: string | null },
): Promise<void> {
  const { tx, tenantId } = scope;
  // The visit is named once, whether it was paid before it was done or after, and however often the sale is closed anew.
  const planned = await tx.execute<{ visitId: string }>(sql`
    insert into review_requests (tenant_id, visit_id, customer_id, created_at)
    select v.tenant_id, v.id, v.customer_id, ${now().toISOString()} from visits v
    where v.tenant_id = ${tenantId} and ${isPaid()} and (v.booking_id = ${bookingId}::uuid or exists (
      select from sales s where s.tenant_id = v.tenant_id and s.id = ${saleId}::uuid
        and (s.visit_id = v.id or s.booking_id = v.booking_id)))
    on conflict do nothing returning visit_id as "visitId"`);
  if (planned.length === 0) return;
  const { timeZone } = await houseOf(scope);
  const at = decentHour(new Date(now().getTime() + askAfterHours * 3_600_000), timeZone);
  for (const { visitId } of planned) await planDue(scope, { kind: "ask_for_review", at, payload: { visitId } });
}

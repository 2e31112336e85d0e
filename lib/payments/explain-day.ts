import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { SeenDayInput } from "./input";

/** Why the list and the books do not say the same of a day. Another difference of that day is a question again. */
export async function explainDay(
  scope: Scope,
  { day, note }: SeenDayInput,
): Promise<Result<true, { refusal: "unknown_day" }>> {
  const { tenantId, tx } = scope;
  const [row] = await tx.execute<{ off: string }>(sql`
    update mpesa_days set seen_minor = listed_minor - written_minor, note = ${note}
    where tenant_id = ${tenantId} and day = ${day} and listed_minor <> written_minor
    returning listed_minor - written_minor as off`);
  if (!row) return refuse("unknown_day");
  await recordAudit(scope, {
    action: "day.compared",
    entity: "tenant",
    entityId: tenantId,
    after: { day, difference: Number(row.off) / 100, note },
  });
  recordEvent(scope, { name: "money.sorted", tenantId });
  return ok(true as const);
}

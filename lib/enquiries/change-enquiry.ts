import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { EnquiryChange } from "./input";

type Standing = { read: boolean; answered: boolean; deleted: boolean };

/** Moves an enquiry on. Said twice it is done once; who answered first did. */
export async function changeEnquiry(
  scope: Scope,
  enquiryId: string,
  { become }: EnquiryChange,
): Promise<Result<{ id: string }, { refusal: "unknown_enquiry" }>> {
  const { tx, tenantId, actor } = scope;
  const [standing] = await tx.execute<Standing>(sql`
    select read_at is not null as read, answered_at is not null as answered, deleted_at is not null as deleted
    from enquiries where tenant_id = ${tenantId} and id = ${enquiryId} for update`);
  if (!standing) return refuse("unknown_enquiry");
  const is = {
    read: standing.read,
    answered: standing.answered,
    deleted: standing.deleted,
    restored: !standing.deleted,
  };
  if (is[become]) return ok({ id: enquiryId });
  const at = now().toISOString();
  const by = "userId" in actor ? actor.userId : null;
  const sets = {
    read: sql`read_at = ${at}`,
    answered: sql`answered_at = ${at}, answered_by = ${by}, read_at = coalesce(read_at, ${at})`,
    deleted: sql`deleted_at = ${at}`,
    restored: sql`deleted_at = null`,
  };
  await tx.execute(sql`update enquiries set ${sets[become]} where tenant_id = ${tenantId} and id = ${enquiryId}`);
  if (become !== "read")
    await recordAudit(scope, { action: `enquiry.${become}`, entity: "enquiry", entityId: enquiryId });
  recordEvent(scope, { name: "enquiry.changed", enquiryId });
  return ok({ id: enquiryId });
}

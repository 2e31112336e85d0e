import { and, eq } from "drizzle-orm";
import { blocks } from "@/db/schema/bookings";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { timeOffWords } from "@/lib/staff/time-off-words";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { freeBlock } from "./take-time";

export type UnblockRefusal = { refusal: "unknown_block" } | { refusal: "is_over" };

/** What it was, so that it can be put back. */
export type Unblocked = { staffId: string; startsAt: string; minutes: number; reason: string };

/** A block is taken off and its time can be booked again; once more changes nothing. */
export async function unblockTime(scope: Scope, id: string): Promise<Result<Unblocked, UnblockRefusal>> {
  const { tenantId, tx } = scope;
  const own = ownStaffOnly(scope.actor);
  const [block] = await tx
    .select()
    .from(blocks)
    .where(and(eq(blocks.tenantId, tenantId), eq(blocks.id, id), own ? eq(blocks.staffId, own) : undefined))
    .for("update");
  if (!block) return refuse("unknown_block");
  const { staffId, reason } = block;
  const [startsAt, endsAt] = [block.startsAt.toISOString(), block.endsAt.toISOString()];
  const minutes = (block.endsAt.getTime() - block.startsAt.getTime()) / 60_000;
  const was: Unblocked = { staffId, startsAt, minutes, reason };
  if (block.endedAt) return ok(was);
  if (block.endsAt <= now()) return refuse("is_over");
  await tx
    .update(blocks)
    .set({ endedAt: now() })
    .where(and(eq(blocks.tenantId, tenantId), eq(blocks.id, id)));
  await freeBlock(scope, id);
  recordEvent(scope, { name: "time.unblocked", blockId: id, staffId, startsAt, endsAt });
  const [tenant] = await tx.select({ timeZone: tenants.timeZone }).from(tenants).where(eq(tenants.id, tenantId));
  await recordAudit(scope, {
    action: "time.unblocked",
    entity: "staff",
    entityId: staffId,
    personId: staffId,
    before: { time: timeOffWords(startsAt, endsAt, tenant?.timeZone ?? "UTC"), reason },
  });
  return ok(was);
}

import { eq, sql } from "drizzle-orm";
import { staff } from "@/db/schema/staff";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { insertTogether } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";
import type { AddStaffInput } from "./input";
import { staffColours } from "./rules";

/**
 * Somebody new who serves, last in the house's order. They do nothing until somebody says what. `imported`: one of a list,
 * whose end is told instead of each.
 */
export async function addStaff(
  scope: Scope,
  input: AddStaffInput,
  { imported = false }: { imported?: boolean } = {},
): Promise<{ id: string }> {
  const { tx, tenantId } = scope;
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${staff.position}), -1)::int` })
    .from(staff)
    .where(eq(staff.tenantId, tenantId));
  const position = (last?.position ?? -1) + 1;
  const colour = input.colour ?? staffColours[position % staffColours.length]!.value;
  const id = newId();
  await tx.insert(staff).values({ tenantId, id, ...input, colour, position, createdAt: now() });
  const added = { name: "staff.added", staffId: id } as const;
  recordEvent(scope, added);
  if (!imported) await insertTogether(scope, [notificationOf(scope, added, { customerName: null, timeZone: "" })]);
  await recordAudit(scope, { action: "staff.added", entity: "staff", entityId: id, personId: id, after: { ...input } });
  return { id };
}

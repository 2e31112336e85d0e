import { eq } from "drizzle-orm";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { now } from "@/lib/platform/clock";
import { insertTogether } from "@/lib/platform/insert-together";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { changeRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import { getClosing } from "./get-closing";
import { isItsName, undoDays } from "./rules";

export type CloseRefusal =
  | { refusal: "wrong_name" }
  /** Somebody would stand before a closed door. */
  | { refusal: "bookings_stand"; bookings: number };

/** From now on it rests, and after some weeks all of it is deleted; until then its owner can keep it after all. */
export async function closeBusiness(
  scope: Scope,
  { name: typed }: { name: string },
): Promise<Result<{ closesAt: string }, CloseRefusal>> {
  const { tx, tenantId } = scope;
  // Whoever books just now is waited for, and whoever comes after finds it closed.
  await changeRules(scope);
  await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, tenantId)).for("update");
  const { name, closesAt: already, timeZone, open } = await getClosing(scope);
  if (!isItsName(typed, name)) return refuse("wrong_name");
  if (already) return ok({ closesAt: already });
  if (open.bookings > 0) return refuse("bookings_stand", { bookings: open.bookings });
  const closingSince = now();
  const closesAt = new Date(closingSince.getTime() + undoDays * 86_400_000);
  await tx.update(tenants).set({ closingSince, closesAt }).where(eq(tenants.id, tenantId));
  const { bookings: _, underWay: __, ...left } = open;
  await recordAudit(scope, {
    action: "business.closed",
    entity: "tenant",
    entityId: tenantId,
    after: { closesAt: closesAt.toISOString(), ...left },
  });
  const closed = { name: "business.closed", tenantId, closesAt: closesAt.toISOString() } as const;
  recordEvent(scope, closed);
  await insertTogether(scope, [notificationOf(scope, closed, { customerName: null, timeZone })]);
  return ok({ closesAt: closesAt.toISOString() });
}

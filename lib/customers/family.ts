import { and, eq } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { requireRoom } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import type { AddChildInput } from "./file-input";
import { type NotThere, notThere } from "./gone";
import { lockCustomer } from "./internal/lock-customer";
import { recordChanged } from "./internal/record-changed";
import { writeDown } from "./internal/write-down";

export type FamilyRefusal =
  | NotThere
  /** Whoever is answered for answers for nobody. */
  | { refusal: "is_a_child" }
  | { refusal: "has_children" }
  | { refusal: "themself" }
  /** Somebody else answers for them already. */
  | { refusal: "has_guardian" };

/** Somebody without a number of their own, for whom this customer books and pays. */
export async function addChild(
  scope: Scope,
  guardianId: string,
  { name, birthday = null }: AddChildInput,
): Promise<Result<{ id: string }, FamilyRefusal>> {
  await requireRoom(scope, "activeCustomers");
  const guardian = await lockCustomer(scope, guardianId);
  if (!guardian || guardian.archived) return notThere(scope, guardianId);
  if (guardian.guardianId) return refuse("is_a_child");
  const id = newId();
  const { language } = guardian;
  await scope.tx
    .insert(customers)
    .values({ tenantId: scope.tenantId, id, name, birthday, guardianId, language, createdAt: now() });
  recordEvent(scope, { name: "customer.added", customerId: id, byHand: true });
  await recordAudit(scope, {
    action: "customer.added",
    entity: "customer",
    entityId: id,
    customerId: id,
    after: { name, birthday, guardianId },
  });
  await recordChanged(scope, guardianId);
  return ok({ id });
}

/** Somebody the house knows already is answered for by this customer. One step only: children have no children. */
export async function linkChild(
  scope: Scope,
  guardianId: string,
  childId: string,
): Promise<Result<{ id: string }, FamilyRefusal>> {
  // In one order, so that two who link each other do not wait in a circle.
  const locked = new Map<string, Awaited<ReturnType<typeof lockCustomer>>>();
  for (const id of [guardianId, childId].sort()) locked.set(id, await lockCustomer(scope, id));
  const [guardian, child] = [locked.get(guardianId), locked.get(childId)];
  if (!guardian || guardian.archived) return notThere(scope, guardianId);
  if (guardianId === childId) return refuse("themself");
  if (!child || child.archived) return notThere(scope, childId);
  if (child.guardianId === guardianId) return ok({ id: childId });
  if (guardian.guardianId) return refuse("is_a_child");
  if (child.guardianId) return refuse("has_guardian");
  const [under] = await scope.tx
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.tenantId, scope.tenantId), eq(customers.guardianId, childId)))
    .limit(1);
  if (under) return refuse("has_children");
  await answerFor(scope, childId, null, guardianId);
  return ok({ id: childId });
}

/** They stay who they are, and nobody answers for them any more. */
export async function unlinkChild(
  scope: Scope,
  guardianId: string,
  childId: string,
): Promise<Result<{ id: string }, FamilyRefusal>> {
  const child = await lockCustomer(scope, childId);
  if (child?.guardianId !== guardianId) return refuse("unknown_customer");
  await answerFor(scope, childId, guardianId, null);
  return ok({ id: childId });
}

async function answerFor(scope: Scope, childId: string, before: string | null, guardianId: string | null) {
  await scope.tx
    .update(customers)
    .set({ guardianId })
    .where(and(eq(customers.tenantId, scope.tenantId), eq(customers.id, childId)));
  await writeDown(scope, childId, { guardianId: before }, { guardianId });
  await recordChanged(scope, childId);
}

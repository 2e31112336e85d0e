import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { resources, serviceResources } from "@/db/schema/resources";
import { services } from "@/db/schema/services";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { differenceOf } from "@/lib/platform/difference";
import { newId } from "@/lib/platform/ids";
import { type Looked, withoutLook } from "@/lib/platform/looked";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { AddResourceInput, ChangeResourceInput } from "./input";

export type ResourceRefusal = { refusal: "unknown" } | { refusal: "unknown_service" };

/** Something new that services need, last in the list. */
export async function addResource(
  scope: Scope,
  input: Omit<AddResourceInput, keyof Looked> & Partial<Looked>,
): Promise<Result<{ id: string }, ResourceRefusal>> {
  const { tx, tenantId } = scope;
  const { serviceIds, ...said } = withoutLook(input);
  if (!(await areSold(scope, serviceIds))) return refuse("unknown_service");
  const id = newId();
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${resources.position}), -1)::int` })
    .from(resources)
    .where(eq(resources.tenantId, tenantId));
  await tx.insert(resources).values({ tenantId, id, ...said, position: (last?.position ?? -1) + 1, createdAt: now() });
  const named = await needIt(scope, id, serviceIds);
  recordEvent(scope, { name: "resource.added", resourceId: id });
  await recordAudit(scope, {
    action: "resource.added",
    entity: "resource",
    entityId: id,
    after: { ...said, services: named.join(", ") },
  });
  return ok({ id });
}

/** Another name, more or fewer, needed by others, or out of use. What is so already is neither written nor told. */
export async function changeResource(
  scope: Scope,
  id: string,
  { name, quantity, active, serviceIds }: ChangeResourceInput,
): Promise<Result<null, ResourceRefusal>> {
  const { tx, tenantId } = scope;
  const [row] = await tx
    .select()
    .from(resources)
    .where(and(eq(resources.tenantId, tenantId), eq(resources.id, id)))
    .for("update");
  if (!row) return refuse("unknown");
  if (serviceIds && !(await areSold(scope, serviceIds))) return refuse("unknown_service");
  const needed = await neededBy(scope, id);
  const was = { name: row.name, quantity: row.quantity, active: row.archivedAt === null, services: namesOf(needed) };
  const named = serviceIds && (await needIt(scope, id, serviceIds));
  const { before, after } = differenceOf<typeof was>(was, {
    ...(name === undefined ? {} : { name }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(active === undefined ? {} : { active }),
    ...(named ? { services: named.join(", ") } : {}),
  });
  if (Object.keys(after).length === 0) return ok(null);
  const { services: _, active: isActive, ...columns } = after;
  const archived = isActive === undefined ? {} : { archivedAt: isActive ? null : now() };
  if (Object.keys({ ...columns, ...archived }).length > 0)
    await tx
      .update(resources)
      .set({ ...columns, ...archived })
      .where(and(eq(resources.tenantId, tenantId), eq(resources.id, id)));
  recordEvent(scope, { name: "resource.changed", resourceId: id });
  await recordAudit(scope, { action: "resource.changed", entity: "resource", entityId: id, before, after });
  return ok(null);
}

/** Null when there is none. */
export async function resourceAsItIs(
  scope: Scope,
  id: string,
): Promise<{ quantity: number; active: boolean; serviceIds: string[] } | null> {
  const [row] = await scope.tx
    .select()
    .from(resources)
    .where(and(eq(resources.tenantId, scope.tenantId), eq(resources.id, id)));
  if (!row) return null;
  const serviceIds = (await neededBy(scope, id)).map((service) => service.id);
  return { quantity: row.quantity, active: row.archivedAt === null, serviceIds };
}

type Needing = { id: string; name: string };
const namesOf = (needing: readonly Needing[]) => needing.map(({ name }) => name).join(", ");

const neededBy = ({ tx, tenantId }: Scope, id: string): Promise<Needing[]> =>
  tx
    .select({ id: services.id, name: services.name })
    .from(serviceResources)
    .innerJoin(
      services,
      and(eq(services.tenantId, serviceResources.tenantId), eq(services.id, serviceResources.serviceId)),
    )
    .where(and(eq(serviceResources.tenantId, tenantId), eq(serviceResources.resourceId, id)))
    .orderBy(services.position, services.name, services.id);

async function areSold({ tx, tenantId }: Scope, serviceIds: readonly string[]): Promise<boolean> {
  const ids = [...new Set(serviceIds)];
  if (ids.length === 0) return true;
  const known = await tx
    .select({ id: services.id })
    .from(services)
    .where(and(eq(services.tenantId, tenantId), inArray(services.id, ids)));
  return known.length === ids.length;
}

/** Exactly these need it from now on; those that did keep the segments in which they do. */
async function needIt(scope: Scope, resourceId: string, serviceIds: readonly string[]): Promise<string[]> {
  const { tx, tenantId } = scope;
  const ids = [...new Set(serviceIds)];
  const here = and(eq(serviceResources.tenantId, tenantId), eq(serviceResources.resourceId, resourceId));
  await tx
    .delete(serviceResources)
    .where(ids.length > 0 ? and(here, notInArray(serviceResources.serviceId, ids)) : here);
  if (ids.length > 0)
    await tx
      .insert(serviceResources)
      .values(ids.map((serviceId) => ({ tenantId, serviceId, resourceId })))
      .onConflictDoNothing();
  return (await neededBy(scope, resourceId)).map(({ name }) => name);
}

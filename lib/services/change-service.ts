import { and, eq } from "drizzle-orm";
import { type Segment, services } from "@/db/schema/services";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { differenceOf } from "@/lib/platform/difference";
import { withoutLook } from "@/lib/platform/looked";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { NeverOpen } from "./booking-window";
import type { ChangeServiceInput } from "./input";
import { withIds } from "./internal/addons";
import { lockService } from "./internal/lock-service";
import { setWindows, shutByHouse, windowsOf, windowWords } from "./internal/windows";
import { minutesOf } from "./rules";

type Unknown = { refusal: "unknown" };
export type ServiceRefusal = Unknown | NeverOpen;

/** Changes what is sold from now on: bookings keep what was accepted. What is so already is neither written nor told. */
export async function changeService(
  scope: Scope,
  serviceId: string,
  given: ChangeServiceInput,
): Promise<Result<null, ServiceRefusal>> {
  const service = await lockService(scope, serviceId);
  if (!service) return refuse("unknown");
  const { windows, addons, ...rest } = withoutLook(given);
  const to = { ...rest, ...(addons ? { addons: withIds(addons, service.addons) } : {}) };
  const { before, after } = differenceOf(service, to as Partial<typeof service>);
  const were = windows && (await windowsOf(scope, serviceId));
  const isOther = were !== undefined && windowWords(were) !== windowWords(windows ?? []);
  if (Object.keys(after).length === 0 && !isOther) return ok(null);
  const shut = isOther ? await shutByHouse(scope, windows ?? []) : null;
  if (shut) return { ok: false, ...shut };
  if (isOther) await setWindows(scope, serviceId, windows ?? []);
  const duration = after.segments ? { durationMinutes: minutesOf(after.segments) } : {};
  if (Object.keys(after).length > 0) await write(scope, serviceId, { ...after, ...duration });
  recordEvent(scope, { name: "service.changed", serviceId });
  const said = (of: object, list: typeof were) => ({ ...of, ...(isOther ? { windows: windowWords(list ?? []) } : {}) });
  await recordAudit(scope, {
    action: "service.changed",
    entity: "service",
    entityId: serviceId,
    before: said(before, were),
    after: said(after, windows),
  });
  return ok(null);
}

/** Whether it would be done in other minutes than now, or in another order of them. */
export async function takesOtherTime(scope: Scope, serviceId: string, segments: readonly Segment[]): Promise<boolean> {
  const service = await lockService(scope, serviceId);
  return (
    service !== null && "segments" in differenceOf({ segments: service.segments }, { segments: [...segments] }).after
  );
}

/** Takes it off the price list for good. It stays in the bookings and visits that it is part of. */
export async function archiveService(scope: Scope, serviceId: string): Promise<Result<null, Unknown>> {
  const service = await lockService(scope, serviceId);
  if (!service) return refuse("unknown");
  await write(scope, serviceId, { active: false, archivedAt: now() });
  recordEvent(scope, { name: "service.changed", serviceId });
  const { name, category } = service;
  await recordAudit(scope, {
    action: "service.archived",
    entity: "service",
    entityId: serviceId,
    before: { name, category },
  });
  return ok(null);
}

const write = ({ tx, tenantId }: Scope, id: string, values: Partial<typeof services.$inferInsert>) =>
  tx
    .update(services)
    .set(values)
    .where(and(eq(services.tenantId, tenantId), eq(services.id, id)));

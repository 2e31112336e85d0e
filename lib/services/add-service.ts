import { eq, sql } from "drizzle-orm";
import { services } from "@/db/schema/services";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { NeverOpen } from "./booking-window";
import type { AddServiceInput } from "./input";
import { withIds } from "./internal/addons";
import { setWindows, shutByHouse, windowWords } from "./internal/windows";
import { minutesOf } from "./rules";

/** Something new to sell, last in its category. Nobody does it until somebody says who. */
export async function addService(scope: Scope, given: AddServiceInput): Promise<Result<{ id: string }, NeverOpen>> {
  const { tx, tenantId } = scope;
  const { windows, ...input } = given;
  const shut = await shutByHouse(scope, windows);
  if (shut) return { ok: false, ...shut };
  const [house] = await tx
    .select({
      currency: tenants.currency,
      last: sql<number>`coalesce((select max(position) from services s where s.tenant_id = ${tenantId}), -1)::int`,
    })
    .from(tenants)
    .where(eq(tenants.id, tenantId));
  if (!house) throw new Error(`tenant ${tenantId} is not there`);
  const id = newId();
  const { addons, ...said } = input;
  await tx.insert(services).values({
    tenantId,
    id,
    ...said,
    addons: withIds(addons, []),
    durationMinutes: minutesOf(input.segments),
    currency: house.currency,
    position: house.last + 1,
    createdAt: now(),
  });
  await setWindows(scope, id, windows);
  recordEvent(scope, { name: "service.added", serviceId: id });
  await recordAudit(scope, {
    action: "service.added",
    entity: "service",
    entityId: id,
    after: { ...input, ...(windows.length > 0 ? { windows: windowWords(windows) } : {}) },
  });
  return ok({ id });
}

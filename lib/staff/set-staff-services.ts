import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { services } from "@/db/schema/services";
import { staffServices } from "@/db/schema/staff";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { StaffServicesInput } from "./input";
import { lockStaff } from "./internal/lock-staff";

type Skill = StaffServicesInput["services"][number];

export type StaffServicesRefusal = { refusal: "unknown" | "service_unknown" };

/** What somebody does and would do no longer. */
export async function skillsLost(
  scope: Scope,
  staffId: string,
  { services: wanted }: Pick<StaffServicesInput, "services">,
): Promise<string[]> {
  const known = await namesOf(scope);
  const kept = new Set(wanted.map(({ serviceId }) => serviceId));
  const had = await scope.tx
    .select({ serviceId: staffServices.serviceId })
    .from(staffServices)
    .where(and(eq(staffServices.tenantId, scope.tenantId), eq(staffServices.staffId, staffId)));
  return had.map(({ serviceId }) => serviceId).filter((id) => known.has(id) && !kept.has(id));
}

/** All that somebody does, in place of what they did before. */
export async function setStaffServices(
  scope: Scope,
  staffId: string,
  { services: wanted }: StaffServicesInput,
): Promise<Result<null, StaffServicesRefusal>> {
  const { tx, tenantId } = scope;
  if (!(await lockStaff(scope, staffId))) return refuse("unknown");
  const known = await namesOf(scope);
  if (wanted.some(({ serviceId }) => !known.has(serviceId))) return refuse("service_unknown");
  const mine = and(eq(staffServices.tenantId, tenantId), eq(staffServices.staffId, staffId));
  const had = await tx
    .select({
      serviceId: staffServices.serviceId,
      durationMinutes: staffServices.durationMinutes,
      priceMinor: staffServices.priceMinor,
    })
    .from(staffServices)
    .where(mine);
  // What is no longer sold is not theirs to lose here: it comes back with the service.
  const shown = had.filter(({ serviceId }) => known.has(serviceId));
  const words = (skills: Skill[]) => inWords(skills, known);
  const [before, after] = [words(shown), words(wanted)];
  if (before === after) return ok(null);
  const kept = new Set(wanted.map(({ serviceId }) => serviceId));
  const gone = shown.filter(({ serviceId }) => !kept.has(serviceId)).map(({ serviceId }) => serviceId);
  if (gone.length > 0) await tx.delete(staffServices).where(and(mine, inArray(staffServices.serviceId, gone)));
  // What stays keeps what else is said of it.
  if (wanted.length > 0)
    await tx
      .insert(staffServices)
      .values(wanted.map((skill) => ({ tenantId, staffId, ...skill })))
      .onConflictDoUpdate({
        target: [staffServices.tenantId, staffServices.staffId, staffServices.serviceId],
        set: { durationMinutes: sql`excluded.duration_minutes`, priceMinor: sql`excluded.price_minor` },
      });
  recordEvent(scope, { name: "staff.changed", staffId });
  await recordAudit(scope, {
    action: "staff.services_changed",
    entity: "staff",
    entityId: staffId,
    before: { services: before },
    after: { services: after },
  });
  return ok(null);
}

async function namesOf({ tx, tenantId }: Scope): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: services.id, name: services.name })
    .from(services)
    .where(and(eq(services.tenantId, tenantId), isNull(services.archivedAt)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** One order for one set, with what differs from the service. */
const inWords = (skills: readonly Skill[], known: Map<string, string>): string =>
  skills
    .map(({ serviceId, durationMinutes, priceMinor }) => {
      const own = [
        durationMinutes === null ? [] : `${durationMinutes} min`,
        priceMinor === null ? [] : String(priceMinor / 100),
      ].flat();
      return `${known.get(serviceId)}${own.length > 0 ? ` (${own.join(", ")})` : ""}`;
    })
    .sort()
    .join(", ") || "nothing";

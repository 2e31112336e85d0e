import { and, eq } from "drizzle-orm";
import { businessDays, type Windows } from "@/db/schema/hours";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { timesWords } from "@/lib/staff/rules";
import type { Scope } from "@/lib/tenancy/scope";

type Day = { date: string; windows: Windows; reason: string };

/** Opens the business otherwise on one date, or shuts it. */
export async function setBusinessDay(scope: Scope, { date, windows, reason }: Day): Promise<void> {
  const before = await dayOn(scope, date);
  const sorted = [...windows].sort(([a], [b]) => a - b);
  const after = { date, windows: sorted, reason };
  if (before && inWords(before) === inWords(after)) return;
  await scope.tx
    .insert(businessDays)
    .values({ tenantId: scope.tenantId, ...after, createdAt: now() })
    .onConflictDoUpdate({ target: [businessDays.tenantId, businessDays.date], set: { windows: sorted, reason } });
  await writeDown(scope, before, after);
}

/** Makes a date like any other of its weekday. */
export async function clearBusinessDay(scope: Scope, date: string): Promise<void> {
  const before = await dayOn(scope, date);
  if (!before) return;
  await scope.tx
    .delete(businessDays)
    .where(and(eq(businessDays.tenantId, scope.tenantId), eq(businessDays.date, date)));
  await writeDown(scope, before, null);
}

async function dayOn({ tx, tenantId }: Scope, date: string): Promise<Day | undefined> {
  const [day] = await tx
    .select({ date: businessDays.date, windows: businessDays.windows, reason: businessDays.reason })
    .from(businessDays)
    .where(and(eq(businessDays.tenantId, tenantId), eq(businessDays.date, date)));
  return day;
}

/** `12 Dec: closed, Jamhuri Day` without its date. */
const inWords = ({ windows, reason }: Day): string =>
  [timesWords(windows.map(([from, to]) => ({ from, to }))) || "closed", reason].filter(Boolean).join(", ");

async function writeDown(scope: Scope, before: Day | undefined, after: Day | null): Promise<void> {
  const { tenantId } = scope;
  const date = (before ?? after)?.date;
  recordEvent(scope, { name: "hours.changed", tenantId });
  await recordAudit(scope, {
    action: "day.changed",
    entity: "tenant",
    entityId: tenantId,
    before: { date, open: before ? inWords(before) : "as every week" },
    after: { date, open: after ? inWords(after) : "as every week" },
  });
}

import { eq } from "drizzle-orm";
import { type BookingPolicy, tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { lockPolicy } from "@/lib/tenancy/lock-policy";
import type { Scope } from "@/lib/tenancy/scope";
import { holidayOn } from "./holidays";
import { withHoliday } from "./rules";
import { clearBusinessDay, setBusinessDay } from "./set-business-day";

/** Whether the business is shut on public holidays that nothing else is said about. */
export async function setHolidays(scope: Scope, { closed }: { closed: boolean }): Promise<void> {
  const policy = await lockPolicy(scope);
  if ((policy.closedOnHolidays ?? false) === closed) return;
  await keepPolicy(scope, { ...policy, closedOnHolidays: closed });
  await recordAudit(scope, {
    action: "holidays.changed",
    entity: "tenant",
    entityId: scope.tenantId,
    before: { closedOnHolidays: !closed },
    after: { closedOnHolidays: closed },
  });
}

/** Shuts the business on one public holiday, or keeps it open; one that was announced just now is a date like others. */
export async function setHoliday(scope: Scope, wish: { date: string; open: boolean }): Promise<void> {
  const { date, open } = wish;
  const name = holidayOn(date);
  const policy = await lockPolicy(scope);
  const becoming = withHoliday({ policy, days: [] }, { ...wish, isKnown: name !== null });
  if (becoming.days.length > 0) await setBusinessDay(scope, { date, windows: [], reason: name ?? "Public holiday" });
  else await clearBusinessDay(scope, date);
  const [before, after] = [policy, becoming.policy].map(({ openOnHolidays = [] }) => openOnHolidays.includes(date));
  if (before === after) return;
  await keepPolicy(scope, becoming.policy);
  await recordAudit(scope, {
    action: "holidays.changed",
    entity: "tenant",
    entityId: scope.tenantId,
    before: { date, open: !open },
    after: { date, open },
  });
}

async function keepPolicy(scope: Scope, policy: BookingPolicy): Promise<void> {
  await scope.tx.update(tenants).set({ policy }).where(eq(tenants.id, scope.tenantId));
  recordEvent(scope, { name: "hours.changed", tenantId: scope.tenantId });
}

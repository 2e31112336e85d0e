import { sql } from "drizzle-orm";
import { daysBetween, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { giveDays } from "./give-days";
import { lockSubscription } from "./internal/subscription";
import { dueDay } from "./terms";

/** A business that was being closed could not be used: what ran meanwhile runs so many days longer. Called before it is kept. */
export async function giveBack(scope: Scope): Promise<void> {
  const subscription = await lockSubscription(scope);
  if (subscription?.status !== "active" && subscription?.status !== "trialing") return;
  const [closing] = await scope.tx.execute<{ since: string }>(sql`
    select closing_since as since from tenants where id = ${scope.tenantId} and closes_at > ${now().toISOString()}`);
  if (!closing) return;
  const { today, timeZone } = subscription;
  const due = dueDay(subscription);
  const days = daysBetween(localDate(new Date(closing.since), timeZone), due < today ? due : today);
  if (days > 0) await giveDays(scope, { days, note: "It was being closed meanwhile." });
}

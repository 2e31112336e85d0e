import { addDays, daysBetween } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatCalendarDate } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import { readSubscription } from "./internal/subscription";
import { dueDay, restsOn, worksUntil } from "./terms";

export type Warning = { kind: "resting" | "due" | "ending"; until: string };

/** A trial is told of on every page so many days before its end. */
const endingDays = 5;

/** What stands above every page of the business; null while there is nothing to be said. */
export async function warningOf(scope: Scope): Promise<Warning | null> {
  const subscription = await readSubscription(scope);
  if (!subscription) return null;
  const { status, today, timeZone, cancelsAtEnd } = subscription;
  const due = dueDay(subscription);
  if (worksUntil(subscription, timeZone) <= now()) return { kind: "resting", until: "" };
  if (status === "past_due") return { kind: "due", until: formatCalendarDate(addDays(restsOn(subscription), -1)) };
  const left = daysBetween(today, due);
  if (status === "trialing" && left <= endingDays && left > 0 && !cancelsAtEnd)
    return { kind: "ending", until: formatCalendarDate(addDays(due, -1)) };
  return null;
}

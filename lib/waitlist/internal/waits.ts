import { sql } from "drizzle-orm";
import { lockTime } from "@/lib/bookings/take-time";
import type { Scope } from "@/lib/tenancy/scope";
import { localToday } from "../list-turns";

/** Over `e`: still waits, and could still come. */
export const waits = (scope: Scope) => sql`e.ended is null and e.last_date >= ${localToday(scope)}`;

/** One look at the list after the other: before any other lock, so that no time is offered to two. */
export const lockWaitlist = (scope: Scope): Promise<void> => lockTime(scope, ["waitlist"], "waitlist");

import { and, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import { sha256 } from "@/lib/platform/ids";

/** So long a registration waits for its code. */
export const registrationMinutes = 60;

/** What was filled in by whoever holds the token; null once it is confirmed or too old. */
export async function waitingRegistration(token: string) {
  const [row] = await db()
    .select()
    .from(registrations)
    .where(and(eq(registrations.hash, sha256(token)), gt(registrations.expiresAt, now())));
  return row ?? null;
}

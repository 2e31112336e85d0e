import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { mostDepositMinutes } from "./deposit-rules";
import { lockBooking } from "./internal/lock-booking";
import { hasRunOut } from "./rules";
import { keepUntil } from "./take-time";

/** A prompt was sent; nobody knows what became of one; or somebody has said that they paid. */
export type KeptBecause = "asked" | "unknown" | "told";

/**
 * Whoever is asked to pay just now keeps the time until then, though not for longer than anybody may in all: unless it is
 * kept for longer anyway, or nobody knows whether it has been paid. It is never kept for less than before. Answers until
 * when it is kept, or null when it is no more. For payments.
 */
export async function keepForPayment(
  scope: Scope,
  bookingId: string,
  until: Date,
  because: KeptBecause = "asked",
): Promise<string | null> {
  const booking = await lockBooking(scope, bookingId);
  if (!booking?.expiresAt || booking.status !== "held" || booking.deposit !== "due") return null;
  if (hasRunOut(booking, now())) return null;
  const is = Date.parse(booking.expiresAt);
  const most = Math.min(mostFor(because, booking.createdAt, is), Date.parse(booking.startsAt));
  const expiresAt = new Date(Math.max(is, Math.min(until.getTime(), most)));
  if (expiresAt.getTime() === is) return booking.expiresAt;
  await scope.tx.execute(sql`
    update bookings set expires_at = ${expiresAt.toISOString()}
    where tenant_id = ${scope.tenantId} and id = ${bookingId}`);
  await keepUntil(scope, bookingId, expiresAt);
  return expiresAt.toISOString();
}

/** What anybody may type keeps nothing beyond what everybody has; prompts are few. */
function mostFor(because: KeptBecause, createdAt: string, is: number): number {
  const forEverybody = Date.parse(createdAt) + mostDepositMinutes * 60_000;
  const isBeyond = because === "unknown" || (because === "asked" && is > forEverybody);
  return isBeyond ? Number.POSITIVE_INFINITY : forEverybody;
}

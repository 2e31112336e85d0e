import { sql } from "drizzle-orm";
import { hasRunOut } from "@/lib/bookings/rules";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { depositMessage } from "./internal/deposit-message";
import { placedBookings } from "./internal/placed-bookings";
import { queueMessage } from "./queue-message";

export type LinkRefusal =
  | { refusal: "unknown_booking" }
  | { refusal: "nothing_due" }
  /** Neither a phone nor an e-mail address on which they want to hear from the house. */
  | { refusal: "no_way" }
  | { refusal: "just_sent" };

/** The way to pay a deposit once more, at most once a minute. */
export async function sendPayLink(scope: Scope, { id }: { id: string }): Promise<Result<{ id: string }, LinkRefusal>> {
  const [booking] = await placedBookings(scope, [id]);
  if (!booking) return refuse("unknown_booking");
  const { status, deposit, expires_at: expiresAt } = booking;
  const at = now();
  if (status !== "held" || deposit !== "due" || hasRunOut({ status, expiresAt }, at)) return refuse("nothing_due");
  const since = new Date(at.getTime() - 60_000).toISOString();
  const [sent] = await scope.tx.execute(sql`
    select 1 from messages where tenant_id = ${scope.tenantId} and template = 'booking-deposit'
      and created_at > ${since} and starts_with(dedupe_key, ${`booking-deposit ${id} `})`);
  if (sent) return refuse("just_sent");
  const messages = depositMessage(booking, ` ${Math.floor(at.getTime() / 60_000)}`);
  if (messages.length === 0) return refuse("no_way");
  let isSent = false;
  for (const message of messages) isSent = (await queueMessage(scope, message)) === "queued" || isSent;
  return isSent ? ok({ id }) : refuse("just_sent");
}

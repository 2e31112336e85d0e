import { sql } from "drizzle-orm";
import { isKnownBy, type KnownBy } from "@/lib/customers/customer-by-phone";
import { localDate, wallMinute, weekdayOf } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import type { How } from "../book-slot";
import { depositFor, mayAsk, nobodyKnown, type VisitHistory } from "../deposit-rules";
import { type Candidates, ownOffer } from "./candidates";
import type { House } from "./house";

/** The desk trusts whom it books for, unless it says otherwise; everybody else is asked. */
export const mayBeAsked = ({ source, asksDeposit }: Pick<How, "source" | "asksDeposit">): boolean =>
  source !== "desk" || asksDeposit === true;

/**
 * One statement, and none where nobody could be asked for a deposit. Anybody may type a regular's number: who has not shown
 * that it is theirs, nor is booked for by the house, is somebody new, of whom only what speaks against them counts.
 */
export async function loadHistory(
  scope: Scope,
  house: House,
  lines: Candidates,
  who: KnownBy,
  how: Pick<How, "source" | "asksDeposit" | "isProven">,
): Promise<VisitHistory> {
  if (!mayBeAsked(how) || !asksDeposits(house, lines)) return nobodyKnown;
  const [row] = await scope.tx.execute<{ completed: number; missed: string | null }>(sql`
    select count(*) filter (where b.status = 'completed')::int as completed,
      max(b.starts_at) filter (where b.status = 'no_show') as missed
    from customers c join bookings b on b.tenant_id = c.tenant_id and b.customer_id = c.id
    where c.tenant_id = ${scope.tenantId} and ${isKnownBy(who)}`);
  if (!row) return nobodyKnown;
  const isTheirs = how.source === "desk" || how.isProven === true;
  return { completed: isTheirs ? row.completed : 0, lastNoShowAt: row.missed && new Date(row.missed).toISOString() };
}

/** Nobody is asked for what they could not pay. */
const asksDeposits = ({ canBePaid, policy }: House, lines: Candidates): boolean =>
  canBePaid &&
  mayAsk(
    lines.map(({ service }) => service),
    policy.deposits,
  );

type Placed = readonly { staffId: string }[];

/** What a visit that begins then asks for beforehand, of whoever is asked at all; null for nothing. */
export function depositDue(
  house: House,
  lines: Candidates,
  placed: Placed,
  asked: { startsAt: Date; history: VisitHistory },
): number | null {
  const prices = lines.map(
    ({ service, staff }, at) =>
      ownOffer(service, staff.find(({ id }) => id === placed[at]?.staffId) ?? staff[0]!).priceMinor,
  );
  return depositAt(house, lines, prices, asked);
}

/** The same at these prices, one for each service. */
export function depositAt(
  house: House,
  lines: Candidates,
  prices: readonly number[],
  { startsAt, history }: { startsAt: Date; history: VisitHistory },
): number | null {
  if (!asksDeposits(house, lines)) return null;
  const { timeZone, policy } = house;
  return depositFor({
    lines: lines.map(({ service }, at) => ({ priceMinor: prices[at]!, deposit: service.deposit })),
    policy: policy.deposits,
    history,
    start: { weekday: weekdayOf(localDate(startsAt, timeZone)), minute: wallMinute(startsAt, timeZone) },
    at: now(),
  });
}

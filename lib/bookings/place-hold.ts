import { sql } from "drizzle-orm";
import type { Placed } from "@/lib/availability/visit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { holdRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import { type Candidates, candidates, involved, ownOffer } from "./internal/candidates";
import { type House, loadHouse } from "./internal/house";
import { around, placeAt } from "./internal/place-at";
import { seatVisit } from "./internal/seating";
import { loadTaken } from "./internal/taken-time";
import { heldUntil } from "./internal/write-booking";
import { writeHold } from "./internal/write-hold";
import { letHoldGo } from "./let-hold-go";
import type { AskedLine } from "./list-open-slots";
import { visitorHoldMinutes } from "./rules";
import { lockTime } from "./take-time";

type Wish = {
  lines: readonly AskedLine[];
  startsAt: Date;
  /** Where they come from, as a hash. */
  visitor: string;
  /** What was kept for them before: nobody keeps two. */
  instead?: string | undefined;
};

export type Held = { id: string; expiresAt: string };
export type HoldRefusal =
  | { refusal: "slot_taken" }
  /** Kept for others; it may still be booked. */
  | { refusal: "too_many" }
  | { refusal: "not_offered" };

/**
 * Keeps the time that a visitor has chosen while they type their details. One network keeps few times at once, and all
 * visitors together no more than a few: nobody can shut a day by choosing.
 */
export async function placeHold(scope: Scope, wish: Wish): Promise<Result<Held, HoldRefusal>> {
  const [, house] = await Promise.all([
    holdRules(scope),
    loadHouse(
      scope,
      wish.lines.map(({ serviceId }) => serviceId),
    ),
  ]);
  const wanted = candidates(house, wish.lines);
  if (house.status !== "active" || !wanted.found) return refuse("not_offered");
  const lines = wanted.found;
  const { staffIds, resourceIds } = involved(lines);
  const [, , live] = await Promise.all([
    lockTime(scope, [...staffIds, ...resourceIds, "visitors"], wish.visitor),
    wish.instead && letHoldGo(scope, wish.instead),
    keptNow(scope),
  ]);
  return hold(scope, house, lines, wish, live);
}

async function hold(
  scope: Scope,
  house: House,
  lines: Candidates,
  wish: Wish,
  live: Kept,
): Promise<Result<Held, HoldRefusal>> {
  const taken = await loadTaken(scope, involved(lines), ...around(wish.startsAt));
  const habits = { usual: {}, visits: [] };
  const placed = placeAt(house, lines, wish.startsAt, { channel: "public", habits, taken });
  const seating = placed && seatVisit(house, lines, placed, taken);
  if (!seating) return refuse("slot_taken");
  if (isFull(live, wish.visitor, placed)) return refuse("too_many");
  const expiresAt = heldUntil(visitorHoldMinutes, wish.startsAt);
  const kept = await writeHold(scope, {
    for: { visitor: wish.visitor },
    placed,
    seating,
    expired: taken.expired,
    expiresAt: new Date(expiresAt),
    lines: lines.map(({ service, staff }, at) =>
      ownOffer(service, staff.find(({ id }) => id === placed[at]!.staffId)!),
    ),
  });
  if (!kept) return refuse("slot_taken");
  recordEvent(scope, kept);
  return ok({ id: kept.holdId, expiresAt });
}

/** Whose time is kept for visitors now, and for which of them. */
type Kept = { visitor: string; staff_ids: string[] }[];

const keptNow = (scope: Scope): Promise<Kept> =>
  scope.tx.execute<Kept[number]>(sql`
    select visitor, staff_ids from holds
    where tenant_id = ${scope.tenantId} and ended is null and visitor is not null and expires_at > ${now().toISOString()}`);

function isFull(live: Kept, visitor: string, placed: readonly Placed[]): boolean {
  const { HOLDS_PER_ADDRESS, HOLDS_PER_PERSON, HOLDS_PER_TENANT } = env();
  const of = (staffId: string) => live.filter(({ staff_ids }) => staff_ids.includes(staffId)).length;
  return (
    live.length >= HOLDS_PER_TENANT ||
    live.filter((kept) => kept.visitor === visitor).length >= HOLDS_PER_ADDRESS ||
    placed.some(({ staffId }) => of(staffId) >= HOLDS_PER_PERSON)
  );
}

/** A visitor's own choice: until when it is kept, until when it lasts, and who would do it. */
export type KeptChoice = { until: string; endsAt: string; staffIds: string[] };

/** Null when it is another time, or kept no longer. */
export async function keptFor(scope: Scope, holdId: string, startsAt: Date): Promise<KeptChoice | null> {
  const [row] = await scope.tx.execute<{ expires_at: string; ends_at: string; staff_ids: string[] }>(sql`
    select expires_at, ends_at, staff_ids from holds where tenant_id = ${scope.tenantId} and id = ${holdId} and visitor is not null
      and ended is null and starts_at = ${startsAt.toISOString()} and expires_at > ${now().toISOString()}`);
  if (!row) return null;
  const { expires_at, ends_at, staff_ids: staffIds } = row;
  return { until: new Date(expires_at).toISOString(), endsAt: new Date(ends_at).toISOString(), staffIds };
}

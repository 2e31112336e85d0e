import { type Counted, dayCloses } from "@/db/schema/till";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { cashWasCounted } from "@/lib/payments/ledger";
import { holdLedger } from "@/lib/payments/ledger-lock";
import { recordEntries } from "@/lib/payments/record-entries";
import { addDays, startOfDay } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { type DayStanding, dayStanding } from "./day-standing";
import type { CloseDayInput } from "./input";

export type CloseDayRefusal =
  | { refusal: "to_come" }
  /** It is counted first. */
  | { refusal: "drawer_open" }
  /** Something came in, or went out, since it was looked at. */
  | { refusal: "moved_on" }
  /** Somebody has closed it with other counts. */
  | { refusal: "day_closed" };

const sumOf = ({ cash, mpesa, card, other }: Counted) => cash + mpesa + card + other;
const isSame = (one: Counted, other: Counted) =>
  one.cash === other.cash && one.mpesa === other.mpesa && one.card === other.card && one.other === other.other;

/**
 * Closes a day of the business: what there should be by the ledger, what was counted, and what is between them. From then
 * on nothing is written for it. Cash that no drawer was counted with is counted here, and the ledger is told the difference.
 */
export async function closeDay(
  scope: Scope,
  wish: CloseDayInput,
): Promise<Result<{ day: string; differenceMinor: number }, CloseDayRefusal>> {
  await holdLedger(scope);
  const { day } = wish;
  const standing = await dayStanding(scope, day);
  const { expected, closed, currency } = standing;
  const { inDrawersMinor, byHandMinor } = cashOf(standing, wish.counted.cash);
  const counted = { ...wish.counted, cash: inDrawersMinor + byHandMinor };
  if (closed)
    return isSame(closed.counted, counted)
      ? ok({ day, differenceMinor: closed.differenceMinor })
      : refuse("day_closed");
  if (day > standing.today) return refuse("to_come");
  if (standing.drawerOpen) return refuse("drawer_open");
  if (!isSame(expected, wish.seen)) return refuse("moved_on");
  const { timeZone } = await houseOf(scope);
  // A drawer's own difference was written when it was counted.
  const entries = cashWasCounted(byHandMinor - standing.looseMinor);
  if (entries.length > 0)
    await recordEntries(scope, {
      kind: "cash_count",
      source: `count of day ${day}`,
      entries,
      currency,
      timeZone,
      at: new Date(Math.min(now().getTime(), startOfDay(addDays(day, 1), timeZone).getTime() - 1)),
    });
  const differenceMinor = sumOf(counted) - sumOf(expected);
  await scope.tx.insert(dayCloses).values({
    tenantId: scope.tenantId,
    day,
    expected,
    counted,
    differenceMinor,
    unverifiedMinor: standing.unverifiedMinor,
    unverified: standing.unverified,
    currency,
    note: wish.note,
    closedBy: scope.actor.kind === "member" ? scope.actor.userId : null,
    createdAt: now(),
  });
  await recordAudit(scope, {
    action: "day.closed",
    entity: "tenant",
    entityId: scope.tenantId,
    after: {
      day,
      expectedMinor: sumOf(expected),
      countedMinor: sumOf(counted),
      currency,
      ...(wish.note ? { note: wish.note } : {}),
    },
  });
  recordEvent(scope, { name: "day.closed", tenantId: scope.tenantId, day });
  return ok({ day, differenceMinor });
}

/** What lay in drawers as they were counted, that day or later, and what was counted by hand where there is any of it. */
function cashOf({ expected, looseMinor, drawerDifferenceMinor }: DayStanding, typedMinor: number) {
  const coveredMinor = expected.cash - looseMinor;
  const inDrawers = looseMinor === 0 && (coveredMinor !== 0 || drawerDifferenceMinor !== null);
  return {
    inDrawersMinor: coveredMinor + (drawerDifferenceMinor ?? 0),
    byHandMinor: inDrawers ? 0 : typedMinor,
  };
}

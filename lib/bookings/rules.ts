import type { BookingMove, BookingStatus, BookingStep } from "@/db/schema/bookings";

/** Who moves a booking on: the desk, the one who serves, the customer, or time itself. */
export type Mover = "desk" | "staff" | "customer" | "system";

type Rule = {
  from: readonly BookingStatus[];
  to: BookingStatus;
  by: readonly Mover[];
  /** What a customer may do of it themself: from fewer states, and only around the start. */
  customer?: { from: readonly BookingStatus[]; earliestMs: number; latestMs: number };
  /**
   * Not before its start; or only about its time: from half a day before the start to half a day after the end, and for
   * who was missed on that day alone; or not once it is long over.
   */
  when?: "started" | "about_now" | "not_over";
};

/** What may become of a booking, and by whom. Everything else is refused. */
export const moves: Record<BookingMove, Rule> = {
  accept: { from: ["requested"], to: "confirmed", by: ["desk"] },
  decline: { from: ["requested"], to: "rejected", by: ["desk"] },
  confirm: { from: ["held"], to: "confirmed", by: ["desk", "customer"] },
  release: { from: ["held"], to: "cancelled", by: ["desk", "customer"] },
  expire: { from: ["requested", "held"], to: "expired", by: ["system"] },
  cancel: { from: ["requested", "confirmed"], to: "cancelled", by: ["desk", "customer"], when: "not_over" },
  // Who came after all is here: on the same day a no-show is taken back.
  check_in: {
    from: ["confirmed", "no_show"],
    to: "arrived",
    by: ["desk", "staff", "customer"],
    when: "about_now",
    customer: { from: ["confirmed"], earliestMs: 60 * 60_000, latestMs: 30 * 60_000 },
  },
  start: { from: ["confirmed", "arrived"], to: "in_service", by: ["desk", "staff"], when: "about_now" },
  complete: { from: ["confirmed", "arrived", "in_service"], to: "completed", by: ["desk", "staff"], when: "started" },
  miss: { from: ["confirmed"], to: "no_show", by: ["desk", "staff"], when: "started" },
};

export const allMoves = Object.keys(moves) as BookingMove[];

export type Movable = {
  status: BookingStatus;
  startsAt: string;
  endsAt: string;
  /** Of the business: what is the same day is said by its clocks. */
  timeZone: string;
  /** Until when time is held. */
  expiresAt?: string | null;
  /** What is to be paid before it is promised. */
  deposit?: "due" | "paid" | "waived" | null;
};

const halfDayMs = 12 * 3_600_000;
/** A visit that was begun early may also be over before its time. */
const begun: ReadonlySet<BookingStatus> = new Set(["arrived", "in_service"]);

/** Why a move may not be made at this moment, or null. */
export function obstacleTo(
  move: BookingMove,
  { status, startsAt, endsAt, timeZone, expiresAt, deposit }: Movable,
  by: Mover,
  at: Date,
): Obstacle | null {
  const rule = moves[move];
  if (!rule.by.includes(by)) return "not_yours";
  if (!rule.from.includes(status)) return "moved_on";
  // Time alone ends a hold, whether or not the worker has come to it.
  if (move !== "expire" && hasRunOut({ status, expiresAt }, at)) return "hold_over";
  // Paying says yes; the desk waives what is to be paid, with why (waive-deposit).
  if (move === "confirm" && deposit === "due") return by === "desk" ? "deposit_due" : "not_yours";
  const [start, end, moment] = [Date.parse(startsAt), Date.parse(endsAt), at.getTime()];
  if (by === "customer" && rule.customer) {
    if (!rule.customer.from.includes(status)) return "moved_on";
    if (moment < start - rule.customer.earliestMs) return "too_early";
    return moment > start + rule.customer.latestMs ? "too_late" : null;
  }
  if (rule.when === "started") return moment < start && !begun.has(status) ? "too_early" : null;
  if (rule.when === "about_now") {
    if (status === "no_show") return isDayOf({ startsAt, endsAt, timeZone }, at) ? null : "too_late";
    if (moment < start - halfDayMs) return "too_early";
    return moment > end + halfDayMs ? "too_late" : null;
  }
  if (by === "customer" && moment >= start) return "too_late";
  return rule.when === "not_over" && moment > end + halfDayMs ? "long_over" : null;
}

export type Obstacle = "deposit_due" | "not_yours" | "moved_on" | "too_early" | "too_late" | "hold_over" | "long_over";

/** Whether time that was held is free again. */
export const hasRunOut = (
  { status, expiresAt }: { status: BookingStatus; expiresAt?: string | null | undefined },
  at: Date,
): boolean => status === "held" && Boolean(expiresAt) && Date.parse(expiresAt!) <= at.getTime();

/** Whether it is a day of the booking in the business; over midnight it has two. */
function isDayOf({ startsAt, endsAt, timeZone }: Omit<Movable, "status">, at: Date): boolean {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone });
  const [today, first, last] = [at, new Date(startsAt), new Date(Date.parse(endsAt) - 1)].map((one) => day.format(one));
  return today === first || today === last;
}

/** What somebody may do with a booking now, in the order in which it usually happens. */
export const movesFor = (booking: Movable, by: Mover, at: Date): BookingMove[] =>
  allMoves.filter((move) => obstacleTo(move, booking, by, at) === null);

/** Whether other times may be proposed for it: it is promised or asked for, and has not begun. */
export const mayPropose = ({ status, startsAt }: Pick<Movable, "status" | "startsAt">, at: Date): boolean =>
  (status === "requested" || status === "confirmed") && at.getTime() < Date.parse(startsAt);

const lateMs = 15 * 60_000;

/** So long after the start the desk is asked whether they have come; nothing happens by itself. */
export const isLate = ({ status, startsAt }: Pick<Movable, "status" | "startsAt">, at: Date): boolean =>
  status === "confirmed" && at.getTime() >= Date.parse(startsAt) + lateMs;

/** Still being served when its time is over. */
export const runsOver = ({ status, endsAt }: Pick<Movable, "status" | "endsAt">, at: Date): boolean =>
  status === "in_service" && at.getTime() > Date.parse(endsAt);

/** Whoever comes so soon after somebody who runs over may have to wait. */
export const heldUpMs = lateMs;
/** What was left unanswered for so long is asked about no more: it is among what was. */
export const askedForMs = halfDayMs;

/** Whether it may be put at another time: by the desk, and by the customer before it begins. */
export const mayMove = ({ status, startsAt }: Pick<Movable, "status" | "startsAt">, by: Mover, at: Date): boolean =>
  (status === "requested" || status === "confirmed") &&
  (by === "desk" || (by === "customer" && at.getTime() < Date.parse(startsAt)));

/** A change made by mistake can be taken back for so long, and the customer is told of it only afterwards. */
export const undoMs = 15_000;
/** What the server grants on top: the tap that comes in the last moment is still on its way. */
export const undoGraceMs = 10_000;

/** So many bookings are found another place for in one go. */
export const mostAtOnce = 100;

/** So many services make one visit. */
export const mostServices = 8;

/** A booking comes round every so many weeks, so many times in all. */
export const seriesWeeks = { least: 1, most: 12 } as const;
export const seriesTimes = { least: 2, most: 26 } as const;

/** Why a date of a series cannot be had. */
export type Clash = {
  why: "no_such_time" | "past" | "too_soon" | "beyond" | "holiday" | "closed" | "away" | "taken";
  /** Which holiday, or who is away or taken when nobody else was asked for. */
  about?: string;
};

/** Said to the customer by SMS, so short. */
export const mostReason = 160;

/** For so long the desk keeps a time for somebody who wants to think about it. */
export const holdMinutes = [15, 60] as const;
/** No longer than this in all, however often it is extended. */
export const mostHoldMinutes = 240;
/** So long can somebody's time be blocked in one go; for whole days there is time off. */
export const blockMinutes = { least: 15, most: 480 };
/** For so long a visitor's choice is kept while they type their details. */
export const visitorHoldMinutes = 5;
/** So many times the desk proposes at once, and for so long they are kept. */
export const mostProposed = 3;
export const proposalMinutes = 24 * 60;

export const statuses = [
  "requested",
  "held",
  "confirmed",
  "arrived",
  "in_service",
  "completed",
  "no_show",
  "cancelled",
  "rejected",
  "expired",
] as const satisfies readonly BookingStatus[];

/** In how many weeks the same is offered again. */
export const weeksAgain = [1, 2, 4, 6, 8] as const;

/** What a list is narrowed to that no status says: all that was not called off, and who comes within the hour. */
export const bookingGroups = ["not_cancelled", "arriving"] as const;
export type BookingGroup = (typeof bookingGroups)[number];

/** What is asked for of the list: what comes, what waits for an answer, what was. */
export const views = ["upcoming", "requests", "past"] as const;
export type BookingView = (typeof views)[number];

/** A step that a booking has made; `who` is the member's name. */
export type PastStep = {
  id: string;
  move: BookingStep;
  by: "member" | "customer" | "system";
  who: string | null;
  reason: string;
  at: string;
};

import type { TicketStatus, TicketStep, WaitWindow } from "@/db/schema/waiting";

/** What may become of a ticket of the queue, and by whom. Everything else is refused. */
type Rule = { from: readonly TicketStatus[]; to: TicketStatus; by: "desk" | "customer" | "both" };

export type TurnStep = Exclude<TicketStep, "take" | "undo">;

export const turnSteps: Record<TurnStep, Rule> = {
  call: { from: ["waiting"], to: "called", by: "desk" },
  recall: { from: ["called"], to: "called", by: "desk" },
  /** Not here when called: behind the next one. */
  skip: { from: ["waiting", "called"], to: "waiting", by: "desk" },
  serve: { from: ["waiting", "called"], to: "served", by: "desk" },
  leave: { from: ["waiting", "called"], to: "left", by: "customer" },
  remove: { from: ["waiting", "called"], to: "removed", by: "desk" },
};

export const allTurnSteps = Object.keys(turnSteps) as TurnStep[];

/** What the desk takes back within seconds, as it does with bookings. */
export const undoable: ReadonlySet<TicketStep> = new Set<TicketStep>(["call", "skip", "remove"]);

/** So many stand in the queue of a day at most. */
export const mostTickets = 200;
/** So many wait for a free time at once, of a business and of one customer. */
export const mostEntries = 500;
export const mostEntriesEach = 3;
export const mostWindows = 5;
/** So far ahead somebody may wait for a time. */
export const waitDays = 90;

/** Offers in a row that may run out without a word before nobody asks any more. */
export const mostUnanswered = 2;
/** Nobody can be asked about what begins sooner. */
export const leastLeadMinutes = 20;
const offerMinutes = { most: 30, least: 10 };
/** Minutes of the day between which people sleep, and when whoever was asked in the night has had time to look. */
const night = { from: 21 * 60, to: 7 * 60, answered: 7 * 60 + 30 };

/** For how long somebody is asked: half an hour, at night until the morning; but no longer than half of what is left until it begins. */
export function offerLasts(untilStartMinutes: number, clockMinute: number): number {
  const isNight = clockMinute >= night.from || clockMinute < night.to;
  const toMorning = night.answered - clockMinute + (clockMinute >= night.from ? 24 * 60 : 0);
  const most = isNight ? toMorning : offerMinutes.most;
  return Math.max(offerMinutes.least, Math.min(most, Math.floor(untilStartMinutes / 2)));
}

/** Whether somebody can come at that local date and minute of the day. */
export const canCome = (windows: readonly WaitWindow[], date: string, minute: number): boolean =>
  windows.some(
    ({ from, to, fromMinute, toMinute }) => from <= date && date <= to && fromMinute <= minute && minute < toMinute,
  );

/** Whether any of a stretch of these local dates could suit. */
export const mayCome = (windows: readonly WaitWindow[], first: string, last: string): boolean =>
  windows.some(({ from, to }) => from <= last && first <= to);

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
/** For how long somebody is asked: half an hour, or half of what is left until it begins. */
export const offerLasts = (untilStartMinutes: number): number =>
  Math.max(offerMinutes.least, Math.min(offerMinutes.most, Math.floor(untilStartMinutes / 2)));

/** Minutes of the day between which people sleep: nobody is asked then, and nobody's silence counts. */
const night = { from: 21 * 60, to: 7 * 60 };

/** Minutes until people are up, from this minute of the day there; 0 by day. */
export function untilMorning(clockMinute: number): number {
  if (clockMinute >= night.from) return night.to + 24 * 60 - clockMinute;
  return clockMinute < night.to ? night.to - clockMinute : 0;
}

/** A time within so many minutes of one that somebody has not taken is the same to them. */
export const sameTimeMinutes = 60;

/** Whether somebody can come at that local date and minute of the day. */
export const canCome = (windows: readonly WaitWindow[], date: string, minute: number): boolean =>
  windows.some(
    ({ from, to, fromMinute, toMinute }) => from <= date && date <= to && fromMinute <= minute && minute < toMinute,
  );

/** Whether any of a stretch of these local dates could suit. */
export const mayCome = (windows: readonly WaitWindow[], first: string, last: string): boolean =>
  windows.some(({ from, to }) => from <= last && first <= to);

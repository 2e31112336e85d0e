import type { Say } from "@/app/_words/say";
import type { Preferences } from "@/db/schema/people";
import { type EventName, silent, touches } from "@/lib/events/rules";
import type { LiveEvent } from "./frame";

/** What a toast says. Several events may share one. */
export type News = { title: string; message: string; entity: string; entityId: string };

const mostSingly = 3;

/** Of which bookings somebody wants to hear, and whose bookings are their own. */
export type Hearing = { bookings: Preferences["bookings"]; staffId: string | null };

export const everything: Hearing = { bookings: "all", staffId: null };

/** Whether somebody wants this told, who has not done it themself. What is on the screen is kept level either way. */
export function isWanted({ entity, staffIds, by }: LiveEvent, { bookings, staffId }: Hearing, userId: string): boolean {
  if (by === userId) return false;
  if (entity !== "booking" || bookings === "all") return true;
  return bookings === "own" && staffId !== null && staffIds.includes(staffId);
}

/** What has words to be told in. */
export const isNews = (event: LiveEvent): boolean =>
  event.name in touches && !silent.has(event.name as EventName) && event.title !== "";

/** Up to three events are told one by one; more become a single line. `away`: they came while nobody looked. */
export function summarise(say: Say, missed: readonly LiveEvent[], away: boolean): News[] {
  if (missed.length <= mostSingly)
    return missed.map(({ title, message, entity, entityId }) => ({ title, message, entity, entityId }));
  const bookings = missed.filter((event) => event.name === "booking.placed").length;
  const rest = missed.length - bookings;
  return [
    {
      title: bookings === 0 ? changesWords(say, missed.length, away) : bookingsWords(say, bookings, away),
      message:
        bookings > 0 && rest > 0 ? say("And {rest} other {rest, plural, one {change} other {changes}}.", { rest }) : "",
      entity: "notifications",
      entityId: "",
    },
  ];
}

const changesWords = (say: Say, many: number, away: boolean): string =>
  away ? say("{many} changes while you were away", { many }) : say("{many} changes", { many });

const bookingsWords = (say: Say, many: number, away: boolean): string =>
  away
    ? say("{many} new {many, plural, one {booking} other {bookings}} while you were away", { many })
    : say("{many} new {many, plural, one {booking} other {bookings}}", { many });

import type { WaitWindow } from "@/db/schema/waiting";
import type { DomainEvent } from "@/lib/events/catalogue";
import { now } from "@/lib/platform/clock";
import type { OfferWish } from "../offer-freed";
import { weeksOf } from "./weeks";

export type Facts = {
  bookings: ReadonlyMap<string, { startsAt: string; endsAt: string; staffBefore: string[] }>;
  /** Holds of visitors who were typing. */
  visitors: ReadonlySet<string>;
  entries: ReadonlyMap<string, { windows: WaitWindow[]; source: "public" | "desk" }>;
};

/** What is to be looked at after an event; `anywhere` where it may be any day. */
export function freedBy(event: DomainEvent, facts: Facts): (OfferWish | "anywhere")[] {
  const wishes = wishesOf(event, facts);
  const at = now().toISOString();
  // What is over frees nothing that anybody could be asked about.
  return wishes.filter((wish) => wish === "anywhere" || !wish.freed || wish.freed.endsAt > at);
}

function wishesOf(event: DomainEvent, { bookings, visitors, entries }: Facts): (OfferWish | "anywhere")[] {
  if (event.name === "slot.freed") {
    const { holdId, staffIds, startsAt, endsAt } = event;
    // It was on offer before a visitor chose it, and is again: nobody is passed over.
    return [{ freed: { staffIds, startsAt, endsAt }, ...(visitors.has(holdId) ? { quiet: true } : {}) }];
  }
  if (event.name === "time.unblocked") {
    const { staffId, startsAt, endsAt } = event;
    return [{ freed: { staffIds: [staffId], startsAt, endsAt } }];
  }
  if (event.name === "waitlist.joined") {
    const entry = entries.get(event.entryId);
    // What the page sells already is on the page: whoever comes from there has seen it.
    return entry?.source === "desk" ? weeksOf(entry.windows).map((days) => ({ days })) : [];
  }
  if (!("bookingId" in event)) return ["anywhere"];
  const booking = event.bookingId && bookings.get(event.bookingId);
  if (!booking) return [];
  const { startsAt, endsAt, staffBefore } = booking;
  // Time that was held says itself that it is free.
  if (event.name === "booking.expired" && event.was === "held") return [];
  // Made shorter, it has given back what lies behind it.
  if (event.name === "booking.resized") {
    const end = new Date(Date.parse(endsAt) + 4 * 3_600_000).toISOString();
    return [
      { freed: { staffIds: "staffIds" in event ? event.staffIds : [], startsAt: endsAt, endsAt: end }, quiet: true },
    ];
  }
  const wasAt = "wasAt" in event ? event.wasAt : undefined;
  if (!wasAt) return [{ freed: { staffIds: "staffIds" in event ? event.staffIds : [], startsAt, endsAt } }];
  // Put elsewhere: it is free where it was, with whoever did it then.
  const end = new Date(Date.parse(wasAt) + Date.parse(endsAt) - Date.parse(startsAt)).toISOString();
  return [{ freed: { staffIds: staffBefore, startsAt: wasAt, endsAt: end } }];
}

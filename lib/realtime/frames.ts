import type { ToldEvent } from "@/lib/events/events-since";
import type { SlotDays } from "@/lib/events/slot-days";

/** An event as bytes: once for those who may see it, once for those who may only count it. */
export type Frame = {
  seq: number;
  at: number;
  audience: readonly string[];
  full: Buffer;
  hidden: Buffer;
  /** What the public pages are told of it. */
  slotDays: SlotDays;
  /** The booking it is about, for the page of that booking. */
  bookingId: string | null;
  /** Whose it is, for their own corner. */
  customerId: string | null;
};

export function frameOf(epoch: number, event: ToldEvent): Frame {
  const { audience, slotDays, bookingId, customerId, ...told } = event;
  return {
    seq: event.seq,
    at: Date.parse(event.at),
    audience,
    full: message(epoch, event.seq, event.name, told),
    // In its place, so that every stream of a tenant has the same gapless numbers.
    hidden: message(epoch, event.seq, "hidden", { seq: event.seq, name: "hidden" }),
    slotDays,
    bookingId,
    customerId,
  };
}

/** What the client keeps no longer joins on: it reads everything anew and goes on from this position. */
export const resetFrame = (epoch: number, seq: number): Buffer => message(epoch, seq, "reset", { seq });

/** The replay is done; what follows is live. It has an id: who came without one has a place to come back to. */
export const levelFrame = (epoch: number, seq: number): Buffer => message(epoch, seq, "level", { seq });

/** A comment for proxies and an event for the page's watchdog, which comments do not reach. */
export const beatFrame = Buffer.from(": beat\n\nevent: beat\ndata: {}\n\n");

/** On these days other times are free now; without days, on any. No id and no number: nothing tells how much happens. */
export const slotsFrame = (days: readonly string[] | "all"): Buffer =>
  Buffer.from(`event: slots\ndata: ${JSON.stringify(days === "all" ? {} : { days })}\n\n`);

/** What the page had missed has been said; what follows is live. */
export const liveFrame = Buffer.from("event: level\ndata: {}\n\n");

/** The booking whose page this is has changed. */
export const bookingFrame = Buffer.from("event: booking\ndata: {}\n\n");

/** Something of the customer's own has changed. */
export const ownFrame = Buffer.from("event: own\ndata: {}\n\n");

/** How long to wait before coming back; spread, so that a thousand dashboards do not come at once. */
export const retryFrame = (): Buffer => Buffer.from(`retry: ${1_000 + Math.floor(Math.random() * 2_000)}\n\n`);

function message(epoch: number, seq: number, name: string, data: object): Buffer {
  // JSON has no bare line breaks, so nothing a customer typed can begin a field of its own.
  return Buffer.from(`id: ${epoch}-${seq}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

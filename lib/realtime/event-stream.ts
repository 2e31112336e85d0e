import { networkOf } from "@/lib/platform/client-address";
import { env } from "@/lib/platform/env";
import type { Right } from "@/lib/tenancy/doors/rights";
import { readPosition } from "@/lib/tenancy/head";
import { authorize, type Guest, type Refusal, type Place as Wanted } from "./authorize";
import type { Place } from "./caps";
import { retryFrame } from "./frames";
import { hub } from "./hub";
import { PageStream, type Sink, Stream } from "./stream";

/** Uncompressed, unbuffered and uncached all the way; closed for good at its end, so that a stopping server can go. */
export const streamHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
  "x-content-type-options": "nosniff",
  connection: "close",
} as const;

/** Where a client says it stands: the header of a reconnect wins over the address of the first open. */
function positionAsked(lastEventId: string | null | undefined, after: string | null | undefined) {
  const text = lastEventId || after;
  return text ? (readPosition(text) ?? "unusable") : "now";
}

const tooMany: Refusal = { status: 429, text: "too many open streams" };

export type Entered = {
  listener: Right | Guest;
  /** Gives back the stream's place under the caps. */
  leave: () => void;
};

/**
 * Who may open a stream here, with a place for it; or the refusal. One address is counted before the database is asked who
 * it is: whoever knocks too often costs nothing more.
 */
export async function enter(
  cookie: string | null | undefined,
  wanted: Wanted,
  address: string | null,
  authorization?: string | null,
): Promise<Entered | Refusal> {
  const atAddress = hub().admit(addressPlace(wanted, address));
  if (!atAddress) return tooMany;
  const entered = await authorize(cookie, wanted, authorization).then(admit, (error: unknown) => {
    atAddress();
    throw error;
  });
  if ("status" in entered) {
    atAddress();
    return entered;
  }
  const { listener, leave } = entered;
  return {
    listener,
    leave: () => {
      leave();
      atAddress();
    },
  };
}

function admit(listener: Right | Guest | Refusal): Entered | Refusal {
  if ("status" in listener) return listener;
  const leave = hub().admit("bookingId" in listener ? pagePlaces(listener) : deskPlaces(listener));
  return leave ? { listener, leave } : tooMany;
}

/** An address that nobody told us is everybody's: a cap on it would be one on the house. */
function addressPlace(wanted: Wanted, address: string | null): Place[] {
  if (!address) return [];
  const network = networkOf(address);
  return "tenantId" in wanted
    ? [[`address ${network}`, env().STREAMS_PER_ADDRESS]]
    : [[`pages at ${network}`, env().PAGE_STREAMS_PER_ADDRESS]];
}

const deskPlaces = ({ tenantId, userId }: Right): Place[] => [
  [`tenant ${tenantId}`, env().STREAMS_PER_TENANT],
  [`user ${userId}`, env().STREAMS_PER_USER],
];

/** Counted apart: however many customers look, the desk hears its bookings. */
const pagePlaces = ({ tenantId, customer }: Guest): Place[] => [
  [`pages of ${tenantId}`, env().PAGE_STREAMS_PER_TENANT],
  ...(customer ? [[`account ${customer.accountId}`, env().STREAMS_PER_USER] as const] : []),
];

type Asked = { lastEventId: string | null | undefined; query: URLSearchParams };

/** Says hello, replays what was missed and goes live. Answers what to call when the reader is gone. */
export function openStream(listener: Right | Guest, asked: Asked, sink: Sink, release: () => void): () => void {
  return "bookingId" in listener ? openPage(listener, asked, sink, release) : openDesk(listener, asked, sink, release);
}

function openDesk(right: Right, { lastEventId, query }: Asked, sink: Sink, release: () => void): () => void {
  const stream = new Stream(right, sink, release);
  stream.write(retryFrame());
  hub()
    .join(stream, positionAsked(lastEventId, query.get("after")))
    .catch(() => stream.cut("order"));
  return () => stream.close();
}

function openPage(guest: Guest, { query }: Asked, sink: Sink, release: () => void): () => void {
  const stream = new PageStream(guest, sink, release);
  stream.write(retryFrame());
  const since = Number(query.get("since") || Number.NaN);
  // Whoever does not say what they show is told to look.
  hub()
    .show(stream, Number.isFinite(since) ? since : 0)
    .catch(() => stream.cut("order"));
  return () => stream.close();
}

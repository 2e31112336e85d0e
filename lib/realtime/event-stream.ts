import { networkOf } from "@/lib/platform/client-address";
import { env } from "@/lib/platform/env";
import type { Right } from "@/lib/tenancy/doors/rights";
import { readPosition } from "@/lib/tenancy/head";
import type { Guest, Refusal } from "./authorize";
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

/** A place for one more stream, or the refusal. */
export function admit(listener: Right | Guest, address: string | null): (() => void) | Refusal {
  return (
    hub().admit("bookingId" in listener ? pagePlaces(listener, address) : deskPlaces(listener, address)) ?? tooMany
  );
}

/** An address that nobody told us is everybody's: a cap on it would be one on the house. */
const addressPlace = (name: string, address: string | null, most: number): Place[] =>
  address ? [[`${name} ${networkOf(address)}`, most]] : [];

const deskPlaces = ({ tenantId, userId }: Right, address: string | null): Place[] => [
  [`tenant ${tenantId}`, env().STREAMS_PER_TENANT],
  [`user ${userId}`, env().STREAMS_PER_USER],
  ...addressPlace("address", address, env().STREAMS_PER_ADDRESS),
];

/** Counted apart: however many customers look, the desk hears its bookings. */
const pagePlaces = ({ tenantId }: Guest, address: string | null): Place[] => [
  [`pages of ${tenantId}`, env().PAGE_STREAMS_PER_TENANT],
  ...addressPlace("pages at", address, env().PAGE_STREAMS_PER_ADDRESS),
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

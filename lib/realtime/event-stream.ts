import type { Right } from "@/lib/tenancy/doors/rights";
import { readPosition } from "@/lib/tenancy/head";
import type { Refusal } from "./authorize";
import { retryFrame } from "./frames";
import { hub } from "./hub";
import { type Sink, Stream } from "./stream";

/** Uncompressed, unbuffered and uncached all the way; closed for good at its end, so that a stopping server can go. */
export const streamHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
  "x-content-type-options": "nosniff",
  connection: "close",
} as const;

/** Where a client says it stands: the header of a reconnect wins over the address of the first open. */
export function positionAsked(lastEventId: string | null | undefined, after: string | null | undefined) {
  const text = lastEventId || after;
  return text ? (readPosition(text) ?? "unusable") : "now";
}

const tooMany: Refusal = { status: 429, text: "too many open streams" };

/** A place for one more stream, or the refusal. */
export function admit(right: Right, address: string | null): (() => void) | Refusal {
  return hub().admit({ tenantId: right.tenantId, userId: right.userId, address }) ?? tooMany;
}

/** Says hello, replays what was missed and goes live. Answers what to call when the reader is gone. */
export function openStream(
  right: Right,
  position: ReturnType<typeof positionAsked>,
  sink: Sink,
  release: () => void,
): () => void {
  const stream = new Stream(right, sink, release);
  stream.write(retryFrame());
  hub()
    .join(stream, position)
    .catch(() => stream.cut("order"));
  return () => stream.close();
}

import type { SlotDays } from "@/lib/events/slot-days";
import { bookingFrame, type Frame, liveFrame, ownFrame, slotsFrame } from "./frames";
import { metrics } from "./metrics";
import type { PageStream } from "./stream";

/** What happens within so short a time is told as one. */
const togetherMs = 100;
/** A page may have been drawn while what it does not show was being committed. */
const commitMs = 6_000;

/** A tenant's open public pages: they are told which days have changed, and nothing else of the log. */
export class OpenPages {
  readonly streams = new Set<PageStream>();
  #days = new Set<string>();
  #all = false;
  #timer: NodeJS.Timeout | undefined;

  /** A page that was drawn at `since` comes in; it is told at once when it shows what is no longer so. */
  add(stream: PageStream, since: number, latest: readonly Frame[]): void {
    this.streams.add(stream);
    const { bookingId, customer } = stream.guest;
    const from = since - commitMs;
    // What lies before the oldest event at hand is not known.
    const known = latest.length === 0 || latest[0]!.seq === 1 || latest[0]!.at < from;
    const missed = latest.filter(({ at }) => at >= from);
    if (customer) {
      if (!known || missed.some((frame) => isOwn(stream, frame))) stream.write(ownFrame);
    } else if (!known || missed.some(({ slotDays }) => slotDays)) stream.write(slotsFrame("all"));
    if (bookingId && (!known || missed.some((frame) => frame.bookingId === bookingId))) stream.write(bookingFrame);
    stream.write(liveFrame);
  }

  hear(frame: Frame): void {
    const { slotDays, bookingId, customerId } = frame;
    if (slotDays) this.tell(slotDays);
    if (customerId) for (const stream of this.streams) if (isOwn(stream, frame)) stream.write(ownFrame);
    if (!bookingId) return;
    for (const stream of this.streams) if (stream.guest.bookingId === bookingId) stream.write(bookingFrame);
  }

  tell(days: NonNullable<SlotDays>): void {
    if (this.streams.size === 0) return;
    if (days === "all") this.#all = true;
    else for (const day of days) this.#days.add(day);
    this.#timer ??= setTimeout(() => this.#write(), togetherMs).unref();
  }

  #write(): void {
    const frame = slotsFrame(this.#all ? "all" : [...this.#days].sort());
    this.#timer = undefined;
    this.#all = false;
    this.#days.clear();
    // A customer's own corner shows no free times.
    for (const stream of this.streams) if (!stream.guest.customer) stream.write(frame);
    metrics().deliveries.inc({ wake: "page" }, this.streams.size);
  }
}

const isOwn = ({ guest }: PageStream, { customerId }: Frame): boolean =>
  customerId !== null && guest.customer?.customerIds.includes(customerId) === true;

import { eventsSince, type ToldEvent } from "@/lib/events/events-since";
import { maySee } from "@/lib/events/viewer";
import { log } from "@/lib/platform/log";
import { headsOf } from "@/lib/tenancy/doors/heads";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { type Frame, frameOf, levelFrame, resetFrame } from "./frames";
import { metrics } from "./metrics";
import { OpenPages } from "./open-pages";
import type { PageStream, Stream } from "./stream";

export type Wake = "near" | "bell" | "poll" | "catchup";

const batch = 500;
/** Kept in memory, so that a thousand dashboards coming back cost no read each. */
const ringSize = 500;
const portion = 64 * 1024;
const reader = { kind: "system", job: "stream" } as const;

/** One tenant's streams in this process: each event is read once, made bytes once and written to all. */
export class Room {
  readonly streams = new Set<Stream>();
  readonly pages = new OpenPages();
  epoch = 0;
  /** The last event that the live streams have. */
  seq = 0;
  /** Streams that are still catching up. */
  joining = 0;
  /** Sweeps since somebody was last here. */
  idleSweeps = 0;
  #ring: Frame[] = [];
  #reading: Promise<void> | null = null;
  /** What was heard of since the reading under way began. */
  #heard = 0;
  #failures = 0;

  constructor(readonly tenantId: string) {}

  /** Reads where the log stands, and its latest stretch. */
  async open(): Promise<void> {
    const head = (await headsOf([this.tenantId])).get(this.tenantId);
    if (!head) throw new Error(`tenant ${this.tenantId} has no event head`);
    const ring = await this.#read(Math.max(0, head.seq - ringSize), head.epoch);
    // All at once: whoever joins meanwhile must not find the old ring under the new epoch.
    this.epoch = head.epoch;
    this.#ring = ring;
    this.seq = ring.at(-1)?.seq ?? head.seq;
  }

  /** Whether somebody is there to be told. */
  get watched(): boolean {
    return this.streams.size + this.pages.streams.size > 0;
  }

  /**
   * The log may have grown, up to `seq` as far as is known: reads what is new and writes it to all. What is heard while
   * reading is one more look, unless it was read by then: one event is told of near and by bell.
   */
  advance(wake: Wake, seq = Number.POSITIVE_INFINITY): Promise<void> {
    if (this.#reading) {
      this.#heard = Math.max(this.#heard, seq);
      return this.#reading;
    }
    this.#reading = this.#advance(wake)
      .then(() => {
        this.#failures = 0;
      })
      .catch((error) => {
        log().warn({ err: error, tenantId: this.tenantId }, "events not read");
        const wait = Math.min(200 * 2 ** this.#failures++, 3_000);
        setTimeout(() => this.watched && void this.advance(wake), wait).unref();
      })
      .finally(() => {
        this.#reading = null;
      });
    return this.#reading;
  }

  async #advance(wake: Wake): Promise<void> {
    do {
      this.#heard = 0;
      const frames = await this.#read(this.seq);
      if (frames.length > 0 && frames[0]!.seq !== this.seq + 1) {
        await this.startOver("gap");
        // What was heard of meanwhile may be newer than what that has read.
        continue;
      }
      await this.#deliverAll(frames, wake);
      if (frames.length === batch) this.#heard = Number.POSITIVE_INFINITY;
    } while (this.#heard > this.seq);
  }

  /** In portions: what is written in one go only leaves afterwards, and would look like a reader that does not read. */
  async #deliverAll(frames: Frame[], wake: Wake): Promise<void> {
    let bytes = 0;
    for (const frame of frames) {
      // Started over while this waited: what was read no longer follows.
      if (frame.seq !== this.seq + 1) break;
      this.#deliver(frame, wake);
      bytes += frame.full.length;
      if (bytes < portion) continue;
      bytes = 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #deliver(frame: Frame, wake: Wake): void {
    this.seq = frame.seq;
    this.#ring.push(frame);
    if (this.#ring.length > ringSize * 2) this.#ring = this.#ring.slice(-ringSize);
    let written = 0;
    for (const stream of this.streams) {
      // Never skip: a stream that is not exactly one behind is cut and comes back by its position.
      if (stream.seq !== frame.seq - 1) stream.cut("order");
      else {
        stream.write(maySee(frame.audience, stream.tokens) ? frame.full : frame.hidden, frame.seq);
        written++;
      }
    }
    this.pages.hear(frame);
    metrics().deliveries.inc({ wake }, written);
    if (written > 0) metrics().lag.observe(Math.max(0, Date.now() - frame.at) / 1_000);
  }

  /** Brings a stream level with the room and attaches it in the same tick, so that nothing falls between. */
  async join(stream: Stream, position: { epoch: number; seq: number } | "now" | "unusable"): Promise<void> {
    // A page may have been rendered after an event that this process has not yet heard of.
    if (typeof position === "object" && position.epoch === this.epoch && position.seq > this.seq) {
      await this.advance("catchup");
    }
    if (stream.closed) return;
    if (position === "now") stream.seq = this.seq;
    else if (position === "unusable" || position.epoch !== this.epoch || position.seq > this.seq) {
      this.#reset(stream, position === "unusable" ? "malformed" : "unknown");
    } else {
      stream.seq = position.seq;
      if (stream.seq < this.seq) metrics().replays.inc();
      // Asked again after every wait: what comes before the stream is among the others must not be skipped.
      while (stream.seq < this.seq && !stream.closed) await this.#replay(stream);
    }
    if (stream.closed) return;
    this.streams.add(stream);
    stream.write(levelFrame(this.epoch, stream.seq));
  }

  /** A public page comes in. What a room that nobody watched has not heard of yet is read first. */
  async show(stream: PageStream, since: number): Promise<void> {
    if (!this.watched) await this.advance("catchup");
    if (!stream.closed) this.pages.add(stream, since, this.#ring);
  }

  async #replay(stream: Stream): Promise<void> {
    while (stream.seq < this.seq && !stream.closed) {
      const kept = this.#ring[0] && this.#ring[0].seq <= stream.seq + 1;
      const frames = kept ? this.#ring.filter((frame) => frame.seq > stream.seq) : await this.#read(stream.seq);
      if (frames[0]?.seq !== stream.seq + 1) return this.#reset(stream, "retention");
      for (const frame of frames) {
        if (stream.full) await stream.drained();
        if (stream.closed) return;
        stream.write(maySee(frame.audience, stream.tokens) ? frame.full : frame.hidden, frame.seq);
        metrics().deliveries.inc({ wake: "replay" });
      }
    }
  }

  #reset(stream: Stream, why: string): void {
    metrics().resets.inc({ why });
    stream.write(resetFrame(this.epoch, this.seq), this.seq);
  }

  /** The log is not the one this room knew (restored from a backup): everybody starts over. */
  async startOver(why: string): Promise<void> {
    await this.open();
    for (const stream of this.streams) this.#reset(stream, why);
    this.pages.tell("all");
  }

  /** Told as soon as it is read: there is nothing that the end of a transaction which only reads could take back. */
  async #read(after: number, epoch = this.epoch): Promise<Frame[]> {
    const told = await new Promise<ToldEvent[]>((resolve, reject) => {
      withTenant(this.tenantId, reader, async (scope) => resolve(await eventsSince(scope, after, batch))).catch(reject);
    });
    return told.map((event) => frameOf(epoch, event));
  }
}

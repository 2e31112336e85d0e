import { tokensOf } from "@/lib/events/viewer";
import type { Right } from "@/lib/tenancy/doors/rights";
import type { Guest } from "./authorize";
import { retryFrame } from "./frames";
import { metrics } from "./metrics";

/** Where a stream's bytes go; each door has its own. */
export interface Sink {
  readonly door: "node" | "next";
  write(bytes: Buffer): void;
  /** Bytes written but not yet taken by the reader. */
  backlog(): number;
  end(): void;
  /** Closes the connection, whatever is still on its way. */
  destroy(): void;
}

/** A reader further behind than this is not reading. */
const mostBacklog = 256 * 1024;
/** A writer with much to say pauses here, so that its own haste is not taken for a reader's sleep. */
const fullBacklog = mostBacklog / 4;
/** How often a pausing writer looks, and how long a reader may take nothing at all. */
const lookMs = 10;
const stuckMs = 15_000;
/** How long the last words may take before the connection goes without them. */
const graceMs = 1_000;

/** One open connection, whoever reads it. */
abstract class Connection {
  closed = false;
  readonly openedAt = Date.now();
  #onClose: (() => void) | undefined;

  constructor(
    readonly sink: Sink,
    /** Gives back the stream's place under the caps. */
    readonly release: () => void,
  ) {}

  abstract readonly kind: "desk" | "page";
  abstract readonly tenantId: string;

  write(bytes: Buffer): void {
    if (this.closed) return;
    this.sink.write(bytes);
    if (this.sink.backlog() > mostBacklog) this.cut("slow");
  }

  get full(): boolean {
    return !this.closed && this.sink.backlog() > fullBacklog;
  }

  /** Waits until the reader has taken enough; one that takes nothing for too long is cut. */
  async drained(): Promise<void> {
    let seen = { backlog: this.sink.backlog(), at: Date.now() };
    while (this.full) {
      await new Promise((resolve) => setTimeout(resolve, lookMs));
      const backlog = this.sink.backlog();
      if (backlog < seen.backlog) seen = { backlog, at: Date.now() };
      else if (Date.now() - seen.at > stuckMs) this.cut("slow");
    }
  }

  onClose(work: () => void): void {
    this.#onClose = work;
  }

  /** Ended by us; the client comes back with its position. */
  cut(why: "slow" | "order" | "rights" | "stopping" | "age"): void {
    if (this.closed) return;
    metrics().cuts.inc({ why });
    if (why !== "slow") this.sink.write(retryFrame());
    this.sink.end();
    // A reader that does not read would otherwise keep its connection, and with it a stopping server, for ever.
    setTimeout(() => this.sink.destroy(), graceMs).unref();
    this.close();
  }

  /** Ended by either side; may be called more than once. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.release();
    this.#onClose?.();
  }
}

export type { Connection };

/** One open dashboard. */
export class Stream extends Connection {
  readonly kind = "desk";
  seq = -1;
  readonly tokens: ReadonlySet<string>;

  constructor(
    readonly right: Right,
    sink: Sink,
    release: () => void = () => {},
  ) {
    super(sink, release);
    this.tokens = tokensOf(right);
  }

  get tenantId(): string {
    return this.right.tenantId;
  }

  override write(bytes: Buffer, seq = this.seq): void {
    if (!this.closed) this.seq = seq;
    super.write(bytes);
  }
}

/** One open public page: of the business, or of one of its bookings. */
export class PageStream extends Connection {
  readonly kind = "page";

  constructor(
    readonly guest: Guest,
    sink: Sink,
    release: () => void,
  ) {
    super(sink, release);
  }

  get tenantId(): string {
    return this.guest.tenantId;
  }
}

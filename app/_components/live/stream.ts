import { backoff } from "./backoff";
import { type LiveEvent, readFrame } from "./frame";
import { isBefore, type Position, readPosition, writePosition } from "./position";
import { judge } from "./sequence";

const silenceMs = 40_000;
const checkMs = 5_000;
/** A try this young is left to finish. */
const youngMs = 2_000;
const closed = 2;

/** The part of EventSource that is used; tests put their own in its place. */
export type Source = {
  readonly readyState: number;
  onopen: ((event: Event) => void) | null;
  onerror: ((event: Event) => void) | null;
  addEventListener(name: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
};

export type StreamParts = {
  open(after: string): Source;
  /** Asked when the server refused: may we come back? */
  mayReturn(): Promise<boolean>;
  /** Names to listen for: EventSource hands over only those it was asked for. */
  names: readonly string[];
  onEvent(event: LiveEvent): void;
  onReset(at: Position): void;
  /** Everything missed has been told; what follows happens now. */
  onLevel(): void;
  onState(state: "live" | "waiting"): void;
  onBeat(): void;
};

/** One EventSource kept open, whatever happens, that hands on every event exactly once and in order. */
export class LiveStream {
  #at: Position;
  #parts: StreamParts;
  #source: Source | null = null;
  #heard = 0;
  #tries = 0;
  #live = false;
  #stuckAt: number | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watchdog: ReturnType<typeof setInterval>;

  constructor(from: Position, parts: StreamParts) {
    this.#at = from;
    this.#parts = parts;
    this.#watchdog = setInterval(() => {
      if (this.#source && Date.now() - this.#heard > silenceMs) this.#reopen();
    }, checkMs);
    this.#reopen();
  }

  get at(): Position {
    return this.#at;
  }

  /** Somebody stands further back: what lies between is read again, and those ahead ignore it. */
  rewind(to: Position): void {
    if (!isBefore(to, this.#at)) return;
    this.#at = to;
    this.#reopen();
  }

  /** The network or the screen came back: do not wait for the next try. */
  wake(): void {
    const fresh = this.#live ? silenceMs / 2 : youngMs;
    if (Date.now() - this.#heard < fresh) return;
    this.#tries = 0;
    this.#reopen();
  }

  stop(): void {
    clearInterval(this.#watchdog);
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  #reopen(): void {
    clearTimeout(this.#retry);
    this.#source?.close();
    if (this.#live) this.#break();
    const source = this.#parts.open(writePosition(this.#at));
    this.#source = source;
    this.#heard = Date.now();
    // A source that was closed may still have a frame under way.
    const hear = (then: (event: MessageEvent<string>) => void) => (event: MessageEvent<string>) => {
      if (this.#source !== source) return;
      this.#heard = Date.now();
      then(event);
    };
    source.onopen = () => {
      if (this.#source === source) this.#heard = Date.now();
    };
    source.onerror = () => {
      if (this.#source === source) this.#lost(source);
    };
    source.addEventListener(
      "beat",
      hear(() => this.#parts.onBeat()),
    );
    source.addEventListener(
      "level",
      hear(() => this.#level()),
    );
    source.addEventListener(
      "reset",
      hear((event) => this.#reset(readPosition(event.lastEventId))),
    );
    for (const name of [...this.#parts.names, "message"]) {
      source.addEventListener(
        name,
        hear((event) => this.#take(readFrame(event.lastEventId, name, event.data))),
      );
    }
  }

  #take(event: LiveEvent | null): void {
    const verdict = event ? judge(this.#at, event.at) : "gap";
    if (!event || verdict === "duplicate") return;
    if (verdict === "apply") {
      this.#at = event.at;
      this.#stuckAt = null;
      this.#parts.onEvent(event);
    } else if (this.#stuckAt === this.#at.seq) {
      // Asked again and the same hole: a newer server tells something this page has no name for.
      this.#reset(event.at);
    } else {
      this.#stuckAt = this.#at.seq;
      this.#reopen();
    }
  }

  #reset(at: Position | null): void {
    if (!at) return;
    this.#at = at;
    this.#stuckAt = null;
    this.#parts.onReset(at);
  }

  #level(): void {
    this.#tries = 0;
    this.#live = true;
    this.#parts.onState("live");
    this.#parts.onLevel();
  }

  #break(): void {
    this.#live = false;
    this.#parts.onState("waiting");
  }

  #lost(source: Source): void {
    this.#break();
    // Otherwise the browser comes back by itself, with Last-Event-ID.
    if (source.readyState === closed) void this.#comeBack(source);
  }

  async #comeBack(source: Source): Promise<void> {
    const may = await this.#parts.mayReturn();
    if (!may || this.#source !== source) return;
    this.#retry = setTimeout(() => this.#reopen(), backoff(this.#tries++));
  }
}

import { Applier } from "./applier";
import { type Channel, noChannel, openChannel, type Word } from "./channel";
import { Digest } from "./digest";
import type { LiveEvent } from "./frame";
import { seekLeadership } from "./leadership";
import type { News } from "./news";
import { isBefore, type Position } from "./position";
import { Status, type StatusName } from "./status";
import { LiveStream, type Source } from "./stream";

const silenceMs = 45_000;
const answerMs = 5_000;

export type SessionParts = {
  /** Names the tabs of one sign-in at one business. */
  name: string;
  from: Position;
  names: readonly string[];
  open(after: string): Source;
  mayReturn(): Promise<boolean>;
  applied(event: LiveEvent): void;
  /** Everything on the screen may be stale; after a reset the log goes on from `at`. */
  stale(at: Position | null): void;
  /** Whether its person wants to be told of it. */
  wanted(event: LiveEvent): boolean;
  tell(news: News): void;
  /** What is said of what was missed. */
  summarised(missed: readonly LiveEvent[], away: boolean): News[];
  status(name: StatusName): void;
};

/** A tab's life on the event log: holds the browser's one stream, or listens to the tab that does. */
export class LiveSession {
  #parts: SessionParts;
  #applier: Applier;
  #digest: Digest;
  #status: Status;
  #channel: Channel;
  #leadership: { stop(): void; take(): void };
  #stream: LiveStream | null = null;
  #heard = Date.now();
  #stops: (() => void)[] = [];

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#digest = new Digest(parts.tell, () => document.visibilityState === "visible", parts.summarised);
    this.#status = new Status(parts.status);
    this.#applier = new Applier(parts.from, {
      apply: (event) => {
        parts.applied(event);
        if (parts.wanted(event)) this.#digest.add(event);
      },
      reset: (at) => parts.stale(at),
      missing: (from) => this.#ask(from),
    });
    const locks = navigator.locks as LockManager | undefined;
    if (locks) {
      this.#channel = openChannel(parts.name, (word) => this.#hear(word));
      this.#leadership = seekLeadership(locks, parts.name, () => this.#lead());
      this.#ask(parts.from);
    } else {
      this.#channel = noChannel;
      this.#leadership = { stop: this.#lead(), take() {} };
    }
    this.#listen();
  }

  /** A page was rendered at `at`. Older than what is applied: what it shows may be stale already. */
  rendered(at: Position): void {
    if (at.epoch !== this.#applier.last.epoch || isBefore(at, this.#applier.last)) this.#parts.stale(null);
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#leadership.stop();
    this.#channel.close();
    this.#digest.stop();
    this.#status.stop();
  }

  #lead(): () => void {
    const told = (word: Word) => {
      this.#hear(word);
      this.#channel.tell(word);
    };
    const state = (name: "live" | "waiting") => told({ say: "state", state: name, at: stream.at });
    const stream = new LiveStream(this.#applier.last, {
      open: this.#parts.open,
      mayReturn: this.#parts.mayReturn,
      names: this.#parts.names,
      onEvent: (event) => told({ say: "event", event }),
      onReset: (at) => told({ say: "reset", at }),
      onLevel: () => told({ say: "level" }),
      onState: state,
      onBeat: () => state("live"),
    });
    this.#stream = stream;
    return () => {
      stream.stop();
      if (this.#stream === stream) this.#stream = null;
    };
  }

  #hear(word: Word): void {
    if (word.say !== "hello") this.#heard = Date.now();
    if (word.say === "hello") this.#answer(word.from);
    else if (word.say === "event") this.#applier.take(word.event);
    else if (word.say === "reset") this.#applier.reset(word.at);
    else if (word.say === "level") this.#digest.level();
    else {
      this.#status.stream(word.state);
      if (word.state === "waiting") this.#digest.behind();
      else if (!this.#stream && this.#applier.isLevelWith(word.at)) this.#digest.level();
    }
  }

  /** The tab with the stream helps one that stands further back. */
  #answer(from: Position): void {
    const stream = this.#stream;
    if (!stream) return;
    if (from.epoch !== stream.at.epoch) this.#channel.tell({ say: "reset", at: stream.at });
    else stream.rewind(from);
    this.#channel.tell({ say: "state", state: this.#status.live ? "live" : "waiting", at: stream.at });
  }

  #ask(from: Position): void {
    if (this.#stream) this.#stream.rewind(from);
    else this.#channel.tell({ say: "hello", from });
  }

  #listen(): void {
    const wake = (event: Event) => {
      // The first showing is not a return.
      if (event instanceof PageTransitionEvent && !event.persisted) return;
      this.#status.network(navigator.onLine);
      if (!navigator.onLine || document.visibilityState !== "visible") return;
      this.#digest.flush();
      if (this.#stream) return this.#stream.wake();
      // Whoever holds the stream answers, or has been put to sleep and is relieved of it.
      this.#ask(this.#applier.last);
      this.#heard = Date.now() - silenceMs + answerMs;
    };
    const check = setInterval(() => {
      const deaf = !this.#stream && Date.now() - this.#heard > silenceMs;
      if (deaf && document.visibilityState === "visible" && navigator.onLine) this.#leadership.take();
    }, answerMs / 2);
    this.#stops.push(() => clearInterval(check));
    for (const [target, name] of [
      [window, "online"],
      [window, "offline"],
      [window, "pageshow"],
      [document, "visibilitychange"],
    ] as const) {
      target.addEventListener(name, wake);
      this.#stops.push(() => target.removeEventListener(name, wake));
    }
  }
}

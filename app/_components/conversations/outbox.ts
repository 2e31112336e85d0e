/** What is typed and not yet taken by the server, kept where it was typed until it is. */
export type Waiting = { id: string; words: string; at: string; state: "waiting" | "sending" | "failed" };

/** What the server said, or that it could not be reached. */
export type Outcome = "sent" | "later" | "refused" | "signed_out";

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const firstWaitMs = 2_000;
const mostWaitMs = 30_000;

/**
 * Sends one after the other, in the order of typing. Each has an id of its own from the start, so that one whose answer was
 * lost is sent again and is the same message. Survives a reload, and a phone without a network.
 */
export class Outbox {
  #all: Waiting[];
  #busy = false;
  #waits = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  /** Whoever wrote is no longer signed in: nothing goes out until they are. */
  signedOut = false;

  constructor(
    private readonly store: Store,
    private readonly key: string,
    private readonly send: (message: { id: string; words: string }) => Promise<Outcome>,
    private readonly changed: (all: readonly Waiting[]) => void,
  ) {
    this.#all = read(store, key);
  }

  get all(): readonly Waiting[] {
    return this.#all;
  }

  add(words: string, id: string, at: string): void {
    this.#set([...this.#all, { id, words, at, state: "waiting" }]);
    void this.flush();
  }

  /** Once more what failed, or at once what waits. */
  again(id: string): void {
    this.#set(this.#all.map((one) => (one.id === id ? { ...one, state: "waiting" } : one)));
    void this.flush();
  }

  drop(id: string): void {
    this.#set(this.#all.filter((one) => one.id !== id));
  }

  async flush(): Promise<void> {
    if (this.#busy || this.#closed) return;
    clearTimeout(this.#timer);
    this.#busy = true;
    this.signedOut = false;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        this.#mark(next.id, "sending");
        const outcome = await this.send({ id: next.id, words: next.words }).catch(() => "later" as const);
        if (outcome === "sent") {
          this.#waits = 0;
          this.drop(next.id);
        } else if (outcome === "refused") this.#mark(next.id, "failed");
        else {
          this.signedOut = outcome === "signed_out";
          this.#mark(next.id, "waiting");
          if (!this.signedOut) this.#later();
          return;
        }
      }
    } finally {
      this.#busy = false;
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #next(): Waiting | undefined {
    return this.#closed ? undefined : this.#all.find(({ state }) => state === "waiting");
  }

  #later(): void {
    if (this.#closed) return;
    const wait = Math.min(firstWaitMs * 2 ** this.#waits++, mostWaitMs);
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  #mark(id: string, state: Waiting["state"]): void {
    this.#set(this.#all.map((one) => (one.id === id ? { ...one, state } : one)));
  }

  #set(all: Waiting[]): void {
    this.#all = all;
    try {
      if (all.length === 0) this.store.removeItem(this.key);
      else this.store.setItem(this.key, JSON.stringify(all));
    } catch {
      // A browser that keeps nothing sends all the same.
    }
    if (!this.#closed) this.changed(all);
  }
}

function read(store: Store, key: string): Waiting[] {
  try {
    const kept = JSON.parse(store.getItem(key) ?? "[]") as Waiting[];
    // Whatever was on its way when the page was left is sent again: it has its id.
    return kept.map((one) => (one.state === "failed" ? one : { ...one, state: "waiting" }));
  } catch {
    return [];
  }
}

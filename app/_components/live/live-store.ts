import type { Position } from "./position";
import type { StatusName } from "./status";

export type LiveState = { status: StatusName; seq: number };

/** What the dot shows, outside React so that a stream's news renders the dot and nothing else. */
export class LiveStore {
  #state: LiveState;
  #listeners = new Set<() => void>();

  constructor(from: Position) {
    this.#state = { status: "connecting", seq: from.seq };
  }

  read = (): LiveState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(change: Partial<LiveState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

import type { LiveEvent } from "./frame";
import type { Position } from "./position";
import { judge } from "./sequence";

export type ApplierParts = {
  apply(event: LiveEvent): void;
  reset(at: Position): void;
  /** Something between this place and what just came is missing here. */
  missing(from: Position): void;
};

/** What one tab has applied: every event once, in order, whoever holds the stream. */
export class Applier {
  #last: Position;
  #parts: ApplierParts;

  constructor(from: Position, parts: ApplierParts) {
    this.#last = from;
    this.#parts = parts;
  }

  get last(): Position {
    return this.#last;
  }

  take(event: LiveEvent): void {
    const verdict = judge(this.#last, event.at);
    if (verdict === "gap") this.#parts.missing(this.#last);
    if (verdict !== "apply") return;
    this.#last = event.at;
    this.#parts.apply(event);
  }

  reset(at: Position): void {
    if (at.epoch === this.#last.epoch && at.seq === this.#last.seq) return;
    this.#last = at;
    this.#parts.reset(at);
  }

  /** The stream stands at `at`: if that is ahead, this tab missed something without noticing. */
  isLevelWith(at: Position): boolean {
    const level = judge(this.#last, at) === "duplicate";
    if (!level) this.#parts.missing(this.#last);
    return level;
  }
}

import type { Position } from "./position";

export type Verdict = "apply" | "duplicate" | "gap";

/** What to do with a frame that stands at `at` when everything up to `last` has been applied. */
export function judge(last: Position, at: Position): Verdict {
  if (at.epoch !== last.epoch) return "gap";
  if (at.seq <= last.seq) return "duplicate";
  return at.seq === last.seq + 1 ? "apply" : "gap";
}

import { overlaps, type Span } from "./spans";

/** A seat or a unit of a pool that is in use. */
export type InLane = Span & { id: string; lane: number };

/** Where the new one goes, and who moves over for it: nobody minds which of several equal chairs they sit in. */
export type Seating = { lane: number; moved: { id: string; lane: number }[] };

/** Possible whenever fewer than `lanes` run at once at every minute of `fresh`; null when not. */
export function seat(taken: readonly InLane[], fresh: Span, lanes: number): Seating | null {
  for (let lane = 0; lane < lanes; lane++) {
    if (!taken.some((one) => one.lane === lane && overlaps(one, fresh))) return { lane, moved: [] };
  }
  return reseat(taken, fresh, lanes);
}

/** Everybody who is there together with the new one, or with somebody who is, sits down anew in order of coming. */
function reseat(taken: readonly InLane[], fresh: Span, lanes: number): Seating | null {
  const together = [{ ...fresh, id: "", lane: -1 }, ...connected(taken, fresh)].sort((a, b) => a.from - b.from);
  const until = Array.from({ length: lanes }, () => Number.NEGATIVE_INFINITY);
  const seating: Seating = { lane: -1, moved: [] };
  for (const one of together) {
    const lane = until.findIndex((to) => to <= one.from);
    if (lane < 0) return null;
    until[lane] = one.to;
    if (one.id === "") seating.lane = lane;
    else if (one.lane !== lane) seating.moved.push({ id: one.id, lane });
  }
  return seating;
}

function connected(taken: readonly InLane[], fresh: Span): InLane[] {
  const found: InLane[] = [];
  let left = [...taken];
  for (const reached: Span[] = [fresh]; reached.length > 0; ) {
    const at = reached.pop()!;
    const next = left.filter((one) => overlaps(one, at));
    left = left.filter((one) => !overlaps(one, at));
    found.push(...next);
    reached.push(...next);
  }
  return found;
}

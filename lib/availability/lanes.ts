import { lastFrom, overlaps, type Span } from "./spans";

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

/** A stretch of time in which somebody is always there; none of them overlaps another, the earliest first. */
type Together = Span & { units: readonly InLane[] };

/** Whoever sits somewhere. Whoever comes has to do with those of their own stretch alone, however many there are in a year. */
export type Sitting = readonly Together[];

export function sittingOf(units: readonly InLane[]): Sitting {
  const stretches: (Span & { units: InLane[] })[] = [];
  for (const unit of units.toSorted((a, b) => a.from - b.from)) {
    const last = stretches.at(-1);
    if (last && unit.from < last.to) {
      last.units.push(unit);
      last.to = Math.max(last.to, unit.to);
    } else stretches.push({ from: unit.from, to: unit.to, units: [unit] });
  }
  return stretches;
}

/** One more sits down, and whoever moves over has; null where there is none left, as `seat` says. */
export function sitDown(
  sitting: Sitting,
  fresh: Span & { id: string },
  lanes: number,
): (Seating & { sitting: Sitting }) | null {
  const from = lastFrom(sitting, fresh.from);
  const first = from >= 0 && sitting[from]!.to > fresh.from ? from : from + 1;
  let after = first;
  while (after < sitting.length && sitting[after]!.from < fresh.to) after++;
  const near = sitting.slice(first, after);
  const place = seat(
    near.flatMap(({ units }) => units),
    fresh,
    lanes,
  );
  if (!place) return null;
  const moved = new Map(place.moved.map(({ id, lane }) => [id, lane]));
  const units = near.flatMap((one) => one.units.map((unit) => ({ ...unit, lane: moved.get(unit.id) ?? unit.lane })));
  const together = {
    from: Math.min(fresh.from, near[0]?.from ?? fresh.from),
    to: Math.max(fresh.to, near.at(-1)?.to ?? fresh.to),
    units: [...units, { ...fresh, lane: place.lane }],
  };
  return { ...place, sitting: [...sitting.slice(0, first), together, ...sitting.slice(after)] };
}

import { seat } from "@/lib/availability/lanes";
import type { Placed } from "@/lib/availability/visit";
import type { Candidates } from "./candidates";
import type { House } from "./house";
import { seatsOf, type TakenTime } from "./taken-time";

/** A stretch to be written down: of a person, or of one unit of a resource. */
export type Stretch = {
  line: number;
  staffId: string | null;
  resourceId: string | null;
  seatOf: string | null;
  from: number;
  to: number;
  /** Null for all of a person. */
  lane: number | null;
};

/** What a visit takes, and who moves to another seat or chair so that it can. */
export type Seating = { stretches: Stretch[]; moved: { id: string; lane: number }[] };

/** Null when there is no seat after all, which the engine has ruled out. */
export function seatVisit(
  house: House,
  lines: Candidates,
  placed: readonly Placed[],
  taken: TakenTime,
): Seating | null {
  const stretches = stretchesOf(lines, placed);
  const sitting = new Map(taken.lanes);
  const moves = new Map<string, number>();
  for (const [at, stretch] of stretches.entries()) {
    const key = stretch.resourceId ?? (stretch.seatOf && seatsOf(stretch.staffId!, stretch.seatOf));
    if (key === null) continue;
    const most = stretch.resourceId ? house.resources.get(stretch.resourceId) : lines[stretch.line]?.service.seats;
    const there = sitting.get(key) ?? [];
    const found = seat(there, stretch, most ?? 0);
    if (!found) return null;
    for (const { id, lane } of found.moved) moves.set(id, lane);
    const { from, to } = stretch;
    const fresh = { id: ownId(at), from, to, lane: found.lane };
    sitting.set(key, [...there.map((one) => ({ ...one, lane: moves.get(one.id) ?? one.lane })), fresh]);
    moves.set(fresh.id, found.lane);
  }
  const own = new Set(stretches.map((_, at) => ownId(at)));
  return {
    stretches: stretches.map((stretch, at) => ({ ...stretch, lane: moves.get(ownId(at)) ?? null })),
    moved: [...moves].filter(([id]) => !own.has(id)).map(([id, lane]) => ({ id, lane })),
  };
}

/** Over what is taken: the people are named, and the chairs are for people to sort out. */
export const seatOver = (lines: Candidates, placed: readonly Placed[]): Seating => ({
  stretches: stretchesOf(lines, placed)
    .filter(({ staffId }) => staffId !== null)
    .map((stretch) => ({ ...stretch, seatOf: null })),
  moved: [],
});

/** The visit's own stretches may move over for each other, too. */
const ownId = (at: number) => `own ${at}`;

const stretchesOf = (lines: Candidates, placed: readonly Placed[]): Stretch[] =>
  placed.flatMap(({ staffId, work, uses }, line) => {
    const { service } = lines[line]!;
    const nothing = { line, staffId: null, resourceId: null, seatOf: null, lane: null };
    return [
      ...work.map((span) => ({ ...nothing, ...span, staffId, seatOf: service.seats > 1 ? service.id : null })),
      ...uses.map(({ poolId, from, to }) => ({ ...nothing, from, to, resourceId: poolId })),
    ];
  });

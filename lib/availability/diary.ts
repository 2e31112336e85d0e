import { crowded, holderOf, later, meets, overlaps, type Span, subtract, unite } from "./spans";
import { type Candidate, type Line, lengthOf, type PoolNeed, type Rules, stretchesOf, widened, workOf } from "./visit";

/** A unit of a pool while a service is done, counted from its beginning, and when there is none left. */
type Use = Span & { poolId: string; usedUp: readonly Span[] };

/** Somebody's place in a lesson, with what is kept free around it. */
type Lesson = { begins: number; kept: Span };

/** A candidate's time as a service sees it, worked out once for every start. */
export type Diary = {
  candidate: Candidate;
  length: number;
  /** Their work, counted from the beginning. */
  work: readonly Span[];
  uses: readonly Use[];
  /** Places in lessons of theirs: one more joins when one begins, or keeps clear of it. */
  lessons: readonly Lesson[];
  /** Where work fits: sorted and disjoint, as is `booked`, when they serve somebody, which only the fairest house asks. */
  free: readonly Span[];
  booked: readonly Span[];
};

export function diariesOf(line: Line, rules: Rules): Diary[] {
  const pools = (line.pools ?? []).map((need) => ({ need, usedUp: crowded(need.pool.used, need.pool.quantity) }));
  return line.staff.map((candidate) => ({
    candidate,
    length: lengthOf(candidate.segments),
    work: workOf(candidate.segments, 0),
    uses: pools.flatMap(({ need, usedUp }) =>
      usesOf(need, candidate).map((span) => ({ ...span, poolId: need.pool.id, usedUp })),
    ),
    lessons: line.together ? lessonsOf(candidate, line, rules) : [],
    free: freeTime(candidate, line, rules),
    // One hour with a class of eight is an hour.
    booked: rules.anyStaff === "fairest" ? unite(candidate.person.busy.filter((busy) => !busy.away)) : [],
  }));
}

/** When a pool is needed: in some segments, or from the beginning of the service to its end. */
const usesOf = ({ segments: needing }: PoolNeed, { segments }: Candidate): Span[] =>
  needing
    ? stretchesOf(segments, 0).filter((_, place) => needing.includes(place))
    : [{ from: 0, to: lengthOf(segments) }];

/** Whether this minute finds them free for all of their work, and a unit of each pool. */
export const isAble = (diary: Diary, at: number): boolean =>
  diary.work.every((span) => holderOf(diary.free, later(span, at))) &&
  diary.uses.every((use) => !meets(use.usedUp, later(use, at))) &&
  (joins(diary, at) || diary.work.every((span) => lessonsMet(diary, later(span, at)).length === 0));

/** Whether all of the work begins when a lesson of theirs does. */
export const joins = (diary: Diary, at: number): boolean =>
  diary.lessons.length > 0 &&
  diary.work.every((span) => {
    const work = later(span, at);
    const met = lessonsMet(diary, work);
    return met.length > 0 && met.every(({ begins }) => begins === work.from);
  });

const lessonsMet = ({ lessons }: Diary, work: Span): Lesson[] => lessons.filter(({ kept }) => overlaps(kept, work));

const lessonsOf = (candidate: Candidate, line: Line, rules: Rules): Lesson[] =>
  candidate.person.busy
    .filter(({ seatOf }) => seatOf === line.serviceId)
    .map((busy) => ({ begins: busy.from, kept: widened(busy, candidate, rules) }));

/** Hours without what is taken: by anything else at all, by the same service once its last seat is. */
function freeTime(candidate: Candidate, line: Line, rules: Rules): Span[] {
  const seats: Span[] = [];
  const others: Span[] = [];
  for (const busy of candidate.person.busy) {
    (busy.seatOf === line.serviceId ? seats : others).push(widened(busy, candidate, rules));
  }
  return subtract(candidate.person.windows, [...others, ...crowded(seats, line.seats ?? 1)]);
}

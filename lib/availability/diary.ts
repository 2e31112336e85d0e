import { crowded, type Span, subtract, unite } from "./spans";
import { type Candidate, type Line, lengthOf, type Rules, widened } from "./visit";

/** A candidate's time as a service sees it. Spans sorted and disjoint. */
export type Diary = {
  candidate: Candidate;
  length: number;
  /** Where its work fits. */
  free: readonly Span[];
  /** When they serve somebody. */
  booked: readonly Span[];
};

export const diaryOf = (candidate: Candidate, line: Line, rules: Rules): Diary => ({
  candidate,
  length: lengthOf(candidate.segments),
  free: freeTime(candidate, line, rules),
  // One hour with a class of eight is an hour.
  booked: unite(candidate.person.busy.filter((busy) => !busy.away)),
});

/** Hours without what is taken: by anything else at all, by the same service once its last seat is. */
function freeTime(candidate: Candidate, line: Line, rules: Rules): Span[] {
  const seats: Span[] = [];
  const others: Span[] = [];
  for (const busy of candidate.person.busy) {
    (busy.seatOf === line.serviceId ? seats : others).push(widened(busy, candidate, rules));
  }
  return subtract(candidate.person.windows, [...others, ...crowded(seats, line.seats ?? 1)]);
}

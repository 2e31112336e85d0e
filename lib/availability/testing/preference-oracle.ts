import type { Span } from "../spans";
import { paced } from "./ask";
import { type Oracle, runsOf } from "./oracle";
import { canDo, type Scenario } from "./scenario";

// Who serves, and which starts leave no hole: for a visit of one service, minute by minute.

/** Those who can begin now, whom the house prefers first. */
export function preferred(s: Scenario, oracle: Oracle, start: number): number[] {
  const places = s.people.map((_, place) => place).filter((place) => oracle.ableBy(place, 0, start));
  const ranks = new Map(places.map((place) => [place, rankOf(s, oracle, place, start)]));
  const later = (place: number) => (oracle.joins(place, 0, start) ? 0 : 1);
  return places.sort((a, b) => later(a) - later(b) || ranks.get(a)! - ranks.get(b)! || a - b);
}

function rankOf(s: Scenario, oracle: Oracle, place: number, start: number): number {
  if (s.anyStaff === "usual") return place === s.usual ? 0 : 1;
  if (s.anyStaff === "least_gaps") return lostBy(s, oracle, place, start);
  return s.anyStaff === "fairest" ? bookedOn(s, place, Math.floor(start / 1440)) : 0;
}

function bookedOn(s: Scenario, place: number, day: number): number {
  const served = s.people[place]!.busy.filter(({ kind }) => kind !== "away");
  let minutes = 0;
  for (let at = day * 1440; at < (day + 1) * 1440; at++) {
    if (served.some(({ span }) => span.from <= at && at < span.to)) minutes++;
  }
  return minutes;
}

const workBy = (s: Scenario, place: number, start: number): Span[] => {
  let at = start;
  return paced(s.lines[0]!.segments, s.people[place]!.pace).flatMap(({ kind, minutes }) => {
    at += minutes;
    return kind === "work" ? [{ from: at - minutes, to: at }] : [];
  });
};

const known = new WeakMap<Oracle, Map<number, Span[]>>();
function runsBy(oracle: Oracle, place: number): Span[] {
  const runs = known.get(oracle) ?? new Map<number, Span[]>();
  known.set(oracle, runs);
  const own = runs.get(place) ?? runsOf((at) => oracle.isFree(place, 0, at));
  runs.set(place, own);
  return own;
}
const runAt = (oracle: Oracle, place: number, at: number) =>
  runsBy(oracle, place).find(({ from, to }) => from <= at && at < to);

/** How many minutes become too short for anything. */
function lostBy(s: Scenario, oracle: Oracle, place: number, start: number): number {
  const work = workBy(s, place, start);
  const { before, after } = s.lines[0]!;
  const touched = new Set(work.map(({ from }) => runAt(oracle, place, from)!));
  const isKept = (at: number) => work.some(({ from, to }) => from - before <= at && at < to + after);
  const short = (runs: Span[]) =>
    runs.map(({ from, to }) => to - from).reduce((sum, minutes) => (minutes < s.shortest ? sum + minutes : sum), 0);
  const inTouched = (at: number) => [...touched].some(({ from, to }) => from <= at && at < to);
  const left = runsOf((at) => inTouched(at) && !isKept(at)).filter(({ from }) => from >= s.notBefore);
  return Math.max(0, short(left) - short([...touched]));
}

/** The starts that gap-aware offering leaves. */
export function tidyStarts(s: Scenario, oracle: Oracle): number[] {
  const able = [...oracle.grid].filter((start) => oracle.able(start)).sort((a, b) => a - b);
  const isTidy = (place: number, start: number) => s.lines[0]!.seats > 1 || lostBy(s, oracle, place, start) === 0;
  const stretch = (place: number, start: number) => runAt(oracle, place, workBy(s, place, start)[0]!.from);
  return able.filter((start) =>
    s.people.some((_, place) => {
      if (!canDo(s, 0, place) || !oracle.ableBy(place, 0, start)) return false;
      if (isTidy(place, start)) return true;
      const run = stretch(place, start);
      return !able.some(
        (other) =>
          Math.floor(other / 1440) === Math.floor(start / 1440) &&
          oracle.ableBy(place, 0, other) &&
          stretch(place, other) === run &&
          isTidy(place, other),
      );
    }),
  );
}

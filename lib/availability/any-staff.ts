import { type Diary, joins } from "./diary";
import { entriesOf, lostMinutes } from "./lost-time";
import { always, lastFrom, minutesOf, type Span, within } from "./spans";
import type { Because, Line, Rules } from "./visit";

/** Those who could do a line from this minute on, whom the house prefers first; ties in the order given. */
export function inPreference(free: readonly Diary[], line: Line, at: number, rules: Rules): readonly Diary[] {
  if (free.length < 2 || line.asked) return free;
  // A lesson fills up before another one is begun beside it.
  const begun = line.together ? free.filter((diary) => joins(diary, at)) : [];
  const others = begun.length > 0 ? free.filter((diary) => !begun.includes(diary)) : free;
  return [...inRank(begun, line, at, rules), ...inRank(others, line, at, rules)];
}

function inRank(free: readonly Diary[], line: Line, at: number, rules: Rules): readonly Diary[] {
  if (free.length < 2 || (rules.anyStaff ?? "order") === "order") return free;
  const ranked = free.map((diary) => ({ diary, rank: rankOf(diary, line, at, rules) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ diary }) => diary);
}

/** Why the first of these was taken before the others. */
export function reasonFor([first, second]: readonly Diary[], line: Line, at: number, rules: Rules): Because {
  if (line.asked) return "asked";
  if (!first || !second) return "only_one_free";
  if (line.together && joins(first, at) && !joins(second, at)) return "joined";
  const isBetter = rankOf(first, line, at, rules) < rankOf(second, line, at, rules);
  return isBetter ? (rules.anyStaff ?? "order") : "order";
}

/** Lower is sooner. */
function rankOf(diary: Diary, line: Line, at: number, rules: Rules): number {
  switch (rules.anyStaff) {
    case "fairest":
      return minutesOf(within(around(diary.booked, dayOf(at, rules)), [dayOf(at, rules)]));
    case "least_gaps":
      return lostMinutes(entriesOf(diary, at), rules);
    case "usual":
      return diary.candidate.person.id === line.usual ? 0 : 1;
    default:
      return 0;
  }
}

/** The few of many sorted spans that may meet this day. */
const around = (sorted: readonly Span[], day: Span): readonly Span[] =>
  sorted.slice(Math.max(0, lastFrom(sorted, day.from)), lastFrom(sorted, day.to) + 1);

/** The business's day that holds a minute. */
export const dayOf = (minute: number, { days = [] }: Rules): Span => days[lastFrom(days, minute)] ?? always;

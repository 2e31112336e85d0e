import type { Diary } from "./diary";
import { holderOf, later, minutesOf, type Span, subtract } from "./spans";
import type { Rules } from "./visit";

/** A stretch of work with what is kept free around it, in the diary it goes into. */
export type Entry = { diary: Diary; work: Span };

export const entriesOf = (diary: Diary, start: number): Entry[] =>
  diary.work.map((work) => ({ diary, work: later(work, start) }));

/** Minutes that nothing on sale would fit into any more, once this work of one person is written down. */
export function lostMinutes(entries: readonly Entry[], rules: Rules): number {
  const stretches = new Map<number, Span>();
  for (const { diary, work } of entries) {
    const stretch = holderOf(diary.free, work);
    if (stretch) stretches.set(stretch.from, stretch);
  }
  const before = [...stretches.values()];
  const kept = entries.map(({ diary: { candidate }, work }) => ({
    from: work.from - candidate.before,
    to: work.to + candidate.after,
  }));
  const { shortest = 0 } = entries[0]!.diary.candidate.person;
  const tooShort = (spans: readonly Span[]) => minutesOf(spans.filter(({ from, to }) => to - from < shortest));
  // What begins before anybody may come is lost to the clock, not to this visit.
  const after = subtract(before, kept).filter(({ from }) => from >= rules.notBefore);
  return Math.max(0, tooShort(after) - tooShort(before));
}

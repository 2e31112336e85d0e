/** Time that somebody is taken, in milliseconds. */
export type Taken = { from: number; to: number };

/** What one person has, in order of beginning; none of it overlaps. */
export type Diary = Map<string, Taken[]>;

/** Whether somebody is free then. */
export const isFree = (diary: Diary, staffId: string, { from, to }: Taken): boolean => {
  const taken = diary.get(staffId) ?? [];
  const at = firstEndingAfter(taken, from);
  return at === taken.length || taken[at]!.from >= to;
};

/** Takes the time where it is free; false where it lies over something. */
export function takeTime(diary: Diary, staffId: string, span: Taken): boolean {
  if (!isFree(diary, staffId, span)) return false;
  const taken = diary.get(staffId) ?? [];
  taken.splice(firstEndingAfter(taken, span.from), 0, span);
  diary.set(staffId, taken);
  return true;
}

/** As nothing overlaps, what begins later also ends later. */
function firstEndingAfter(taken: readonly Taken[], moment: number): number {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (taken[middle]!.to > moment) high = middle;
    else low = middle + 1;
  }
  return low;
}

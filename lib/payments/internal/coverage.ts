/** From when and up to when Safaricom's list has been read without a gap. Without `to` nothing has been read since `since`. */
export type Coverage = { since: Date | null; to: Date | null };

/** What was made shortly before a look may stand in the list only after it. */
export const writtenLateMs = 15 * 60_000;

/** After it has been read from `from` to `to`, in full. What lies before a gap is not counted any more. */
export function coveredAfter({ since, to }: Coverage, read: { from: Date; to: Date }): Coverage {
  if (!to || read.from > to) return { since: since && since > read.from ? since : read.from, to: read.to };
  return { since, to: read.to > to ? read.to : to };
}

/** Whether what is missing from the list in this stretch is missing indeed. */
export const covers = ({ since, to }: Coverage, stretch: { from: Date; to: Date }): boolean =>
  since !== null && to !== null && since <= stretch.from && to.getTime() >= stretch.to.getTime() + writtenLateMs;

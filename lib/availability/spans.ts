/** A half-open stretch `[from, to)` in minutes since the Unix epoch. */
export type Span = { from: number; to: number };

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** The same time as few, sorted, disjoint spans; touching ones become one. */
export function unite(spans: readonly Span[]): Span[] {
  const united: Span[] = [];
  for (const span of [...spans].filter((s) => s.from < s.to).sort((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else united.push({ ...span });
  }
  return united;
}

/** What is left of `spans` without the `holes`: sorted and disjoint. */
export function subtract(spans: readonly Span[], holes: readonly Span[]): Span[] {
  const out = unite(holes);
  return unite(spans).flatMap((span) => {
    const left: Span[] = [];
    let from = span.from;
    for (const hole of out) {
      if (!overlaps(hole, span)) continue;
      if (from < hole.from) left.push({ from, to: hole.from });
      from = hole.to;
    }
    if (from < span.to) left.push({ from, to: span.to });
    return left;
  });
}

/** How many of `spans` run at once, at the fullest moment of `during`. */
export function peak(spans: readonly Span[], during: Span): number {
  const within = spans.filter((span) => overlaps(span, during));
  // The fullest moment is one at which something has just begun.
  const beginnings = within.map(({ from }) => Math.max(from, during.from));
  return beginnings.reduce(
    (most, at) => Math.max(most, within.filter((span) => span.from <= at && at < span.to).length),
    0,
  );
}

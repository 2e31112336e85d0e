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

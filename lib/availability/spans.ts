/** A half-open stretch `[from, to)` in minutes since the Unix epoch. */
export type Span = { from: number; to: number };

export const always: Span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

export const later = ({ from, to }: Span, minutes: number): Span => ({ from: from + minutes, to: to + minutes });

export const minutesOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

/** The same time as few, sorted, disjoint spans; touching ones become one. */
export const unite = (spans: readonly Span[]): Span[] => crowded(spans, 1);

/** When at least so many of the spans run at once: sorted and disjoint, none touching another. */
export function crowded(spans: readonly Span[], atLeast: number): Span[] {
  const [beginnings, ends] = sortedEdges(spans);
  const found: Span[] = [];
  // Counting over the beginnings: when the one that is `atLeast` before this one's end is not over yet, they meet.
  let ended = 0;
  for (const [begun, at] of beginnings.entries()) {
    while (ends[ended]! <= at) ended++;
    if (begun + 1 - ended < atLeast) continue;
    // As many are running until the first of them ends that is one too few.
    const to = ends[begun + 1 - atLeast]!;
    const last = found.at(-1);
    if (last && at <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from: at, to });
  }
  return found;
}

/** How many of the spans run at once when most do. */
export function mostAtOnce(spans: readonly Span[]): number {
  let most = 0;
  while (crowded(spans, most + 1).length > 0) most++;
  return most;
}

/** Numbers in arrays of their own sort several times faster. */
function sortedEdges(spans: readonly Span[]): [beginnings: Float64Array, ends: Float64Array] {
  const beginnings = new Float64Array(spans.length);
  const ends = new Float64Array(spans.length);
  let real = 0;
  for (const { from, to } of spans) {
    if (from >= to) continue;
    beginnings[real] = from;
    ends[real++] = to;
  }
  return [beginnings.subarray(0, real).sort(), ends.subarray(0, real).sort()];
}

/** What is left of `spans` without the `holes`: sorted and disjoint. */
export function subtract(spans: readonly Span[], holes: readonly Span[]): Span[] {
  const out = unite(holes);
  const left: Span[] = [];
  let next = 0;
  for (const span of unite(spans)) {
    while (next < out.length && out[next]!.to <= span.from) next++;
    let { from } = span;
    for (let at = next; at < out.length && out[at]!.from < span.to; at++) {
      if (from < out[at]!.from) left.push({ from, to: out[at]!.from });
      from = out[at]!.to;
    }
    if (from < span.to) left.push({ from, to: span.to });
  }
  return left;
}

/** Each of `spans` where it lies within one of `limits`; spans that touch stay apart. */
export const within = (spans: readonly Span[], limits: readonly Span[]): Span[] =>
  spans.flatMap((span) =>
    unite(limits)
      .filter((limit) => overlaps(span, limit))
      .map((limit) => ({ from: Math.max(span.from, limit.from), to: Math.min(span.to, limit.to) })),
  );

/** Which of sorted, disjoint spans begins last at or before this minute; -1 when none does. */
export function lastFrom(sorted: readonly Span[], minute: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.from <= minute) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The one of sorted, disjoint spans that holds all of `inner`. */
export function holderOf(sorted: readonly Span[], inner: Span): Span | undefined {
  const holder = sorted[lastFrom(sorted, inner.from)];
  return holder && inner.to <= holder.to ? holder : undefined;
}

/** Whether any of sorted, disjoint spans overlaps this one. */
export function meets(sorted: readonly Span[], span: Span): boolean {
  const last = sorted[lastFrom(sorted, span.to - 1)];
  return last !== undefined && overlaps(last, span);
}

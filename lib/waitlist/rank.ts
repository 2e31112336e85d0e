type Span = { from: number; to: number };

/** Somebody who waits, and where they could be put; minutes. */
export type Contender<S extends Span> = { id: string; since: number; starts: readonly S[] };

export type Ranked<S extends Span> = { id: string; start: S; fillsMinutes: number };

/**
 * The rule of the list: whoever fills most of what came free is asked first; among those whoever has waited longest.
 * Each is asked about the start of theirs that fills most, the earliest of several. Where nothing in particular came free
 * (`freed` is null), the longest waiting come first, each with their earliest start. The order of the list does not count.
 */
export function rank<S extends Span>(freed: Span | null, contenders: readonly Contender<S>[]): Ranked<S>[] {
  const ranked = contenders.flatMap(({ id, since, starts }) => {
    const best = starts
      .map((start) => ({ start, fillsMinutes: freed ? shared(freed, start) : 0 }))
      .sort((a, b) => b.fillsMinutes - a.fillsMinutes || a.start.from - b.start.from)[0];
    return best && (!freed || best.fillsMinutes > 0) ? [{ id, since, ...best }] : [];
  });
  return ranked
    .sort((a, b) => b.fillsMinutes - a.fillsMinutes || a.since - b.since || (a.id < b.id ? -1 : 1))
    .map(({ id, start, fillsMinutes }) => ({ id, start, fillsMinutes }));
}

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

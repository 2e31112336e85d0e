type Numbered = { seq: number };

/** The latest page joined to what was read before it; where something is missing in between, the latest alone. */
export function merged<M extends Numbered>(kept: readonly M[], latest: readonly M[]): M[] {
  const [first, end] = [latest[0], kept.at(-1)];
  if (!first || !end) return [...latest];
  if (first.seq > end.seq + 1) return [...latest];
  return [...kept.filter(({ seq }) => seq < first.seq), ...latest];
}

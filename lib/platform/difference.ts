type Values = Record<string, unknown>;

/** What of `to` is not so yet, and what was there before; for changing nothing else and for writing down what was changed. */
export function differenceOf<T extends Values>(from: T, to: Partial<T>): { before: Values; after: Partial<T> } {
  const names = Object.keys(to).filter(
    (name) => to[name] !== undefined && JSON.stringify(from[name]) !== JSON.stringify(to[name]),
  );
  const only = (of: Values) => Object.fromEntries(names.map((name) => [name, of[name]]));
  return { before: only(from), after: only(to) as Partial<T> };
}

const name = "visit";

/** Where the browser is, with this visit beside it or none; what the page is narrowed to stays. */
export function visitAddress(id: string | null): string {
  const query = new URLSearchParams(typeof window === "undefined" ? "" : window.location.search);
  if (id) query.set(name, id);
  else query.delete(name);
  return `?${query}`;
}

export const closeVisit = (): void => window.history.replaceState(null, "", visitAddress(null));

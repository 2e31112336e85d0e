/** The date of an instant in the business's zone, as `2026-11-28`. */
export const localDay = (iso: string, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(iso));

/**
 * The instant at which a wall clock there shows `14:30` on that date. It is taken for UTC first, and put right by how far
 * the clock is off then; once more, since the clocks may change in between.
 */
export function instantAt(date: string, clock: string, timeZone: string): string {
  const wanted = Date.parse(`${date}T${clock}:00Z`);
  if (Number.isNaN(wanted)) return "";
  let at = wanted;
  for (let look = 0; look < 2; look++) at += wanted - shownAt(at, timeZone);
  return new Date(at).toISOString();
}

/** What the clock there shows, as if it were UTC. */
function shownAt(at: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(at);
  return Date.parse(`${shown.replace(" ", "T")}Z`);
}

/** So many days on, or back. */
export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

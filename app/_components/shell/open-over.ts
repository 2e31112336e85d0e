/** What the shell lays over any page: the palette, or the sheet of keys. */
export type Over = "palette" | "keys";

const name = "clientpulse:over";

export const openOver = (over: Over): void => {
  window.dispatchEvent(new CustomEvent<Over>(name, { detail: over }));
};

export function hearOver(listener: (over: Over) => void): () => void {
  const hear = (event: Event) => listener((event as CustomEvent<Over>).detail);
  window.addEventListener(name, hear);
  return () => window.removeEventListener(name, hear);
}

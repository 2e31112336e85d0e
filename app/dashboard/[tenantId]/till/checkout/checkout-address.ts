/** What is charged beside the page: something new, a booking, a visit, or a sale that is there already. */
export type Target = { kind: "new" } | { kind: "booking" | "visit" | "sale"; id: string };

const name = "checkout";

export function readTarget(text: string | null): Target | null {
  if (text === "new") return { kind: "new" };
  const [kind, id] = (text ?? "").split(":");
  return id && (kind === "booking" || kind === "visit" || kind === "sale") ? { kind, id } : null;
}

const addressOf = (target: Target | null): URL => {
  const address = new URL(window.location.href);
  if (target) address.searchParams.set(name, target.kind === "new" ? "new" : `${target.kind}:${target.id}`);
  else address.searchParams.delete(name);
  // One thing beside the page at a time.
  for (const beside of ["booking", "visit", "add"]) address.searchParams.delete(beside);
  return address;
};

export const openCheckout = (target: Target): void => window.history.pushState(null, "", addressOf(target));

/** It has become a sale: the way back does not lead to what it was before. */
export const showSale = (id: string): void => window.history.replaceState(null, "", addressOf({ kind: "sale", id }));

export const closeCheckout = (): void => window.history.replaceState(null, "", addressOf(null));

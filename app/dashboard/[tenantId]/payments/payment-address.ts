const name = "payment";

/** Where the browser is, with this payment beside it or none; what the page is narrowed to stays. */
export function paymentAddress(id: string | null): string {
  const query = new URLSearchParams(typeof window === "undefined" ? "" : window.location.search);
  if (id) query.set(name, id);
  else query.delete(name);
  return `?${query}`;
}

export const closePayment = (): void => window.history.replaceState(null, "", paymentAddress(null));

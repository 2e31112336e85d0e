import type { MouseEvent } from "react";

const name = "booking";

/** Where the browser is, with this booking beside it; what the page is narrowed to stays. */
export function bookingAddress(id: string): string {
  const query = new URLSearchParams(typeof window === "undefined" ? "" : window.location.search);
  query.set(name, id);
  return `?${query}`;
}

export function openBookingPanel(id: string): void {
  window.history.pushState(null, "", bookingAddress(id));
}

/** Opens the panel without asking the server for the page again; a modified click stays an ordinary link. */
export function openBooking(event: MouseEvent, id: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  openBookingPanel(id);
}

export function closeBooking(): void {
  const address = new URL(window.location.href);
  address.searchParams.delete(name);
  window.history.replaceState(null, "", address);
}

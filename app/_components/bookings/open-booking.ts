import type { MouseEvent } from "react";

const name = "booking";

export const bookingAddress = (id: string): string => `?${name}=${id}`;

/** Opens the panel without asking the server for the page again; a modified click stays an ordinary link. */
export function openBooking(event: MouseEvent, id: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  window.history.pushState(null, "", bookingAddress(id));
}

export function closeBooking(): void {
  const address = new URL(window.location.href);
  address.searchParams.delete(name);
  window.history.replaceState(null, "", address);
}

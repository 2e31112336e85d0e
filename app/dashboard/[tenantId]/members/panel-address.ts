import type { MouseEvent } from "react";

/** Panels have addresses of their own, so that back closes them; opening one asks the server for nothing. */
export function openPanel(event: MouseEvent, address: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  window.history.pushState(null, "", address);
}

export const closePanel = (): void => window.history.replaceState(null, "", window.location.pathname);

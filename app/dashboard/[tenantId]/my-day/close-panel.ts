/** Closes what was opened beside the day, and leaves the day as it is. */
export function closeBeside(): void {
  const address = new URL(window.location.href);
  address.searchParams.delete("add");
  window.history.replaceState(null, "", address);
}

/** Back to the month that was shown. */
export function closeExpense(): void {
  const address = new URL(window.location.href);
  address.searchParams.delete("expense");
  window.history.replaceState(null, "", address);
}

/** What floats above a panel belongs to it: whoever uses it has not left. */
export function keepForToast(event: { target: EventTarget | null; preventDefault(): void }): void {
  if (event.target instanceof Element && event.target.closest("[data-sonner-toaster]")) event.preventDefault();
}

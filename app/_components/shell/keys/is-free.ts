const fields =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"]), textarea, select, [contenteditable="true"]';
const covers = '[role="dialog"][data-state="open"], [role="alertdialog"], [role="menu"][data-state="open"]';

/** Whether a single key may mean something: nobody types, and nothing stands over the page. */
export const isFree = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !event.repeat &&
  !event.isComposing &&
  !(event.target instanceof Element && event.target.closest(fields)) &&
  document.querySelector(covers) === null;

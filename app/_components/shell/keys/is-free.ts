const fields =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"]), textarea, select, [contenteditable="true"]';
const covers = '[role="dialog"][data-state="open"], [role="alertdialog"], [role="menu"][data-state="open"]';

/** Whether what is pressed goes into a field. */
export const isTyped = ({ target, isComposing }: KeyboardEvent): boolean =>
  isComposing || (target instanceof Element && target.closest(fields) !== null);

/** Whether a single key may mean something: nobody types, and nothing stands over the page. */
export const isFree = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented && !event.repeat && !isTyped(event) && document.querySelector(covers) === null;

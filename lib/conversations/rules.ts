/** How people write to each other. No imports: the browser has it too. */

export const mostWords = 2_000;
/** A message that nobody has read after so many minutes is told of by SMS or e-mail. */
export const tellAfterMinutes = 10;

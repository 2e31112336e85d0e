/** What the browser knows of moving in, too. */

/** Whether bookings stand at the right times; or they should begin so much later or earlier. */
export const timesAnswers = ["right", "later", "earlier"] as const;
export type TimesAnswered = (typeof timesAnswers)[number];

/** How far a clock that was taken for another is off in Kenya. */
export const hoursOff = 3;

/**
 * While a drawer is open nobody is told what came in in cash since the day on which it was opened: whoever asks may be who
 * counts it, the owner too.
 */
export const isBlind = (drawerSince: string | null, day: string): boolean => drawerSince !== null && day >= drawerSince;

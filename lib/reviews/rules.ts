/** What there is to say of a visit, for how long, and when one is asked. No imports: the browser has it too. */

export const mostWords = 2_000;
export const mostTestimonial = 600;
export const allStars = [1, 2, 3, 4, 5] as const;

/** So long after a visit somebody may say how it was. */
export const writeDays = 90;
/** So long its writer may still change what they said. */
export const changeDays = 14;

/** Asked so long after a visit is paid: neither at the counter nor when it is forgotten. */
export const askAfterHours = 3;
/** Whoever could not be asked within these is asked no more. */
export const askWithinHours = 72;
/** Nobody is asked more often, however often they come. */
export const askEveryDays = 30;
/** A phone rings with it between these hours of the business's day. */
export const askHours = { from: 9, to: 20 } as const;

export const starsWords = (stars: number): string => `${stars} ${stars === 1 ? "star" : "stars"}`;

/** What strangers read of who wrote it: `Wanjiru K.` */
export function shortName(name: string): string {
  const [first = "", ...others] = name.trim().split(/\s+/);
  const last = others.at(-1);
  return last ? `${first} ${last.charAt(0).toUpperCase()}.` : first;
}

/** `4.6`, as it is told; null without any. */
export const averageWords = (average: number | null): string | null => (average === null ? null : average.toFixed(1));

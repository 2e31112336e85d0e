import { z } from "zod";

/** For what narrows what can be booked: whether somebody has looked at the bookings in its way. */
export const looking = {
  /** Do it all the same. */
  anyway: z.boolean("is yes or no").default(false),
  /** The bookings that were looked at: when others have come since, nothing is done. */
  seen: z.array(z.uuid("is not an id").toLowerCase(), "is a list").max(5_000, "are too many").optional(),
  /** So many of them are told in full. */
  show: z.int("is not a number").min(1, "is too few").max(1_000, "is too many").optional(),
};

export type Looked = { anyway: boolean; seen?: string[] | undefined; show?: number | undefined };

/** What is to be changed, without what was looked at. */
export function withoutLook<T extends Partial<Looked>>({ anyway: _, seen: __, show: ___, ...rest }: T) {
  return rest;
}

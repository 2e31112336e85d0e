import { z } from "zod";
import { asked, id } from "@/lib/bookings/input";
import { statuses } from "@/lib/bookings/rules";
import { timeCursor } from "@/lib/platform/time-cursor";
import { bookingsOf, sources } from "./booking-rules";
import { broughtOf } from "./brought-rules";
import { customersOf, visitsOf } from "./customer-rules";
import { aboutDays } from "./input";
import { minutesOf } from "./rules";

/** Which rows of which days; the last row of a page is the cursor of the next. */
const place = { cursor: asked(timeCursor) };

export const customerRowsQuery = aboutDays({
  of: z.enum([...customersOf, ...visitsOf], "is not a number of this report"),
  ...place,
});
export type CustomerRowsQuery = z.output<typeof customerRowsQuery>;

const whole = (most: number) =>
  z
    .string()
    .regex(/^\d{1,2}$/, "is not a number")
    .transform(Number)
    .refine((n) => n <= most, "is too much");

export const bookingRowsQuery = aboutDays({
  of: z.enum(bookingsOf, "is not a number of this report"),
  status: asked(z.enum(statuses, "is not a status")),
  source: asked(z.enum(sources, "is not a way")),
  /** Of the house's own week; 0 is Sunday. */
  weekday: asked(whole(6)),
  hour: asked(whole(23)),
  staff: asked(id),
  ...place,
});
export type BookingRowsQuery = z.output<typeof bookingRowsQuery>;

export const referralRowsQuery = aboutDays({ referrer: asked(id), ...place });
export type ReferralRowsQuery = z.output<typeof referralRowsQuery>;

export const broughtRowsQuery = aboutDays({ of: z.enum(broughtOf, "is not a number of this report"), ...place });
export type BroughtRowsQuery = z.output<typeof broughtRowsQuery>;

export const timeRowsQuery = aboutDays({ of: z.enum(minutesOf, "is not a number of this report") });

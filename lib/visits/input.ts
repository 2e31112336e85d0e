import { z } from "zod";
import { asked, day, id } from "@/lib/bookings/input";
import { typedText } from "@/lib/platform/typed-text";
import { mostCorrectionReason, mostVisitNotes } from "./rules";

export const visitFilters = z.object({
  staff: asked(id),
  /** A name or a phone number, or a part of it. */
  customer: asked(typedText(80)),
  from: asked(day),
  to: asked(day),
});
export type VisitFilters = z.output<typeof visitFilters>;

export const visitQuery = visitFilters.extend({
  cursor: asked(z.uuid("is not a cursor").toLowerCase()),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type VisitQuery = z.output<typeof visitQuery>;

export const correctVisitInput = z.object({
  /** How often it had been corrected when it was seen; see correct-visit. */
  revision: z.int("is not a number").min(0),
  lines: z
    .array(
      z.object({
        id,
        priceMinor: z
          .int("is not an amount")
          .min(0, "is less than nothing")
          .max(100_000_000_00, "is too much")
          .optional(),
        staffId: id.optional(),
      }),
    )
    .max(8, "are more than it has")
    .default([]),
  notes: typedText(mostVisitNotes).optional(),
  reason: typedText(mostCorrectionReason).refine((reason) => reason !== "", "is needed"),
});
export type CorrectVisitInput = z.output<typeof correctVisitInput>;

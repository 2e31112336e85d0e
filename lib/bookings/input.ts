import { z } from "zod";
import { typedName, typedText } from "@/lib/platform/typed-text";

const id = z.uuid("is not an id").toLowerCase();
const thisEra = (iso: string) => iso >= "2000" && iso < "2100";

/** What a customer sends, from the page or through the API. Unknown keys are dropped. */
export const bookSlotInput = z.object({
  lines: z
    .array(z.object({ serviceId: id, staffId: id.optional() }))
    .min(1, "choose a service")
    .max(8, "at most eight services in one visit"),
  startsAt: z.iso
    .datetime({ offset: true, error: "is not a time" })
    .refine(thisEra, "is not a time of this century")
    .transform((iso) => new Date(iso))
    .refine((at) => at.getTime() % 60_000 === 0, "is not a whole minute"),
  customer: z.object({
    name: typedName(80, "tell us your name"),
    phone: typedText(40).refine((phone) => phone !== "", "type a phone number"),
    email: z.union([z.literal(""), z.email("is not an e-mail address").max(200)]).optional(),
  }),
  notes: typedText(500).optional(),
  /** What the page showed; when it no longer holds nothing is booked before the customer has seen the new price. */
  seen: z.object({ totalMinor: z.number().int().min(0) }).optional(),
});

export type BookSlotInput = z.output<typeof bookSlotInput>;

const date = z.iso.date("is not a date (YYYY-MM-DD)").refine(thisEra, "is not a date of this century");

/** So many days one question is answered for. */
export const mostDays = 62;
const daysFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export const openSlotsInput = z
  .object({ service: id, staff: z.union([z.literal("any"), id]).default("any"), from: date, to: date })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "is before from" })
  .refine(({ from, to }) => daysFrom(from, to) < mostDays, {
    path: ["to"],
    error: `is more than ${mostDays} days after from`,
  });

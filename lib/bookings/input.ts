import { z } from "zod";

const id = z.uuid("is not an id");
/** NUL and half characters are dropped: Postgres has no place for them, and nobody typed them on purpose. */
const text = (most: number) =>
  z
    .string()
    .transform((typed) =>
      typed
        .replaceAll("\0", "")
        .replace(/\p{Surrogate}/gu, "\ufffd")
        .trim(),
    )
    .pipe(z.string().max(most, `is longer than ${most} characters`));
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
    name: text(80).refine((name) => name !== "", "tell us your name"),
    phone: text(40).refine((phone) => phone !== "", "tell us your phone number"),
    email: z.union([z.literal(""), z.email("is not an e-mail address").max(200)]).optional(),
  }),
  notes: text(500).optional(),
  /** What the page showed; when it no longer holds nothing is booked before the customer has seen the new price. */
  seen: z.object({ totalMinor: z.number().int().min(0) }).optional(),
});

export type BookSlotInput = z.output<typeof bookSlotInput>;

const date = z.iso.date("is not a date (YYYY-MM-DD)").refine(thisEra, "is not a date of this century");

export const openSlotsInput = z.object({
  service: id,
  staff: z.union([z.literal("any"), id]).default("any"),
  from: date,
  to: date,
});

/** `{ "customer.phone": ["is not …"] }`: the path names the field. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    fields[path] = [...(fields[path] ?? []), issue.message];
  }
  return fields;
}

import { z } from "zod";
import { isDate } from "@/lib/platform/calendar";
import { readPhone } from "@/lib/platform/phone";
import { typedText } from "@/lib/platform/typed-text";
import { customerEmail, customerName } from "./input";
import { mostNotes, mostTag, mostTags, statuses } from "./rules";

export const customerId = z.uuid("is not an id").toLowerCase();

const orNone = <T extends z.ZodType>(shape: T) =>
  z.preprocess((typed) => (typeof typed === "string" && typed.trim() === "" ? null : typed), shape.nullable());

const phone = orNone(
  typedText(40).transform((typed, context) => {
    const read = readPhone(typed);
    if (!read) context.addIssue({ code: "custom", message: "is not a number we can call: write it like 0712 345 678" });
    return read ?? z.NEVER;
  }),
);

const tag = typedText(mostTag)
  .transform((typed) => typed.replace(/\s+/g, " "))
  .pipe(
    z
      .string()
      .min(1, "is empty")
      .regex(/^[^,]*$/, "holds a comma, which stands between two"),
  );

/** Each once, however it is written. */
const tags = z
  .array(tag, "is not a list")
  .max(mostTags, `are more than ${mostTags}`)
  .transform((all) =>
    all.filter((one, at) => all.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === at),
  );

const status = z.enum(
  statuses.map(({ value }) => value),
  "is none of the list",
);

const fields = z.object({
  name: customerName,
  phone,
  email: orNone(customerEmail),
  status,
  location: typedText(80),
  // A leap year has all the days there are.
  birthday: orNone(z.string().refine((typed) => isDate(`2024-${typed}`), "is no day of the year")),
  tags,
  preferredStaffId: orNone(customerId),
  favourites: z.array(customerId, "is not a list").max(20, "are more than 20"),
  serviceNotes: typedText(mostNotes),
  language: z.enum(["en", "sw"], "is neither English nor Swahili"),
});

/** What the desk keeps of somebody. */
export type CustomerFields = z.output<typeof fields>;

const rest = fields.omit({ name: true }).partial();

export const addCustomerInput = rest.extend({ name: customerName });
export type AddCustomerInput = z.output<typeof addCustomerInput>;

/** `seen`: what stood there of each field that is to change, when it was opened. */
export const changeCustomerInput = z
  .object({ to: fields.partial(), seen: fields.partial() })
  .refine(({ to, seen }) => Object.keys(to).every((field) => field in seen), {
    path: ["seen"],
    error: "does not say what stood there of all that is to change",
  });
export type ChangeCustomerInput = z.output<typeof changeCustomerInput>;

export const addNoteInput = z.object({
  body: typedText(mostNotes).refine((text) => text !== "", "say something"),
});
export const strikeNoteInput = z.object({ noteId: customerId });

export const addChildInput = z.object({ name: customerName, birthday: fields.shape.birthday.optional() });
/** The same of a guardian who writes them down without the desk: what is not said is nothing. */
export const ownChildInput = z.object({ name: customerName, birthday: fields.shape.birthday });
export type OwnChildInput = z.output<typeof ownChildInput>;
export type AddChildInput = z.output<typeof addChildInput>;
export const linkChildInput = z.object({ childId: customerId });

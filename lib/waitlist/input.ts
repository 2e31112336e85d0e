import { z } from "zod";
import { languages } from "@/lib/platform/language";
import { typedName, typedText } from "@/lib/platform/typed-text";
import { allTurnSteps, mostWindows } from "./rules";

const id = z.uuid("is not an id").toLowerCase();
const key = z
  .string()
  .regex(/^[\x21-\x7e]{8,200}$/, "is not 8 to 200 printable characters")
  .optional();

/** One of the house's, or somebody new, of whom the desk may know the name, the number, or nothing. */
const somebody = z.object({
  customerId: id.optional(),
  name: z.union([z.literal(""), typedName(80, "is missing")]).default(""),
  phone: typedText(40).default(""),
});

/** Who takes a ticket of the queue, for what, and with whom if they mind. */
export const takeTicketInput = z.object({
  serviceId: id,
  staffId: id.optional(),
  customer: somebody.prefault({}),
  key,
});
export type TakeTicketInput = z.output<typeof takeTicketInput>;

export const turnInput = z.object({
  step: z.enum(allTurnSteps, "is not a step of a turn"),
  /** The status that was seen: when it is no longer so, nothing is changed. */
  from: z.enum(["waiting", "called"], "is not a status of somebody who waits"),
});
export type TurnInput = z.output<typeof turnInput>;

const date = z.iso.date("is not a date (YYYY-MM-DD)").refine((iso) => iso >= "2000" && iso < "2100", "is not a date");
const minute = z.coerce.number("is not a time of day").int("is not a whole minute").min(0, "is before midnight");

/** Days, and from when to when on each of them. */
export const windowInput = z
  .object({
    from: date,
    to: date,
    fromMinute: minute.max(1_439, "is after midnight").default(0),
    toMinute: minute.min(1, "is before it begins").max(1_440, "is after midnight").default(1_440),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "is before the first day" })
  .refine(({ fromMinute, toMinute }) => fromMinute < toMinute, { path: ["toMinute"], error: "is before it begins" });

const windows = z
  .array(windowInput, "is a list")
  .min(1, "say when you can come")
  .max(mostWindows, `at most ${mostWindows}`);

/** What the desk writes down for somebody who waits for a free time. */
export const joinWaitlistInput = z.object({
  serviceId: id,
  staffId: id.optional(),
  customer: somebody,
  windows,
  key,
});

/** The same as a customer asks for it, who has to be reached. */
export const joinFromPageInput = z.object({
  serviceId: id,
  staffId: id.optional(),
  customer: z.object({
    name: typedName(80, "tell us your name"),
    phone: typedText(40).refine((phone) => phone !== "", "type a phone number"),
    language: z.enum(languages).optional(),
  }),
  windows,
  key,
});
export type JoinInput = z.output<typeof joinWaitlistInput>;

export const logQuery = z.object({
  cursor: z.preprocess(
    (given) => (given === "" ? undefined : given),
    z.uuid("is not a cursor").toLowerCase().optional(),
  ),
  entry: z.preprocess((given) => (given === "" ? undefined : given), id.optional()),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

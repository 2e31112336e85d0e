import { z } from "zod";
import { shown } from "@/lib/customers/consent-words";
import { languages } from "@/lib/platform/language";
import { asTyped, typedName, typedText } from "@/lib/platform/typed-text";
import { feeInput } from "@/lib/services/fee-input";
import { readMore } from "./more-lines";
import {
  allMoves,
  blockMinutes,
  bookingGroups,
  holdMinutes,
  mostAtOnce,
  mostProposed,
  mostReason,
  mostServices,
  statuses,
  views,
} from "./rules";

export const id = z.uuid("is not an id").toLowerCase();
const thisEra = (iso: string) => iso >= "2000" && iso < "2100";

export const wholeMinute = z.iso
  .datetime({ offset: true, error: ({ input }) => (input ? "is not a time" : "choose a time") })
  .refine(thisEra, "is not a time of this century")
  .transform((iso) => new Date(iso))
  .refine((at) => at.getTime() % 60_000 === 0, "is not a whole minute");

const tooManyServices = `at most ${mostServices} services in one visit`;

/** What is added to a service, each once. */
const addonIds = z.array(id, "is a list").max(12, "at most twelve extras");

/** Of the terms for cancelling; see terms.ts. */
const termsShown = asTyped(80).optional();

/** The same once more makes no second booking. */
export const key = z
  .string()
  .regex(/^[\x21-\x7e]{8,200}$/, "is not 8 to 200 printable characters")
  .optional();

/** What a customer sends, from the page or through the API. Unknown keys are dropped. */
export const bookSlotInput = z.object({
  lines: z
    .array(z.object({ serviceId: id, staffId: id.optional(), addonIds: addonIds.optional() }))
    .min(1, "choose a service")
    .max(mostServices, tooManyServices),
  startsAt: wholeMinute,
  customer: z.object({
    name: typedName(80, "tell us your name"),
    phone: typedText(40).refine((phone) => phone !== "", "type a phone number"),
    email: z.union([z.literal(""), z.email("is not an e-mail address").max(200)]).optional(),
    /** What the page was read in; whom the house knows already keeps their own. */
    language: z.enum(languages).optional(),
  }),
  notes: typedText(500).optional(),
  /** Which words they ticked, to be written to about offers; see consent-words. */
  marketing: z.literal(shown.marketing, "are not the words of now").optional(),
  /** What the page showed; when it no longer holds nothing is booked before the customer has seen the new price. */
  seen: z
    .object({
      totalMinor: z.number().int().min(0),
      terms: termsShown,
      depositMinor: z.number().int().min(0).optional(),
    })
    .optional(),
});

export type BookSlotInput = z.output<typeof bookSlotInput>;

export const day = z.iso.date("is not a date (YYYY-MM-DD)").refine(thisEra, "is not a date of this century");

/** Services that follow in the same visit; see more-lines.ts. */
const moreLines = z.preprocess(
  (text) => readMore(String(text)),
  z.array(z.object({ serviceId: id, staffId: id.optional(), addonIds })).max(mostServices - 1, tooManyServices),
);

/** So many days one question is answered for. */
export const mostDays = 62;
/** Of a visit of several services, which takes longer to work out. */
export const mostDaysOfSeveral = 28;
const daysFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** A visit as an address says it. */
export const visitAsked = {
  service: id,
  staff: z.union([z.literal("any"), id]).default("any"),
  /** Ids with commas between them. */
  addons: z
    .string()
    .transform((list) => list.split(",").filter(Boolean))
    .pipe(addonIds)
    .default([]),
  more: moreLines.prefault(""),
};

export const openSlotsInput = z
  .object({ ...visitAsked, from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "is before from" })
  .refine(({ from, to }) => daysFrom(from, to) < mostDays, {
    path: ["to"],
    error: `is more than ${mostDays} days after from`,
  })
  .refine(({ more, from, to }) => more.length === 0 || daysFrom(from, to) < mostDaysOfSeveral, {
    path: ["to"],
    error: `is more than ${mostDaysOfSeveral} days after from, with several services`,
  });

/** Over what is taken, which nobody does without a reason. */
const anyway = z.object({ reason: typedText(mostReason).refine((text) => text !== "", "say why") });

export const moveBookingInput = z.object({
  startsAt: wholeMinute,
  /** When it was seen to be; see move-booking. */
  from: z.iso.datetime({ offset: true, error: "is not a time" }),
  staffId: z.union([z.literal("any"), id]).optional(),
  lineId: id.optional(),
  anyway: anyway.optional(),
});

/** One service of a booking takes so many minutes. */
export const resizeBookingInput = z.object({
  lineId: id,
  from: z.iso.datetime({ offset: true, error: "is not a time" }),
  minutes: z.int("is not a number of minutes").min(5, "is shorter than 5 minutes").max(1_440, "is longer than a day"),
});

/** The same once more; `totalMinor` and `terms` are what was shown with the time. */
export const bookAgainInput = z.object({
  startsAt: wholeMinute,
  totalMinor: z.int("is not an amount").min(0),
  terms: termsShown,
  depositMinor: z.int("is not an amount").min(0).optional(),
  key,
});
export type BookAgainInput = z.output<typeof bookAgainInput>;

const bookingIds = z.array(id, "is a list").min(1, "name none").max(mostAtOnce, `are more than ${mostAtOnce}`);

/** Bookings that need another place, and what to keep when not both can be. */
export const proposalsInput = z.object({
  ids: bookingIds,
  prefer: z.enum(["person", "time"], "is the person or the time").default("person"),
});

/** Customers who are to choose another time themselves. */
export const anotherTimeInput = z.object({ ids: bookingIds, reason: typedText(mostReason).default("") });
const holdLength = z.union(
  holdMinutes.map((minutes) => z.literal(minutes)),
  `is not ${holdMinutes.join(" or ")} minutes`,
);

/** One of the house's, or somebody new, of whom the desk may know the name, the number, or nothing. */
export const deskCustomer = z.object({
  customerId: id.optional(),
  name: z.union([z.literal(""), typedName(80, "is missing")]).default(""),
  phone: typedText(40).default(""),
  email: z.union([z.literal(""), z.email("is not an e-mail address").max(200)]).optional(),
});

/** What somebody at the desk books for a customer, or holds for them so many minutes. */
export const deskBookingInput = bookSlotInput
  .omit({ seen: true, marketing: true })
  .extend({
    customer: deskCustomer,
    holdMinutes: holdLength.optional(),
    anyway: anyway.optional(),
    /** Held until a deposit is paid, where the rules ask for one. */
    askDeposit: z.boolean("is yes or no").optional(),
    key,
  })
  .refine(({ askDeposit, anyway }) => !(askDeposit && anyway), {
    path: ["askDeposit"],
    error: "cannot be waited for over what is taken: book it without, or choose a free time",
  })
  // What lies over something else is nobody's to keep: the one under it would have to wait for an answer.
  .refine(({ holdMinutes, anyway }) => !(holdMinutes && anyway), {
    path: ["holdMinutes"],
    error: "cannot be kept over what is taken: book it, or choose a free time",
  });
export type DeskBookingInput = z.output<typeof deskBookingInput>;

/** Somebody who is here, and the earliest time that was shown for what they want. */
export const walkInInput = z.object({
  serviceId: id,
  staffId: id,
  startsAt: wholeMinute,
  customer: deskCustomer.prefault({}),
  key,
});
export type WalkInInput = z.output<typeof walkInInput>;

/** Time kept from customers for something else; why is for the house alone. */
export const blockTimeInput = z.object({
  /** By default whoever asks. */
  staffId: id.optional(),
  startsAt: wholeMinute,
  minutes: z
    .int("is not a number of minutes")
    .min(blockMinutes.least, `is shorter than ${blockMinutes.least} minutes`)
    .max(blockMinutes.most, `is longer than ${blockMinutes.most / 60} hours`),
  reason: typedText(mostReason).refine((text) => text !== "", "say why"),
});
export type BlockTimeInput = z.output<typeof blockTimeInput>;

export const extendHoldInput = z.object({ minutes: holdLength });

export const proposeTimesInput = z.object({
  /** When it was seen to be; see propose-times. */
  from: z.iso.datetime({ offset: true, error: "is not a time" }),
  times: z
    .array(wholeMinute)
    .min(1, "choose a time")
    .max(mostProposed, `at most ${mostProposed} at once`)
    .refine((times) => new Set(times.map(Number)).size === times.length, "has the same time twice"),
  staffId: z.union([z.literal("any"), id]).optional(),
});

/** Of a fee, or of a deposit. */
export const waiveFeeInput = z.object({ reason: typedText(mostReason).refine((text) => text !== "", "say why") });

export const changeBookingInput = z.object({
  move: z.enum(allMoves, "is not a step of a booking"),
  /** The status that was seen; see change-booking. */
  from: z.enum(statuses, "is not a status"),
  reason: typedText(mostReason).optional(),
});

/** A form sends its empty fields, too: they ask for nothing. */
export const asked = <T extends z.ZodType>(shape: T) =>
  z.preprocess((given) => (given === "" ? undefined : given), shape.optional());

/** At the desk: also for whom, who may have to pay a deposit or not. */
export const deskSlotsInput = openSlotsInput.and(z.object({ customer: asked(id) }));

export const bookingFilters = z.object({
  view: z.enum(views, "is not a view").default("upcoming"),
  status: asked(z.enum([...statuses, ...bookingGroups], "is not a status")),
  /** Held until it is paid, and not paid yet. */
  deposit: asked(z.enum(["due"], "is not due")),
  staff: asked(id),
  service: asked(id),
  /** A name, a phone number or a reference, or a part of it. */
  customer: asked(typedText(80)),
  /** One booking's, also of what is over or will not be. */
  reference: asked(typedText(20)),
  from: asked(day),
  to: asked(day),
});
export type BookingFilters = z.output<typeof bookingFilters>;

export const bookingQuery = bookingFilters.extend({
  cursor: asked(z.uuid("is not a cursor").toLowerCase()),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type BookingQuery = z.output<typeof bookingQuery>;

export const moveTimesQuery = z.object({
  staff: asked(z.union([z.literal("any"), id])),
  date: day,
  /** For a proposal: its own time stays taken. */
  for: asked(z.literal("proposal")),
});

/** Somebody's own day. */
export const myDayInput = z.object({ date: day });

/** What cancelling and not coming cost; null for nothing. */
export const cancellationInput = z.object({
  cancellation: z
    .object({
      freeHours: z
        .int("is not a whole number of hours")
        .min(0, "is less than nothing")
        .max(720, "is more than 30 days"),
      late: feeInput.optional(),
      noShow: feeInput.optional(),
    })
    .nullable(),
});

/** Days that are drawn together, at most a week of them. */
export const calendarInput = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "is before from" })
  .refine(({ from, to }) => daysFrom(from, to) < 7, { path: ["to"], error: "is more than a week after from" });

/** What comes next, of everybody. */
export const nextQuery = z.object({
  view: z.literal("next"),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

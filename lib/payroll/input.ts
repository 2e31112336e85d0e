import { z } from "zod";
import { asked, day, id } from "@/lib/bookings/input";
import { typedText } from "@/lib/platform/typed-text";
import { wholePercent } from "./rules";

const mostMinor = 100_000_000;
const amount = z.int("is not an amount").min(1, "is nothing").max(mostMinor, "is too much");
const key = z.string("is not a key").regex(/^[\x21-\x7e]{8,100}$/, "is not 8 to 100 printable characters");
const paidFrom = z.enum(["cash", "elsewhere"], "is no way to pay here");
const staffId = id;

/** Either a percentage in hundredths or an amount for each one. */
const rate = z.int("is not a number").min(0, "is less than nothing").max(mostMinor, "is too much");

export const setRateInput = z
  .object({
    /** Everybody who has none of their own when it is absent. */
    staffId: asked(id),
    about: z.enum(["service", "product", "services", "products"], "is nothing that is earned by"),
    thingId: asked(id),
    kind: z.enum(["percent", "amount"], "is neither a percentage nor an amount"),
    rate,
  })
  .refine(({ about, thingId }) => (about === "service" || about === "product") === (thingId !== undefined), {
    path: ["thingId"],
    error: "choose what it is for",
  })
  .refine(({ kind, rate: of }) => kind === "amount" || of <= wholePercent, {
    path: ["rate"],
    error: "is more than all of it",
  })
  .refine(({ staffId, about, kind }) => !(staffId && about === "services" && kind === "amount"), {
    path: ["kind"],
    error: "is for one service at a time: for all of somebody’s services there is a percentage",
  });
export type SetRateInput = z.output<typeof setRateInput>;

export const advanceInput = z.object({
  staffId,
  amountMinor: amount,
  paidFrom,
  note: typedText(200).default(""),
  key,
});
export type AdvanceInput = z.output<typeof advanceInput>;
export const undoAdvanceInput = z.object({ advanceId: id });

export const periodQuery = z.object({ to: asked(day) });

export const closePeriodInput = z.object({
  toDay: day,
  /** Of what was looked at: something may have been earned since. */
  seen: z.string("look at it first").regex(/^[0-9a-f]{64}$/, "look at it first"),
});
export type ClosePeriodInput = z.output<typeof closePeriodInput>;

export const payPayslipInput = z.object({ periodId: id, staffId, paidFrom, reference: typedText(60).default("") });
export type PayPayslipInput = z.output<typeof payPayslipInput>;

export const earningsQuery = z.object({ date: asked(day) });

import { z } from "zod";
import { typedText } from "@/lib/platform/typed-text";
import { mostPromptMinor } from "./rules";

const phone = typedText(40, "is too long for a phone number");

/** For a booking's deposit, which says itself how much, or for a part of what a sale owes. */
export const askInput = z.union([
  z.object({ bookingId: z.uuid("is not an id"), phone }),
  z.object({
    saleId: z.uuid("is not an id"),
    amountMinor: z
      .int("is a whole number of cents")
      .min(100, "is at least one shilling")
      .max(mostPromptMinor, "is more than M-Pesa moves at once")
      .refine((minor) => minor % 100 === 0, "is in whole shillings"),
    phone,
  }),
]);

export const takeDepositInput = z.object({
  bookingId: z.uuid("is not an id").toLowerCase(),
  method: z.enum(["cash", "card", "other"], "is cash, card or other"),
});

export const depositCodeInput = z.object({
  bookingId: z.uuid("is not an id").toLowerCase(),
  code: typedText(20, "is longer than a code of M-Pesa"),
});

import { z } from "zod";

/** A part of the price, or so much. */
export const feeInput = z.discriminatedUnion(
  "kind",
  [
    z.object({
      kind: z.literal("percent"),
      percent: z.int("is not a whole number").min(1, "is less than 1").max(100, "is more than 100"),
    }),
    z.object({
      kind: z.literal("fixed"),
      amountMinor: z.int("is not an amount").min(1, "is nothing").max(100_000_000_00, "is too much"),
    }),
  ],
  "is neither a percentage nor an amount",
);

/** What is paid beforehand: M-Pesa moves whole shillings. */
export const depositInput = feeInput.refine((fee) => fee.kind === "percent" || fee.amountMinor % 100 === 0, {
  path: ["amountMinor"],
  error: "is not in whole shillings",
});

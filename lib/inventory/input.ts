import { z } from "zod";
import { id } from "@/lib/bookings/input";
import { typedText } from "@/lib/platform/typed-text";

const units = z.int("is not a whole number").min(1, "is none").max(1_000_000, "is too much");
const cost = z.int("is not an amount").min(0, "is less than nothing").max(100_000_000_000, "is too much");
const note = typedText(200).default("");
const why = typedText(200).refine((text) => text !== "", "say why");
const key = z.string("is not a key").regex(/^[\x21-\x7e]{8,100}$/, "is not 8 to 100 printable characters");
const level = z.int("is not a whole number").min(0, "is less than nothing").max(1_000_000, "is too much").nullable();

export const trackInput = z.object({
  productId: id,
  unit: z.enum(["piece", "ml", "g"], "is no unit"),
  reorderLevel: level,
});
export const receiveInput = z.object({ productId: id, units, costMinor: cost, note, key });
/** Something broke, or there is another number than there should be. */
export const adjustInput = z.object({
  productId: id,
  reason: z.enum(["damaged", "adjusted"], "is no reason"),
  change: z
    .int("is not a whole number")
    .min(-1_000_000, "is too much")
    .max(1_000_000, "is too much")
    .refine((change) => change !== 0, "is nothing"),
  note: why,
  key,
});
export const recipeInput = z.object({
  serviceId: id,
  items: z
    .array(z.object({ productId: id, quantity: units }))
    .max(30, "are more than 30")
    .refine((all) => new Set(all.map(({ productId }) => productId)).size === all.length, "name a product twice"),
});
export const countLineInput = z.object({
  countId: id,
  productId: id,
  counted: z.int("is not a whole number").min(0, "is less than nothing").max(10_000_000, "is too much"),
});
export const finishCountInput = z.object({ countId: id, note });

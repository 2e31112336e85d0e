import { z } from "zod";
import { asked, day, id } from "@/lib/bookings/input";
import { typedText } from "@/lib/platform/typed-text";
import { stockReasons } from "./rules";

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
/** Something broke, was used up beside a visit, or there is another number than there should be. */
export const adjustInput = z.object({
  productId: id,
  reason: z.enum(["damaged", "used", "adjusted"], "is no reason"),
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
    .array(z.object({ productId: id, quantity: units.max(100_000, "is too much") }))
    .max(30, "are more than 30")
    .refine((all) => new Set(all.map(({ productId }) => productId)).size === all.length, "name a product twice"),
});
export const countLineInput = z.object({
  countId: id,
  productId: id,
  counted: z.int("is not a whole number").min(0, "is less than nothing").max(10_000_000, "is too much"),
  /** So long ago it was typed, where there was no network to send it: what has moved since is no difference. */
  agoMs: z.int("is not a time").min(0, "has not been yet").max(604_800_000, "is too long ago").default(0),
});
export const finishCountInput = z.object({ countId: id, note });
export const discardCountInput = z.object({ countId: id });
/** Said aloud: a request that says nothing begins nothing. */
export const startCountInput = z.object({ start: z.literal(true, "is to be said") });

const yes = z.literal("yes", "is yes or nothing");
export const stockQuery = z.object({ low: asked(yes) });
export type StockQuery = z.output<typeof stockQuery>;

const cursor = asked(z.string().regex(/^20[\d-]{8}T[\d:.]{12}Z [0-9a-f-]{36}$/, "is not a place in this list"));
export const productStockQuery = z.object({ cursor });
export const movementsQuery = z.object({
  product: asked(id),
  reason: asked(z.enum(stockReasons, "is no reason")),
  day: asked(day),
  cursor,
});
export type MovementsQuery = z.output<typeof movementsQuery>;
export const recipesQuery = z.object({ service: asked(id) });

/** The same where the address names the product, or the count. */
export const adjustAtInput = adjustInput.omit({ productId: true });
export const countLineAtInput = countLineInput.omit({ countId: true });

import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { Count, CountLine } from "./get-count";
import type { ProductStock } from "./get-product-stock";
import type { CountList, CountRow } from "./list-counts";
import type { Movement, Movements } from "./list-movements";
import type { Recipe, RecipeList } from "./list-recipes";
import type { StockList, StockRow } from "./list-stock";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const movementAnswer = answerOf<Movement>()(
  z.strictObject({
    id: z.string(),
    productId: z.string(),
    what: z.string(),
    unit: z.enum(["piece", "ml", "g"]),
    reason: z.enum([
      "given",
      "received",
      "used",
      "sold",
      "returned",
      "given_back",
      "damaged",
      "adjusted",
      "counted",
      "revalued",
    ]),
    change: z.number(),
    onHandAfter: z.number(),
    costMinor: z.number().nullable(),
    below: z.boolean(),
    note: z.string(),
    at: z.string(),
    day: z.string(),
    by: z.string().nullable(),
    sale: z.strictObject({ id: z.string(), number: z.number() }).nullable(),
    visitId: z.string().nullable(),
    service: z.string().nullable(),
    countId: z.string().nullable(),
  }),
);

export const movementsAnswer = answerOf<Movements>()(
  z.strictObject({
    movements: z.array(movementAnswer),
    nextCursor: z.string().nullable(),
    currency: z.string(),
    position: z.string(),
  }),
);

export const stockRowAnswer = answerOf<StockRow>()(
  z.strictObject({
    productId: z.string(),
    name: z.string(),
    active: z.boolean(),
    unit: z.enum(["piece", "ml", "g"]),
    onHand: z.number(),
    reorderLevel: z.number().nullable(),
    low: z.boolean(),
    valueMinor: z.number().nullable(),
  }),
);

export const stockListAnswer = answerOf<StockList>()(
  z.strictObject({
    products: z.array(stockRowAnswer),
    others: z.array(z.strictObject({ productId: z.string(), name: z.string() })),
    lowCount: z.number(),
    valueMinor: z.number().nullable(),
    currency: z.string(),
    position: z.string(),
  }),
);

export const productStockAnswer = answerOf<ProductStock>()(
  stockRowAnswer.extend({
    last: z.strictObject({ costMinor: z.number(), units: z.number() }).nullable(),
    moved: z.boolean(),
    usedBy: z.array(z.strictObject({ serviceId: z.string(), name: z.string(), quantity: z.number() })),
    movements: z.array(movementAnswer),
    nextCursor: z.string().nullable(),
    currency: z.string(),
    position: z.string(),
  }),
);

export const countRowAnswer = answerOf<CountRow>()(
  z.strictObject({
    id: z.string(),
    startedAt: z.string(),
    startedBy: z.string().nullable(),
    finishedAt: z.string().nullable(),
    note: z.string(),
    counted: z.number(),
    different: z.number().nullable(),
    offMinor: z.number().nullable(),
  }),
);

export const countListAnswer = answerOf<CountList>()(
  z.strictObject({ counts: z.array(countRowAnswer), currency: z.string(), position: z.string() }),
);

export const countLineAnswer = answerOf<CountLine>()(
  z.strictObject({
    productId: z.string(),
    name: z.string(),
    unit: z.enum(["piece", "ml", "g"]),
    counted: z.number().nullable(),
    by: z.string().nullable(),
    expected: z.number().nullable(),
    offMinor: z.number().nullable(),
  }),
);

export const countAnswer = answerOf<Count>()(
  z.strictObject({
    id: z.string(),
    startedAt: z.string(),
    startedBy: z.string().nullable(),
    finishedAt: z.string().nullable(),
    finishedBy: z.string().nullable(),
    note: z.string(),
    lines: z.array(countLineAnswer),
    offMinor: z.number().nullable(),
    currency: z.string(),
    position: z.string(),
  }),
);

export const recipeAnswer = answerOf<Recipe>()(
  z.strictObject({
    serviceId: z.string(),
    name: z.string(),
    items: z.array(
      z.strictObject({
        productId: z.string(),
        name: z.string(),
        unit: z.enum(["piece", "ml", "g"]),
        quantity: z.number(),
      }),
    ),
  }),
);

export const recipeListAnswer = answerOf<RecipeList>()(
  z.strictObject({
    recipes: z.array(recipeAnswer),
    products: z.array(z.strictObject({ productId: z.string(), name: z.string(), unit: z.enum(["piece", "ml", "g"]) })),
    position: z.string(),
  }),
);

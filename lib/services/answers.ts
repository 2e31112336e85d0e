import { z } from "zod";
import type { Fee } from "@/db/schema/tenants";
import { answerOf } from "@/lib/platform/wire";
import type { PriceList, PriceListItem } from "./list-price-list";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const feeAnswer = answerOf<Fee>()(
  z.union([
    z.strictObject({ kind: z.literal("percent"), percent: z.number() }),
    z.strictObject({ kind: z.literal("fixed"), amountMinor: z.number() }),
  ]),
);

export const priceListItemAnswer = answerOf<PriceListItem>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    category: z.string(),
    description: z.string(),
    segments: z.array(z.strictObject({ kind: z.enum(["work", "gap"]), minutes: z.number() })),
    durationMinutes: z.number(),
    priceMinor: z.number(),
    currency: z.string(),
    bufferBeforeMinutes: z.number(),
    bufferAfterMinutes: z.number(),
    addons: z.array(z.strictObject({ id: z.string(), name: z.string(), minutes: z.number(), priceMinor: z.number() })),
    seats: z.number(),
    together: z.boolean(),
    active: z.boolean(),
    photo: z.string().nullable(),
    confirm: z.enum(["desk", "auto"]).nullable(),
    deposit: feeAnswer.nullable(),
    stepMinutes: z.number().nullable(),
    windows: z.array(
      z.strictObject({
        channel: z.enum(["public", "desk", "api"]),
        noticeMinutes: z.number().nullable(),
        horizonDays: z.number().nullable(),
      }),
    ),
    staffNames: z.array(z.string()),
  }),
);

export const priceListAnswer = answerOf<PriceList>()(
  z.strictObject({ items: z.array(priceListItemAnswer), currency: z.string(), position: z.string() }),
);

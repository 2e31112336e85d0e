import { z } from "zod";
import { consentAnswer } from "@/lib/customers/answers";
import { answerOf } from "@/lib/platform/wire";
import type { InTheWay } from "./erase-customer";
import type { Apart, Duplicates, Merged, Pair, Twin } from "./find-duplicates";
import type { CustomerPrivacy } from "./get-privacy";
import type { MergePreview, Side } from "./preview-merge";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const sideAnswer = answerOf<Side>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    status: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    language: z.string(),
    notes: z.string(),
    birthday: z.string().nullable(),
    tags: z.array(z.string()),
    location: z.string(),
    allergies: z.string(),
  }),
);

export const mergePreviewAnswer = answerOf<MergePreview>()(
  z.strictObject({
    kept: sideAnswer,
    gone: sideAnswer,
    moves: z.array(z.strictObject({ what: z.string(), rows: z.number() })),
    position: z.string(),
  }),
);

export const inTheWayAnswer = answerOf<InTheWay>()(
  z.strictObject({ bookings: z.number(), sales: z.number(), payments: z.number(), refunds: z.number() }),
);

export const customerPrivacyAnswer = answerOf<CustomerPrivacy>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    said: z.array(consentAnswer),
    inTheWay: inTheWayAnswer,
    position: z.string(),
  }),
);

export const twinAnswer = answerOf<Twin>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    since: z.string(),
    bookings: z.number(),
  }),
);

export const pairAnswer = answerOf<Pair>()(
  z.strictObject({ why: z.enum(["name", "email", "account"]), one: twinAnswer, other: twinAnswer }),
);

export const mergedAnswer = answerOf<Merged>()(
  z.strictObject({
    id: z.string(),
    kept: z.strictObject({ id: z.string(), name: z.string() }),
    at: z.string(),
    by: z.string().nullable(),
    rows: z.number(),
  }),
);

export const apartAnswer = answerOf<Apart>()(
  z.strictObject({
    one: z.strictObject({ id: z.string(), name: z.string() }),
    other: z.strictObject({ id: z.string(), name: z.string() }),
    at: z.string(),
    by: z.string().nullable(),
  }),
);

export const duplicatesAnswer = answerOf<Duplicates>()(
  z.strictObject({
    items: z.array(pairAnswer),
    nextCursor: z.string().nullable(),
    merged: z.array(mergedAnswer),
    apart: z.array(apartAnswer),
    position: z.string(),
  }),
);

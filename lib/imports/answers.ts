import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { ImportFacts, ImportList, ImportRow, Left } from "./get-import";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const importRowAnswer = answerOf<ImportRow>()(
  z.strictObject({
    id: z.string(),
    kind: z.enum(["staff", "bookings", "customers", "services"]),
    fileName: z.string(),
    status: z.enum(["read", "running", "done", "undone"]),
    rows: z.number(),
    added: z.number(),
    takenBack: z.number(),
    at: z.string(),
    by: z.string().nullable(),
  }),
);

export const importListAnswer = answerOf<ImportList>()(
  z.strictObject({ items: z.array(importRowAnswer), nextCursor: z.string().nullable(), position: z.string() }),
);

export const leftAnswer = answerOf<Left>()(
  z.strictObject({ id: z.string(), name: z.string(), at: z.string().nullable() }),
);

export const importFactsAnswer = answerOf<ImportFacts>()(
  z.strictObject({
    id: z.string(),
    kind: z.enum(["staff", "bookings", "customers", "services"]),
    fileName: z.string(),
    status: z.enum(["read", "running", "done", "undone"]),
    rows: z.number(),
    header: z.array(z.string()),
    mapping: z.record(z.string(), z.number()),
    options: z.strictObject({ tells: z.boolean().optional(), overlaps: z.boolean().optional() }),
    counts: z.strictObject({
      waiting: z.number().optional(),
      wrong: z.number().optional(),
      added: z.number().optional(),
      known: z.number().optional(),
      twice: z.number().optional(),
      full: z.number().optional(),
      taken_back: z.number().optional(),
      stays: z.number().optional(),
    }),
    sample: z.array(z.array(z.string())),
    problems: z.array(z.strictObject({ line: z.number(), problem: z.string() })),
    stays: z.array(leftAnswer),
    position: z.string(),
  }),
);

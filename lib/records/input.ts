import { z } from "zod";
import { typedText } from "@/lib/platform/typed-text";
import { choices } from "./merge-rules";

const id = z.uuid("is not an id").toLowerCase();

/** What somebody answered when they were asked at the counter. */
export const saidInput = z.object({
  customerId: id,
  purpose: z.enum(["marketing", "photos"], "is not something that is asked"),
  granted: z.boolean("is neither yes nor no"),
});

/** `name`: of who is meant, typed once more. */
export const eraseInput = z.object({
  customerId: id,
  name: typedText(80).refine((name) => name !== "", "is missing"),
});
export type EraseInput = z.output<typeof eraseInput>;

/** `take`: whose values of the second are kept in place of the first one's. */
export const mergeInput = z.object({
  keptId: id,
  goneId: id,
  take: z.array(z.enum(choices.map(([field]) => field))).max(choices.length, "are too many"),
});
export type MergeInput = z.output<typeof mergeInput>;

export const partInput = z.object({ mergeId: id });

/** `apart`: they are two, or that is taken back. */
export const apartInput = z.object({ oneId: id, otherId: id, apart: z.boolean("is yes or no") });
export type ApartInput = z.output<typeof apartInput>;

export const duplicatesQuery = z.object({
  cursor: z
    .string()
    .regex(/^[0-9a-f-]{36} [0-9a-f-]{36}$/, "is not a cursor")
    .transform((both) => ({ one: both.slice(0, 36), other: both.slice(37) }))
    .optional(),
});

/** Whom somebody is looked at beside. */
export const mergeQuery = z.object({ with: id });
export const exportQuery = z.object({ format: z.enum(["json", "csv"], "is json or csv").default("json") });

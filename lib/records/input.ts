import { z } from "zod";
import { typedText } from "@/lib/platform/typed-text";

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

import { z } from "zod";
import { typedName, typedText } from "@/lib/platform/typed-text";
import { customerId } from "./file-input";
import { mostTag, statuses } from "./rules";
import { isBuiltIn } from "./segment-rules";

/** An empty field of an address asks for nothing. */
const asked = <T extends z.ZodType>(shape: T) =>
  z.preprocess((given) => (given === "" || given === null ? undefined : given), shape.optional());

const many = z.int("is not a number").min(1, "is less than one").max(10_000, "is too many");

const rule = z
  .object({
    tag: asked(typedText(mostTag)),
    visitsAtLeast: asked(many),
    spentAtLeastMinor: asked(z.int("is not an amount").min(1, "is nothing").max(100_000_000_000, "is too much")),
    awayDays: asked(many.max(3_650, "is more than ten years")),
    serviceId: asked(customerId),
  })
  .refine((all) => Object.values(all).some((one) => one !== undefined), {
    path: ["tag"],
    error: "say at least one thing of them",
  });

export const saveSegmentInput = z.object({ name: typedName(40, "is needed"), rule });
export type SaveSegmentInput = z.output<typeof saveSegmentInput>;
export const dropSegmentInput = z.object({ segmentId: customerId });

export const customersQuery = z.object({
  search: asked(typedText(80).refine((text) => text.length >= 2, "is shorter than two letters")),
  status: asked(
    z.enum(
      statuses.map(({ value }) => value),
      "is none of the list",
    ),
  ),
  tag: asked(typedText(mostTag)),
  segment: asked(
    z
      .string()
      .toLowerCase()
      .refine((named) => isBuiltIn(named) || customerId.safeParse(named).success, "is no segment"),
  ),
  /** Those who were put away, instead of those who are there. */
  archived: asked(z.enum(["yes"], "is not yes")),
  limit: z.coerce.number("is not a number").int().min(1, "is less than one").max(100, "is more than 100").default(50),
  cursor: asked(z.uuid("is not a cursor").toLowerCase()),
});
export type CustomersQuery = z.output<typeof customersQuery>;
export type CustomerFilters = Omit<CustomersQuery, "limit" | "cursor">;

/** What is asked for as a file has to be said, if only that it is everybody. */
export const exportCustomersInput = z.object({ filters: customersQuery.omit({ limit: true, cursor: true }) });

export const topQuery = z.object({
  by: z.enum(["visits", "spend", "risk"], "is none of visits, spend and risk").default("visits"),
});

import { z } from "zod";
import { looking, withoutLook } from "@/lib/platform/looked";
import { typedName } from "@/lib/platform/typed-text";

const resource = {
  name: typedName(60, "is missing"),
  quantity: z.int("is not a number").min(1, "is less than one").max(500, "is more than 500"),
  /** Those that cannot be done without one. */
  serviceIds: z.array(z.uuid("is not an id").toLowerCase(), "is a list").max(500, "are too many"),
};

export const addResourceInput = z.object({
  ...resource,
  serviceIds: resource.serviceIds.default([]),
  ...looking,
});
export type AddResourceInput = z.output<typeof addResourceInput>;

export const changeResourceInput = z
  .object({ ...resource, active: z.boolean("is yes or no") })
  .partial()
  .extend(looking)
  .refine((given) => Object.keys(withoutLook(given)).length > 0, "names nothing to change");
export type ChangeResourceInput = z.output<typeof changeResourceInput>;

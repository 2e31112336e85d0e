import { z } from "zod";
import { typedText } from "@/lib/platform/typed-text";

/** Why; whether one is needed follows from the decision. */
export const decideInput = z.object({ reason: typedText(500).default("") });

export const listTenantsInput = z.object({
  q: typedText(80).default(""),
  status: z.enum(["pending", "active", "suspended", "rejected"]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.uuid("is not a cursor").optional(),
});

export type ListTenantsInput = z.output<typeof listTenantsInput>;

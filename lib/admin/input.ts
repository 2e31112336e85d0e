import { z } from "zod";
import { typedText } from "@/lib/platform/typed-text";

const most = 500;

export const withoutReason = z.object({});
export const withReason = z.object({
  reason: typedText(most).pipe(z.string().min(3, "tell the owner why, in a sentence")),
});

export const listTenantsInput = z.object({
  q: typedText(80).default(""),
  status: z.enum(["pending", "active", "suspended", "rejected"]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.uuid("is not a cursor").optional(),
});

export type ListTenantsInput = z.output<typeof listTenantsInput>;

import { z } from "zod";
import { asTyped } from "@/lib/platform/typed-text";

export const reportInput = z.object({
  id: asTyped(200).min(1),
  status: asTyped(60).min(1),
  failureReason: asTyped(60).optional(),
});

export const stopInput = z.object({ phoneNumber: z.string().regex(/^\+[1-9]\d{6,14}$/) });

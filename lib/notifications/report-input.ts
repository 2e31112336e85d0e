import { z } from "zod";

export const reportInput = z.object({
  id: z.string().min(1).max(200),
  status: z.string().min(1).max(60),
  failureReason: z.string().max(60).optional(),
});

export const stopInput = z.object({ phoneNumber: z.string().regex(/^\+[1-9]\d{6,14}$/) });

import { z } from "zod";

export const notificationQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.uuid("is not a cursor").optional(),
});

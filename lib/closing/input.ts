import { z } from "zod";

/** Its name, typed out: nobody closes a business by a slip of the finger. */
export const closeInput = z.object({ name: z.string().trim().min(1, "is empty").max(120, "is too long") });
export const keepInput = z.object({});
export const cancelComingInput = z.object({});

import { z } from "zod";
import { id } from "./input";

export const handOverInput = z.object({
  bookingId: id,
  choice: z.enum(["same", "dependant", "new"], "is none of same, dependant and new"),
});
export type HandOverInput = z.output<typeof handOverInput>;
export const takeBackInput = z.object({ bookingId: id });

import { z } from "zod";
import { typedName, typedText } from "@/lib/platform/typed-text";

export const customerName = typedName(80, "is needed");

export const customerEmail = typedText(200)
  .transform((email) => email.toLowerCase())
  .pipe(z.email());

export const customerWishes = z.object({
  language: z.enum(["en", "sw"]),
  bySms: z.boolean(),
  byEmail: z.boolean(),
});

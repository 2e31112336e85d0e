import { z } from "zod";
import { typedName, typedText } from "@/lib/platform/typed-text";

export const customerName = typedName(80, "is needed");

export const customerEmail = typedText(200)
  .transform((email) => email.toLowerCase())
  .pipe(z.email());

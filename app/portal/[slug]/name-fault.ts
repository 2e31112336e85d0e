import type { z } from "zod";
import { fieldSentence } from "@/app/book/_parts/words";

/** What is wrong with a name, in a sentence. */
export const nameFault = (error: z.ZodError): string =>
  fieldSentence("Your name", error.issues[0]?.message ?? "is not right");

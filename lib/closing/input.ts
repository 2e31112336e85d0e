import { z } from "zod";
import { typedText } from "@/lib/platform/typed-text";

/** Its name, typed out: nobody closes a business by a slip of the finger. */
export const closeInput = z.object({ name: typedText(120).refine((name) => name !== "", "is empty") });
export const keepInput = z.object({});
export const cancelComingInput = z.object({});
export const takeInput = z.object({});

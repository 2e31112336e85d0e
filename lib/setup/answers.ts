import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { Setup } from "./get-setup";
import { setupSteps } from "./rules";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const setupAnswer = answerOf<Setup>()(
  z.strictObject({
    steps: z.array(z.strictObject({ step: z.enum(setupSteps), isDone: z.boolean() })),
    isPutAway: z.boolean(),
    isPending: z.boolean(),
    slug: z.string(),
    samples: z.enum(["here", "possible", "no"]),
    position: z.string(),
  }),
);

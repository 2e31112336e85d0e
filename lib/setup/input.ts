import { z } from "zod";
import { saidSteps } from "./rules";

/** That a step is right as it is; or that the list is put away, or wanted again. */
export const sayStepInput = z.union(
  [z.object({ step: z.enum(saidSteps) }), z.object({ putAway: z.boolean() })],
  "says which step, or whether the list is put away",
);

export const fillInput = z.object({});
export const removeSamplesInput = z.object({});

export type SayStep = z.output<typeof sayStepInput>;

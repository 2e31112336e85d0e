import { z } from "zod";

/** What is refused, wherever it is. */
export const problemAnswer = z.looseObject({
  type: z.string().regex(/^urn:clientpulse:problem:/),
  title: z.string().meta({ description: "For a person to read." }),
  status: z.int(),
  code: z.string().meta({ description: "For a program to read; it does not change." }),
  fields: z
    .record(z.string(), z.array(z.string()))
    .optional()
    .meta({ description: "With `invalid`: each field that is not right, and why." }),
  retryAfterSeconds: z.int().optional().meta({ description: "With `too_many`: how long to wait." }),
});

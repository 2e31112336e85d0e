import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import { stretchAnswer } from "@/lib/staff/answers";
import type { Opening } from "./get-opening";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const openingAnswer = answerOf<Opening>()(
  z.strictObject({
    week: z.array(stretchAnswer),
    days: z.array(
      z.strictObject({ date: z.string(), windows: z.array(z.tuple([z.number(), z.number()])), reason: z.string() }),
    ),
    holidays: z.array(
      z.strictObject({
        date: z.string(),
        name: z.string(),
        open: z.boolean(),
        hours: z.array(z.tuple([z.number(), z.number()])).nullable(),
        isOffDay: z.boolean(),
      }),
    ),
    closedOnHolidays: z.boolean(),
    today: z.string(),
    tomorrow: z.strictObject({
      date: z.string(),
      holiday: z.string().nullable(),
      shut: z.boolean(),
      isOffDay: z.boolean(),
    }),
    position: z.string(),
  }),
);

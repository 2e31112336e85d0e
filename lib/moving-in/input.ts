import { z } from "zod";
import { timesAnswers } from "./rules";

export const answerTimesInput = z.object({ answer: z.enum(timesAnswers) });

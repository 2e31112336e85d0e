import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { Corrected, Correction, VisitFacts, VisitLine } from "./get-visit";
import type { VisitItem } from "./internal/visit-items";
import type { VisitPage, VisitTotals } from "./list-visits";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const visitItemAnswer = answerOf<VisitItem>()(
  z.strictObject({
    id: z.string(),
    startedAt: z.string(),
    completedAt: z.string().nullable(),
    customerName: z.string(),
    services: z.array(z.string()),
    staffNames: z.array(z.string()),
    totalMinor: z.number(),
    paidMinor: z.number().nullable(),
    currency: z.string(),
  }),
);

export const visitTotalsAnswer = answerOf<VisitTotals>()(
  z.strictObject({
    visits: z.number(),
    totalMinor: z.number(),
    paidMinor: z.number().nullable(),
    shareMinor: z.number().nullable(),
    currency: z.string(),
  }),
);

export const visitPageAnswer = answerOf<VisitPage>()(
  z.strictObject({
    items: z.array(visitItemAnswer),
    totals: visitTotalsAnswer,
    nextCursor: z.string().nullable(),
    position: z.string(),
    seq: z.number(),
  }),
);

export const visitLineAnswer = answerOf<VisitLine>()(
  z.strictObject({
    id: z.string(),
    serviceName: z.string(),
    staffId: z.string(),
    staffName: z.string(),
    priceMinor: z.number(),
  }),
);

export const correctedAnswer = answerOf<Corrected>()(
  z.strictObject({
    lines: z.array(z.strictObject({ service: z.string(), staff: z.string(), priceMinor: z.number() })).optional(),
    notes: z.string().optional(),
  }),
);

export const correctionAnswer = answerOf<Correction>()(
  z.strictObject({
    id: z.string(),
    at: z.string(),
    who: z.string().nullable(),
    reason: z.string(),
    from: correctedAnswer.nullable(),
    to: correctedAnswer.nullable(),
  }),
);

export const visitFactsAnswer = answerOf<VisitFacts>()(
  visitItemAnswer.extend({
    lines: z.array(visitLineAnswer),
    notes: z.string(),
    revision: z.number(),
    booking: z.strictObject({ id: z.string(), reference: z.string() }).nullable(),
    correctable: z.boolean(),
    correctableUntil: z.string().nullable(),
    corrections: z.array(correctionAnswer),
  }),
);

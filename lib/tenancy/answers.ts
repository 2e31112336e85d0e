import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { Room } from "./plan-room";
import type { PrivacyNotice } from "./privacy-notice";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const privacyNoticeAnswer = answerOf<PrivacyNotice>()(
  z.strictObject({ text: z.string(), changedAt: z.string().nullable(), position: z.string() }),
);

export const roomAnswer = answerOf<Room>()(
  z.strictObject({
    members: z.strictObject({ used: z.number(), limit: z.number().nullable() }),
    activeCustomers: z.strictObject({ used: z.number(), limit: z.number().nullable() }),
    messages: z.strictObject({ used: z.number(), limit: z.number().nullable() }),
  }),
);

import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { Enquiry, EnquiryList } from "./list-enquiries";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const enquiryAnswer = answerOf<Enquiry>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    subject: z.string(),
    words: z.string(),
    at: z.string(),
    read: z.boolean(),
    answered: z.strictObject({ at: z.string(), by: z.string().nullable() }).nullable(),
    deleted: z.boolean(),
  }),
);

export const enquiryListAnswer = answerOf<EnquiryList>()(
  z.strictObject({
    enquiries: z.array(enquiryAnswer),
    nextCursor: z.string().nullable(),
    unread: z.number(),
    position: z.string(),
  }),
);

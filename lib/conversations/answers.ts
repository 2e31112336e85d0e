import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { Message, Thread } from "./get-thread";
import type { ConversationItem, Inbox } from "./list-conversations";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const conversationItemAnswer = answerOf<ConversationItem>()(
  z.strictObject({
    id: z.string(),
    customerId: z.string(),
    customerName: z.string(),
    lastWords: z.string(),
    lastSide: z.enum(["customer", "house"]),
    lastAt: z.string(),
    unread: z.number(),
  }),
);

export const inboxAnswer = answerOf<Inbox>()(
  z.strictObject({
    conversations: z.array(conversationItemAnswer),
    nextCursor: z.string().nullable(),
    unread: z.number(),
    position: z.string(),
  }),
);

export const messageAnswer = answerOf<Message>()(
  z.strictObject({
    id: z.string(),
    seq: z.number(),
    side: z.enum(["customer", "house"]),
    by: z.string().nullable(),
    words: z.string(),
    at: z.string(),
  }),
);

export const threadAnswer = answerOf<Thread>()(
  z.strictObject({
    id: z.string(),
    customerId: z.string(),
    customerName: z.string(),
    lastSeq: z.number(),
    houseReadSeq: z.number(),
    customerReadSeq: z.number(),
    messages: z.array(messageAnswer),
    before: z.number().nullable(),
    position: z.string(),
  }),
);

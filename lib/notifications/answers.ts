import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { Integrations, TestMessage, Way } from "./integrations";
import type { MessagePage, SentMessage } from "./list-messages";
import type { NotificationItem, NotificationPage } from "./list-notifications";
import type { MessageSettings } from "./rules";
import type { HouseMessages } from "./settings";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const notificationItemAnswer = answerOf<NotificationItem>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    message: z.string(),
    entity: z.string(),
    entityId: z.string(),
    createdAt: z.string(),
    read: z.boolean(),
  }),
);

export const notificationPageAnswer = answerOf<NotificationPage>()(
  z.strictObject({
    items: z.array(notificationItemAnswer),
    unread: z.number(),
    unreadIn: z.strictObject({
      bookings: z.number(),
      money: z.number(),
      stock: z.number(),
      customers: z.number(),
      house: z.number(),
    }),
    nextCursor: z.string().nullable(),
    position: z.string(),
    seq: z.number(),
  }),
);

export const sentMessageAnswer = answerOf<SentMessage>()(
  z.strictObject({
    id: z.string(),
    channel: z.enum(["push", "email", "sms"]),
    to: z.string(),
    customer: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    template: z.string(),
    subject: z.string(),
    body: z.string(),
    status: z.enum(["sent", "sending", "failed", "queued", "delivered"]),
    transport: z.string().nullable(),
    failure: z.string(),
    at: z.string(),
    segments: z.number().nullable(),
    cost: z.strictObject({ minor: z.number(), currency: z.string() }).nullable(),
  }),
);

export const messagePageAnswer = answerOf<MessagePage>()(
  z.strictObject({
    items: z.array(sentMessageAnswer),
    nextCursor: z.string().nullable(),
    month: z.strictObject({
      sms: z.number(),
      segments: z.number(),
      letters: z.number(),
      failed: z.number(),
      costs: z.array(z.strictObject({ minor: z.number(), currency: z.string() })),
    }),
    position: z.string(),
  }),
);

export const wayAnswer = answerOf<Way>()(
  z.strictObject({
    transport: z.enum(["outbox", "smtp", "africastalking", "webpush"]),
    restsUntil: z.string().nullable(),
    waiting: z.number(),
    lateSeconds: z.number(),
  }),
);

export const testMessageAnswer = answerOf<TestMessage>()(
  z.strictObject({
    id: z.string(),
    channel: z.enum(["push", "email", "sms"]),
    to: z.string(),
    status: z.enum(["sent", "sending", "failed", "queued", "delivered"]),
    failure: z.string(),
    at: z.string(),
  }),
);

export const integrationsAnswer = answerOf<Integrations>()(
  z.strictObject({
    sms: wayAnswer,
    email: wayAnswer,
    workerAt: z.string().nullable(),
    hasWorker: z.boolean(),
    callback: z.string(),
    tests: z.array(testMessageAnswer),
    position: z.string(),
  }),
);

export const messageSettingsAnswer = answerOf<MessageSettings>()(
  z.strictObject({
    quietFrom: z.number(),
    quietUntil: z.number(),
    fromName: z.string(),
    replyTo: z.string(),
    remindBefore: z.array(z.number()),
    off: z.array(z.string()),
  }),
);

export const houseMessagesAnswer = answerOf<HouseMessages>()(
  messageSettingsAnswer.extend({
    house: z.strictObject({ name: z.string(), email: z.string() }),
    position: z.string(),
  }),
);

import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { CampaignFacts, Results } from "./get-campaign";
import type { Counts } from "./internal/counts";
import type { CampaignPage, ListedCampaign } from "./list-campaigns";
import type { Recipient, RecipientPage } from "./list-recipients";
import type { MissYouFacts } from "./miss-you";
import type { Preview } from "./preview-campaign";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const countsAnswer = answerOf<Counts>()(
  z.strictObject({
    total: z.number(),
    waiting: z.number(),
    queued: z.number(),
    gone: z.number(),
    delivered: z.number(),
    failed: z.number(),
    held: z.number(),
    why: z.array(
      z.strictObject({
        why: z.enum([
          "cancelled",
          "no_consent",
          "opted_out",
          "no_address",
          "blocked",
          "put_away",
          "over_plan",
          "none_left",
          "not_sent",
        ]),
        people: z.number(),
      }),
    ),
    bySms: z.number(),
    byEmail: z.number(),
    costMinor: z.number(),
  }),
);

export const listedCampaignAnswer = answerOf<ListedCampaign>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    segment: z.union([
      z.string(),
      z.strictObject({
        tag: z.string().optional(),
        visitsAtLeast: z.number().optional(),
        spentAtLeastMinor: z.number().optional(),
        awayDays: z.number().optional(),
        serviceId: z.string().optional(),
      }),
    ]),
    segmentName: z.string(),
    channel: z.enum(["any", "email", "sms"]),
    subject: z.string(),
    body: z.string(),
    bodySw: z.string(),
    rewardId: z.string().nullable(),
    rewardName: z.string().nullable(),
    status: z.enum(["cancelled", "sent", "draft", "scheduled", "sending"]),
    sendAt: z.string().nullable(),
    pausedAt: z.string().nullable(),
    waitsUntil: z.string().nullable(),
    turn: z.number(),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    createdAt: z.string(),
    counts: countsAnswer,
  }),
);

export const campaignPageAnswer = answerOf<CampaignPage>()(
  z.strictObject({ items: z.array(listedCampaignAnswer), nextCursor: z.string().nullable(), position: z.string() }),
);

export const resultsAnswer = answerOf<Results>()(
  z.strictObject({
    bookers: z.number(),
    bookings: z.number(),
    codes: z.number(),
    redeemed: z.number(),
    moneyMinor: z.number(),
    offMinor: z.number(),
    currency: z.string(),
  }),
);

export const campaignFactsAnswer = answerOf<CampaignFacts>()(
  listedCampaignAnswer.extend({
    results: resultsAnswer,
    position: z.string(),
  }),
);

export const recipientAnswer = answerOf<Recipient>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    state: z.enum(["waiting", "held", "gone", "failed", "queued"]),
    channel: z.enum(["email", "sms"]).nullable(),
    why: z.enum([
      "",
      "cancelled",
      "no_consent",
      "opted_out",
      "no_address",
      "blocked",
      "put_away",
      "over_plan",
      "none_left",
      "not_sent",
    ]),
    failure: z.string(),
    delivered: z.boolean(),
    used: z.boolean(),
  }),
);

export const recipientPageAnswer = answerOf<RecipientPage>()(
  z.strictObject({ items: z.array(recipientAnswer), nextCursor: z.string().nullable(), position: z.string() }),
);

export const missYouFactsAnswer = answerOf<MissYouFacts>()(
  z.strictObject({
    active: z.boolean(),
    channel: z.enum(["any", "email", "sms"]),
    subject: z.string(),
    body: z.string(),
    bodySw: z.string(),
    rewardId: z.string().nullable(),
    afterPercent: z.number(),
    usualDays: z.number(),
    written: z.number(),
    results: resultsAnswer,
    nextDay: z.string().nullable(),
    position: z.string(),
  }),
);

export const previewAnswer = answerOf<Preview>()(
  z.strictObject({
    total: z.number(),
    sms: z.number(),
    email: z.number(),
    held: z.array(
      z.strictObject({
        why: z.enum([
          "cancelled",
          "no_consent",
          "opted_out",
          "no_address",
          "blocked",
          "put_away",
          "over_plan",
          "none_left",
          "not_sent",
        ]),
        people: z.number(),
      }),
    ),
    smsLeft: z.number().nullable(),
    segments: z.number(),
    cost: z.strictObject({ minor: z.number(), currency: z.string(), isKnown: z.boolean() }),
    days: z.number(),
    smsADay: z.number(),
    samples: z.array(
      z.strictObject({ name: z.string(), channel: z.enum(["email", "sms"]), subject: z.string(), body: z.string() }),
    ),
    position: z.string(),
  }),
);

import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import type { SegmentRule } from "./customer-files";
import { customers } from "./customers";
import { messages } from "./notifications";
import { rewards, vouchers } from "./rewards";
import { visits } from "./visits";

export type CampaignStatus = "draft" | "scheduled" | "sending" | "sent" | "cancelled";
/** `any`: by SMS to who allows and has that, by e-mail to the others. */
export type CampaignChannel = "sms" | "email" | "any";
/** A group of ours by its name, everybody, or a rule as it stood when the campaign was written. */
export type CampaignSegment = string | SegmentRule;

/** The same words to a group of customers, once. Who is in it is asked when sending begins. */
export const campaigns = pgTable(
  "campaigns",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    name: text().notNull(),
    segment: jsonb().$type<CampaignSegment>().notNull(),
    segmentName: text().notNull(),
    channel: text().$type<CampaignChannel>().notNull(),
    subject: text().notNull().default(""),
    body: text().notNull(),
    /** For who reads Swahili; the other words where it is empty. */
    bodySw: text().notNull().default(""),
    /** What each one's own code is for. */
    rewardId: uuid(),
    status: text().$type<CampaignStatus>().notNull().default("draft"),
    sendAt: instant(),
    pausedAt: instant(),
    /** What goes on with it is planned for this turn; what an earlier one planned does nothing. */
    turn: smallint().notNull().default(0),
    /** When its next handful goes, where that is not at once. */
    waitsUntil: instant(),
    startedAt: instant(),
    endedAt: instant(),
    byUserId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("campaigns_newest").on(t.tenantId, t.createdAt, t.id),
    check("campaigns_status_known", sql`status in ('draft', 'scheduled', 'sending', 'sent', 'cancelled')`),
    check("campaigns_channel_known", sql`channel in ('sms', 'email', 'any')`),
    check("campaigns_timed", sql`status = 'draft' or status = 'cancelled' or send_at is not null`),
    foreignKey({ columns: [t.tenantId, t.rewardId], foreignColumns: [rewards.tenantId, rewards.id] }),
  ],
);

/** Waits: was in the group when sending began. Written: has a message. Held: gets none, for a reason. */
export type RecipientOutcome = "waiting" | "written" | "held";

/** Who was in a campaign's group when sending began, and what became of them: each once. */
export const campaignRecipients = pgTable(
  "campaign_recipients",
  {
    tenantId: tenantId(),
    campaignId: uuid().notNull(),
    customerId: uuid().notNull(),
    outcome: text().$type<RecipientOutcome>().notNull().default("waiting"),
    channel: text().$type<"sms" | "email">(),
    /** Why nothing went, by its name in lib/campaigns/rules. */
    why: text().notNull().default(""),
    messageId: uuid(),
    voucherId: uuid(),
    writtenAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.campaignId, t.customerId] }),
    index("campaign_recipients_waiting").on(t.tenantId, t.campaignId, t.customerId).where(sql`outcome = 'waiting'`),
    index("campaign_recipients_by_customer").on(t.tenantId, t.customerId),
    index("campaign_recipients_written").on(t.tenantId, t.writtenAt).where(sql`written_at is not null`),
    check("campaign_recipients_outcome", sql`outcome in ('waiting', 'written', 'held')`),
    foreignKey({ columns: [t.tenantId, t.campaignId], foreignColumns: [campaigns.tenantId, campaigns.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.messageId], foreignColumns: [messages.tenantId, messages.id] }),
    foreignKey({ columns: [t.tenantId, t.voucherId], foreignColumns: [vouchers.tenantId, vouchers.id] }),
  ],
);

/** How a house writes to whom it misses. A house without a row writes to nobody. */
export const missYouRules = pgTable(
  "miss_you_rules",
  {
    tenantId: tenantId(),
    active: boolean().notNull(),
    channel: text().$type<CampaignChannel>().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    bodySw: text().notNull(),
    rewardId: uuid(),
    /** So many hundredths of somebody's usual gap. */
    afterPercent: smallint().notNull(),
    /** In days: the usual gap of who was here once. */
    usualDays: smallint().notNull(),
    /** The day that is looked at next. */
    nextDay: date({ mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId] }),
    check("miss_you_rules_sane", sql`after_percent between 100 and 500 and usual_days between 7 and 365`),
    foreignKey({ columns: [t.tenantId, t.rewardId], foreignColumns: [rewards.tenantId, rewards.id] }),
  ],
);

/** Who was written to because they were missed: once for each absence. */
export const missYouLetters = pgTable(
  "miss_you_letters",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    customerId: uuid().notNull(),
    /** The last visit before the absence. */
    visitId: uuid().notNull(),
    messageId: uuid(),
    voucherId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("miss_you_letters_once").on(t.tenantId, t.visitId),
    index("miss_you_letters_by_customer").on(t.tenantId, t.customerId, t.createdAt),
    index("miss_you_letters_newest").on(t.tenantId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.visitId], foreignColumns: [visits.tenantId, visits.id] }),
    foreignKey({ columns: [t.tenantId, t.messageId], foreignColumns: [messages.tenantId, messages.id] }),
    foreignKey({ columns: [t.tenantId, t.voucherId], foreignColumns: [vouchers.tenantId, vouchers.id] }),
  ],
);

import type { CampaignChannel, CampaignStatus } from "@/db/schema/campaigns";

export const mostCampaignWords = 480;
/** A campaign takes no more than so much of what a business may send by SMS in a day: bookings are confirmed by the rest. */
export const shareOfDay = 0.6;
/** So much of the day is left in any case for what is about bookings, however much went before. */
export const keptOfDay = 0.1;
/** Bookings so long after the message are told beside a campaign. */
export const bookedWithinDays = 14;

export const campaignChannels = [
  { value: "sms", label: "SMS" },
  { value: "email", label: "E-mail" },
  { value: "any", label: "SMS, or e-mail where they allow no SMS" },
] as const satisfies readonly { value: CampaignChannel; label: string }[];

export const campaignStatuses: Record<CampaignStatus, string> = {
  draft: "Draft",
  scheduled: "Scheduled",
  sending: "Sending",
  sent: "Sent",
  cancelled: "Cancelled",
};

const steps: Record<CampaignStatus, readonly CampaignStatus[]> = {
  draft: ["scheduled", "cancelled"],
  scheduled: ["sending", "cancelled"],
  sending: ["sent", "cancelled"],
  sent: [],
  cancelled: [],
};
export const mayBecome = (from: CampaignStatus, to: CampaignStatus): boolean => steps[from].includes(to);

/** Why somebody of the group gets nothing. */
export const whyNot = {
  no_consent: "Have not said yes to offers",
  opted_out: "Said no to offers",
  no_address: "No number or address for it",
  blocked: "Blocked",
  put_away: "Put away",
  over_plan: "Over the SMS of the plan",
  none_left: "No code was left for them",
  not_sent: "Could not be written to",
  cancelled: "Cancelled before their turn",
} as const;
export type WhyNot = keyof typeof whyNot;

export const placeholders = ["first name", "business", "code", "link"] as const;
export type Placeholder = (typeof placeholders)[number];

export const everybody = { value: "everybody", label: "Everybody" } as const;

/** What a campaign says until somebody writes it otherwise. */
export const campaignDefaults = {
  subject: "News from {business}",
  body: "Hi {first name}, {business} has something for you. Book here: {link}",
} as const;

/** What is said to who is missed until a house says it otherwise. */
export const missYouDefaults = {
  active: false,
  channel: "sms",
  subject: "{business} misses you",
  body: "Hi {first name}, it has been a while! {business} would love to see you again. Book here: {link}",
  bodySw: "Habari {first name}, ni muda mrefu! {business} ingependa kukuona tena. Weka nafasi hapa: {link}",
  rewardId: null,
  afterPercent: 150,
  usualDays: 45,
} as const;
/** In days: nobody is written to more often because they are missed. */
export const missYouPause = 30;
/** In days: whoever stays away longer is written to by hand. */
export const missYouLongest = 365;

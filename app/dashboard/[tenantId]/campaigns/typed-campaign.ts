import type { CampaignChannel } from "@/db/schema/campaigns";
import type { CampaignChoices } from "@/lib/campaigns/campaign-choices";
import type { CampaignFacts } from "@/lib/campaigns/get-campaign";
import { campaignDefaults, everybody } from "@/lib/campaigns/rules";
import { isBuiltIn } from "@/lib/customers/segment-rules";
import { minuteOf } from "../settings/messages/typed-messages";

/** A campaign as it is typed. */
export type Typed = {
  name: string;
  segment: string;
  channel: CampaignChannel;
  subject: string;
  body: string;
  bodySw: string;
  rewardId: string;
  when: "now" | "at";
  day: string;
  time: string;
};

/** A new one, to the group that somebody came from; or a draft as it was left. */
export function typedOf({ segments, today }: CampaignChoices, segment: string, draft?: CampaignFacts): Typed {
  const isThere = (value: string) => segments.some((one) => one.value === value);
  const when = { when: "now" as const, day: today, time: "10:00" };
  if (!draft)
    return {
      ...{
        name: "",
        segment: isThere(segment) ? segment : "everybody",
        channel: "sms",
        subject: campaignDefaults.subject,
      },
      ...{ body: campaignDefaults.body, bodySw: "", rewardId: "", ...when },
    };
  const { name, segment: kept, segmentName, channel, subject, body, bodySw, rewardId } = draft;
  return {
    ...{ name, channel, subject: subject || campaignDefaults.subject, body, bodySw, rewardId: rewardId ?? "", ...when },
    // A group of their own is kept as its rule, and is found by its name among those of their own.
    segment:
      (typeof kept === "string"
        ? segments.find(({ value }) => value === kept)
        : segments.find(({ value, label }) => label === segmentName && isOwn(value))
      )?.value ?? "",
  };
}

/** A group that the house has named. */
export const isOwn = (value: string): boolean => value !== everybody.value && !isBuiltIn(value);

/** What the words are, for whoever looks at them before they are sent. */
export const wordsOf = ({ segment, channel, subject, body, bodySw, rewardId }: Typed) => ({
  ...{ segment, channel, body, bodySw, rewardId },
  subject: channel === "sms" ? "" : subject,
});

export function wishOf(typed: Typed, kept: "draft" | "sent") {
  const { name, when, day, time } = typed;
  const sent = when === "now" ? { kind: "now" } : { kind: "at", day, minute: minuteOf(time) };
  return { name, ...wordsOf(typed), when: kept === "draft" ? { kind: "draft" } : sent };
}

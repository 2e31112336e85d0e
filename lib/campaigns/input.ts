import { z } from "zod";
import { asked, day, id } from "@/lib/bookings/input";
import { isBuiltIn } from "@/lib/customers/segment-rules";
import { timeCursor } from "@/lib/platform/time-cursor";
import { typedName, typedText } from "@/lib/platform/typed-text";
import { key } from "@/lib/rewards/input";
import { campaignChannels, everybody, mostCampaignWords, placeholders } from "./rules";
import { hasPlaceholder, unknownIn } from "./words";

const known = placeholders.map((name) => `{${name}}`).join(", ");

/** Words with what stands for something of each one; what nothing stands for is a fault of this field. */
const words = (most: number) =>
  typedText(most).superRefine((text, context) => {
    const [unknown] = unknownIn(text);
    if (unknown)
      context.addIssue({ code: "custom", message: `has ${unknown}, which stands for nothing. Use ${known}` });
  });

const channel = z.enum(
  campaignChannels.map(({ value }) => value),
  "is none of the list",
);
const text = {
  channel,
  subject: words(100).default(""),
  body: words(mostCampaignWords).refine((typed) => typed !== "", "is needed"),
  bodySw: words(mostCampaignWords).default(""),
  rewardId: asked(id),
};
type Text = { channel: string; subject: string; body: string; bodySw: string; rewardId?: string | undefined };

/** A letter has a subject, and whoever gets a code reads it. */
function fits({ channel: by, subject, body, bodySw, rewardId }: Text, context: z.RefinementCtx): void {
  const fault = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (by !== "sms" && subject === "") fault("subject", "is needed for an e-mail");
  for (const [field, typed] of [
    ["body", body],
    ["bodySw", bodySw],
  ] as const) {
    if (typed === "") continue;
    if (rewardId && !hasPlaceholder(typed, "code")) fault(field, "needs {code}, or nobody reads their code");
    if (!rewardId && hasPlaceholder(typed, "code")) fault(field, "has {code}, and there is no reward for it");
  }
}

const segment = z
  .string("is needed")
  .toLowerCase()
  .refine((named) => named === everybody.value || isBuiltIn(named) || z.uuid().safeParse(named).success, "is no group");

const minute = z.int("is no time of day").min(0, "is no time of day").max(1439, "is no time of day");
/** When: kept as a draft, at once, or at a minute of a day of the house. */
const when = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("draft") }),
  z.object({ kind: z.literal("now") }),
  z.object({ kind: z.literal("at"), day, minute }),
]);

const campaign = { name: typedName(60, "is needed"), segment, ...text, when };
/** With an id it is that draft; without one the key keeps it from being made twice. */
export const saveCampaignInput = z.object({ ...campaign, campaignId: asked(id), key }).superRefine(fits);
export type SaveCampaignInput = z.output<typeof saveCampaignInput>;

export const moveCampaignInput = z.object({
  campaignId: id,
  move: z.enum(["cancel", "pause", "resume"], "is none of cancel, pause and resume"),
});
export type MoveCampaignInput = z.output<typeof moveCampaignInput>;

/** What is being typed is looked at as far as it is there. */
export const previewQuery = z.object({
  segment,
  channel,
  subject: words(100).default(""),
  body: words(mostCampaignWords).default(""),
  bodySw: words(mostCampaignWords).default(""),
  rewardId: asked(id),
});
export type PreviewQuery = z.output<typeof previewQuery>;

export const campaignsQuery = z.object({ cursor: asked(timeCursor) });
export const recipientsQuery = z.object({
  state: asked(z.enum(["gone", "waiting", "failed", "held"], "is no state")),
  cursor: asked(id),
});
export type RecipientsQuery = z.output<typeof recipientsQuery>;

export const missYouInput = z
  .object({
    ...text,
    active: z.boolean("is neither yes nor no"),
    afterPercent: z.int("is not a whole number").min(100, "is less than once").max(500, "is more than five times"),
    usualDays: z.int("is not a whole number").min(7, "is less than a week").max(365, "is more than a year"),
  })
  .superRefine(fits);
export type MissYouInput = z.output<typeof missYouInput>;

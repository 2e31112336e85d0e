"use client";

import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { TextArea } from "@/app/_components/ui/text-area";
import { useSay } from "@/app/_words/use-say";
import type { CampaignChannel } from "@/db/schema/campaigns";
import { campaignChannels, mostCampaignWords } from "@/lib/campaigns/rules";

export type Words = { channel: CampaignChannel; subject: string; body: string; bodySw: string; rewardId: string };
type Props = {
  words: Words;
  set(more: Partial<Words>): void;
  errorOf(name: string, label: string): string | undefined;
  rewards: { id: string; name: string }[];
};

/** What is said, by what, and what comes with it. */
export function WordsFields({ words, set, errorOf, rewards }: Props) {
  const say = useSay();
  const { channel, subject, body, bodySw, rewardId } = words;
  return (
    <>
      <SelectField
        name="channel"
        label={say("By")}
        value={channel}
        onChange={({ target }) => set({ channel: target.value as CampaignChannel })}
        choices={campaignChannels.map(({ value, label }) => ({ value, label: say.known(label) }))}
        error={errorOf("channel", say("The way"))}
      />
      {channel === "sms" ? null : (
        <Field
          name="subject"
          label={say("Subject of the e-mail")}
          value={subject}
          onChange={({ target }) => set({ subject: target.value })}
          maxLength={100}
          autoComplete="off"
          error={errorOf("subject", say("The subject"))}
        />
      )}
      <TextArea
        name="body"
        label={say("Text")}
        help={say(
          "{firstName}, {business}, {link} and {code} are filled in for each. How to stop such messages is added by itself.",
          { firstName: "{first name}", business: "{business}", link: "{link}", code: "{code}" },
        )}
        rows={4}
        maxLength={mostCampaignWords}
        value={body}
        onChange={({ target }) => set({ body: target.value })}
        error={errorOf("body", say("The text"))}
      />
      <TextArea
        name="bodySw"
        label={say("Text in Swahili")}
        help={say("For customers who read Swahili. Empty: they get the text above.")}
        rows={3}
        maxLength={mostCampaignWords}
        value={bodySw}
        onChange={({ target }) => set({ bodySw: target.value })}
        error={errorOf("bodySw", say("The text in Swahili"))}
      />
      <SelectField
        name="rewardId"
        label={say("With a reward")}
        help={say("Each customer gets a code of their own, used once: put {code} where it stands in the text.", {
          code: "{code}",
        })}
        value={rewardId}
        onChange={({ target }) => set({ rewardId: target.value })}
        choices={[{ value: "", label: say("None") }, ...rewards.map(({ id, name }) => ({ value: id, label: name }))]}
        error={errorOf("rewardId", say("The reward"))}
      />
    </>
  );
}

import { Fact, Facts } from "@/app/_components/ui/fact";
import { useSay } from "@/app/_words/use-say";
import type { CampaignFacts } from "@/lib/campaigns/get-campaign";
import { campaignChannels } from "@/lib/campaigns/rules";

/** What was written, as it was written. */
export function SentWords({ campaign }: { campaign: CampaignFacts }) {
  const say = useSay();
  const { channel, subject, body, bodySw, rewardName } = campaign;
  return (
    <aside aria-label={say("What it says")} className="grid content-start gap-4 lg:border-l lg:pl-8">
      <h2 className="font-semibold">{say("What it says")}</h2>
      <Facts>
        <Fact term={say("By")}>{say.known(campaignChannels.find(({ value }) => value === channel)!.label)}</Fact>
        {channel === "sms" ? null : <Fact term={say("Subject")}>{subject}</Fact>}
        {rewardName ? <Fact term={say("With a code for")}>{rewardName}</Fact> : null}
      </Facts>
      <p className="max-w-[60ch] border-l-2 pl-3 break-words whitespace-pre-line">{body}</p>
      {bodySw ? (
        <p lang="sw" className="max-w-[60ch] border-l-2 pl-3 break-words whitespace-pre-line">
          {bodySw}
        </p>
      ) : null}
    </aside>
  );
}

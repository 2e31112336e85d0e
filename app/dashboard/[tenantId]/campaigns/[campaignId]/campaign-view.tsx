"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { CampaignChoices } from "@/lib/campaigns/campaign-choices";
import type { CampaignFacts } from "@/lib/campaigns/get-campaign";
import { ListLoading } from "../../list-loading";
import { CampaignForm } from "../campaign-form";
import { campaignKey } from "../campaign-keys";
import { PreviewLine, usePreview } from "../preview-panel";
import { typedOf } from "../typed-campaign";
import { CampaignMoves } from "./campaign-moves";
import { CampaignProgress } from "./campaign-progress";
import { CampaignResults } from "./campaign-results";
import { RecipientList } from "./recipient-list";
import { SentWords } from "./sent-words";

/** One campaign: still being written, on its way, or over. */
export function CampaignView({ campaignId, choices }: { campaignId: string; choices: CampaignChoices }) {
  const { tenant } = useShell();
  const act = useAct("campaigns");
  const { data } = useSWR<CampaignFacts>(campaignKey(tenant.id, campaignId), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  const { status, counts } = data;
  return (
    <>
      {status === "draft" ? (
        <>
          <CampaignForm key={data.id} choices={choices} segment="" draft={data} />
          <div className="px-4 pt-6 md:px-6 xl:pl-8">
            <CampaignMoves campaign={data} act={act} />
          </div>
        </>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-6 md:px-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] xl:pl-8">
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8">
            <CampaignProgress campaign={data} />
            {status === "scheduled" ? <Expected campaign={data} choices={choices} /> : null}
            <CampaignMoves campaign={data} act={act} />
            {counts.gone > 0 ? <CampaignResults campaign={data} /> : null}
          </div>
          <SentWords campaign={data} />
        </div>
      )}
      {counts.total > 0 ? <RecipientList campaignId={campaignId} /> : null}
    </>
  );
}

/** Whom it reaches as things stand; who that is in the end is looked at when its time has come. */
function Expected({ campaign, choices }: { campaign: CampaignFacts; choices: CampaignChoices }) {
  const say = useSay();
  const { preview } = usePreview(typedOf(choices, "", campaign));
  return preview ? (
    <div className="grid gap-1">
      <p className="text-quiet">{say("As things stand it reaches")}</p>
      <PreviewLine preview={preview} />
    </div>
  ) : null;
}

"use client";

import { Megaphone } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { CampaignPage, ListedCampaign } from "@/lib/campaigns/list-campaigns";
import { formatDay, formatDayTime } from "@/lib/platform/format";
import { ListLoading } from "../list-loading";
import { PagedList } from "../paged-list";
import { campaignsAddress, campaignsKey } from "./campaign-keys";
import { CampaignState } from "./campaign-status";

/** All campaigns with where they are, the newest first. */
export function CampaignList() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<CampaignPage>(campaignsKey(tenant.id), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  if (data.items.length === 0)
    return (
      <div className="px-4 md:px-6 xl:pl-8">
        <EmptyState
          icon={Megaphone}
          title={say("No campaign yet")}
          why={say(
            "Choose a group of customers and write to them: only who has said yes to offers gets it, and you see before what it costs.",
          )}
          action={
            <Button asChild size="large">
              <Link href={campaignsAddress(tenant.id, "/new")}>{say("Write the first one")}</Link>
            </Button>
          }
        />
      </div>
    );
  return (
    <PagedList<ListedCampaign> keyOf={(cursor) => campaignsKey(tenant.id, cursor)}>
      {(campaigns, cursor) => (
        <ul aria-label={cursor ? say("Earlier campaigns") : say("Campaigns")} className="divide-y border-b">
          {campaigns.map((campaign) => (
            <Row key={campaign.id} campaign={campaign} />
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function Row({ campaign }: { campaign: ListedCampaign }) {
  const say = useSay();
  const { tenant } = useShell();
  const { id, name, segmentName, status, pausedAt } = campaign;
  return (
    <li>
      <Link
        href={campaignsAddress(tenant.id, `/${id}`)}
        className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 px-4 py-(--row) -outline-offset-2 transition-colors hover:bg-wash md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_10rem_11rem] md:items-center md:px-6 xl:pl-8"
      >
        <span className="min-w-0 truncate font-medium">{name}</span>
        <span className="md:order-last md:justify-self-end">
          <CampaignState status={status} isPaused={pausedAt !== null} />
        </span>
        <span className="min-w-0 truncate text-quiet">{say("To: {group}", { group: segmentName })}</span>
        <span className="text-right text-quiet tabular-nums md:text-left">
          {whenWords(say, campaign, tenant.timeZone)}
        </span>
      </Link>
    </li>
  );
}

function whenWords(say: Say, { status, counts, sendAt, endedAt }: ListedCampaign, timeZone: string): string {
  if (status === "draft") return say("Not sent");
  if (status === "scheduled") return formatDayTime(sendAt!, timeZone, say.language);
  if (status === "sending") return say("{part} of {all}", { part: counts.gone, all: counts.total - counts.held });
  return say("{count} sent, {day}", { count: counts.gone, day: formatDay(endedAt!, timeZone, say.language) });
}

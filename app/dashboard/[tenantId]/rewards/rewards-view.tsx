"use client";

import { Gift } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import type { ListedReward, RewardList } from "@/lib/rewards/list-rewards";
import { ListLoading } from "../list-loading";
import { openPanel } from "../members/panel-address";
import { PanelButton } from "../members/panel-button";
import { costWords } from "./cost-words";
import { rewardsKey } from "./reward-keys";
import { RewardNumbers } from "./reward-numbers";
import { worthWords } from "./worth-words";

/** What there is to be had, those that can be had first, and what became of it. */
export function RewardsView() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<RewardList>(rewardsKey(tenant.id), fetchJson);
  if (!data) return <ListLoading rows={5} />;
  const mayChange = tenant.may.includes("rewards.manage");
  const { rewards, rules, currency } = data;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-4 md:px-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] xl:gap-12 xl:pl-8">
      <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] content-start gap-4">
        <p className="text-quiet">
          {rules.active
            ? say("Every {amount} paid is one point.", { amount: formatMoney(rules.minorPerPoint, currency) })
            : say("Points and rewards are off: nobody earns or turns in anything.")}
        </p>
        {rewards.length === 0 ? (
          <EmptyState
            icon={Gift}
            title={say("No rewards yet")}
            why={say(
              "Points come by themselves with every paid visit. Say here what they are good for: money off, a free service, a gift.",
            )}
            action={
              mayChange ? (
                <PanelButton to="?reward=new" kind="plain">
                  {say("Add a reward")}
                </PanelButton>
              ) : null
            }
          />
        ) : (
          <ul aria-label={say("Rewards")} className="divide-y border-y">
            {rewards.map((reward) => (
              <li key={reward.id}>
                <a
                  href={`?reward=${reward.id}`}
                  onClick={(event) => openPanel(event, `?reward=${reward.id}`)}
                  className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row) transition-colors hover:bg-wash"
                >
                  <span className={`min-w-0 truncate ${reward.active ? "font-medium" : "text-quiet"}`}>
                    {reward.name}
                  </span>
                  <span className="text-right tabular-nums">{costWords(say, reward)}</span>
                  <span className="min-w-0 truncate text-quiet">{worthWords(say, reward)}</span>
                  <span className="text-right text-quiet tabular-nums">{stateWords(say, reward)}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <RewardNumbers />
    </div>
  );
}

function stateWords(say: Say, { active, stock, used }: ListedReward): string {
  if (!active) return say("off");
  if (stock === 0) return say("none left");
  const often = say("{used, plural, =0 {not used yet} one {used once} other {used # times}}", { used });
  return stock === null ? often : say("{often}, {stock} left", { often, stock });
}

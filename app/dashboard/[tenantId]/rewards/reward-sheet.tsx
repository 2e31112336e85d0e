"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Fact, Facts } from "@/app/_components/ui/fact";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import { formatCalendarDate } from "@/lib/platform/format";
import type { ListedReward, RewardList } from "@/lib/rewards/list-rewards";
import { closePanel } from "../members/panel-address";
import { switchReward } from "./actions";
import { costWords } from "./cost-words";
import { RewardForm } from "./reward-form";
import { rewardsKey } from "./reward-keys";
import { worthWords } from "./worth-words";

/** The reward that the address names, or a new one. */
export function RewardSheet() {
  const say = useSay();
  const { tenant } = useShell();
  const asked = useSearchParams().get("reward");
  const [kept, setKept] = useState(asked);
  if (asked && asked !== kept) setKept(asked);
  const { data } = useSWR<RewardList>(rewardsKey(tenant.id), fetchJson);
  const mayChange = tenant.may.includes("rewards.manage");
  const reward = data?.rewards.find(({ id }) => id === kept);
  const isNew = kept === "new" && mayChange;
  return (
    <Sheet
      open={asked !== null && (isNew || reward !== undefined)}
      onClose={closePanel}
      title={reward?.name ?? say("New reward")}
      about={
        reward
          ? say("Codes that customers have already stay worth what they were.")
          : say("What points or visits are good for.")
      }
    >
      {data && reward ? (
        <RewardFacts key={reward.id} reward={reward} list={data} />
      ) : data && isNew ? (
        <RewardForm list={data} onDone={closePanel} />
      ) : null}
    </Sheet>
  );
}

function RewardFacts({ reward, list }: { reward: ListedReward; list: RewardList }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("rewards");
  const [changing, setChanging] = useState(false);
  const [busy, setBusy] = useState(false);
  if (changing) return <RewardForm reward={reward} list={list} onDone={() => setChanging(false)} />;
  const { id, active, serviceIds, lastDay, stock, validDays, description, claimed, open, used } = reward;
  const flip = async () => {
    setBusy(true);
    const answer = await act((tenantId) => switchReward(tenantId, { rewardId: id, active: !active }));
    if (answer.ok) toast(active ? say("It can no longer be had") : say("It can be had again"));
    else toast.error(answer.problem);
    setBusy(false);
  };
  const names = list.services.filter((service) => serviceIds.includes(service.id)).map(({ name }) => name);
  return (
    <div className="grid gap-6">
      {description ? <p className="max-w-[60ch] break-words">{description}</p> : null}
      <Facts>
        <Fact term={say("Worth")}>{worthWords(say, reward)}</Fact>
        <Fact term={say("Costs")}>{costWords(say, reward)}</Fact>
        <Fact term={say("For")}>
          {serviceIds.length === 0 ? say("Every service") : names.join(", ") || say("Services no longer offered")}
        </Fact>
        <Fact term={say("Code lasts")}>{say("{days, plural, one {# day} other {# days}}", { days: validDays })}</Fact>
        {lastDay ? <Fact term={say("Last day")}>{formatCalendarDate(lastDay, say.language)}</Fact> : null}
        {stock !== null ? <Fact term={say("{of, select, other {Left}}", { of: "stock" })}>{stock}</Fact> : null}
        <Fact term={say("Codes")}>{say("{claimed} made, {used} used, {open} open", { claimed, used, open })}</Fact>
        <Fact term={say("State")}>{active ? say("Can be had") : say("Off")}</Fact>
      </Facts>
      {tenant.may.includes("rewards.manage") ? (
        <div className="flex flex-wrap justify-end gap-2">
          <Button size="large" aria-disabled={busy} onClick={flip}>
            {active ? say("Turn off") : say("Turn on")}
          </Button>
          <Button size="large" onClick={() => setChanging(true)}>
            {say("Change")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

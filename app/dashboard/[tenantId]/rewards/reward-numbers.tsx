"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Fact, Facts } from "@/app/_components/ui/fact";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import type { RewardStats } from "@/lib/rewards/reward-stats";
import { monthWords } from "../expenses/expense-keys";
import { codesOf, pointsOf } from "./cost-words";
import { statsKey } from "./reward-keys";

/** How much of it is used: in all, month by month, and which most. */
export function RewardNumbers() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<RewardStats>(statsKey(tenant.id), fetchJson);
  if (!data) return null;
  const { created, active, claimed, given, pending, redeemed, points, months, mostRedeemed, currency } = data;
  const most = Math.max(1, ...months.map((month) => month.redeemed));
  return (
    <aside
      aria-label={say("How they are used")}
      className="grid max-w-200 grid-cols-[minmax(0,1fr)] content-start gap-6"
    >
      <Facts>
        <Fact term={say("Rewards")}>
          {active === created
            ? say("{count}, all to be had", { count: created })
            : say("{count}, {active} to be had", { count: created, active })}
        </Fact>
        <Fact term={say("Turned in")}>{codesOf(say, claimed)}</Fact>
        <Fact term={say("Given")}>{codesOf(say, given)}</Fact>
        <Fact term={say("Not used yet")}>{codesOf(say, pending)}</Fact>
        <Fact term={say("Used")}>{codesOf(say, redeemed)}</Fact>
        <Fact term={say("Points out")}>{pointsOf(say, points)}</Fact>
      </Facts>
      <section aria-labelledby="months-title" className="grid gap-2">
        <h2 id="months-title" className="font-semibold">
          {say("Codes used by month")}
        </h2>
        <ul className="grid gap-1.5">
          {months.map(({ month, redeemed: used, offMinor }) => (
            <li key={month} className="grid grid-cols-[3rem_minmax(0,1fr)_8rem] items-center gap-3">
              <span className="text-quiet">{monthWords(say, month).slice(0, 3)}</span>
              <span aria-hidden className="h-2 rounded-full bg-wash">
                <span className="block h-2 rounded-full bg-accent" style={{ width: `${(100 * used) / most}%` }} />
              </span>
              <span className="text-right tabular-nums">
                {used}
                <span className="text-quiet">
                  {offMinor > 0 ? say(" · {amount} off", { amount: formatMoney(offMinor, currency) }) : ""}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </section>
      {mostRedeemed.length > 0 ? (
        <section aria-labelledby="most-title" className="grid gap-2">
          <h2 id="most-title" className="font-semibold">
            {say("Used most")}
          </h2>
          <ol className="divide-y border-y">
            {mostRedeemed.map(({ rewardId, name, redeemed: used }) => (
              <li key={rewardId} className="flex justify-between gap-4 py-2">
                <span className="min-w-0 truncate">{name}</span>
                <span className="tabular-nums">
                  {say("{times, plural, one {once} other {# times}}", { times: used })}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </aside>
  );
}

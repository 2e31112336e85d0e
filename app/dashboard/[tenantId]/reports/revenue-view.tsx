"use client";

import { ChartNoAxesColumn } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Revenue } from "@/lib/analytics/get-revenue";
import type { RevenueQuery } from "@/lib/analytics/input";
import { formatMoney } from "@/lib/platform/format";
import { ListLoading } from "../list-loading";
import { PeriodPicker } from "./period-picker";
import { reportKey } from "./report-keys";
import { RevenueFigures } from "./revenue-figures";
import { RevenueShares } from "./revenue-shares";
import { RevenueTime } from "./revenue-time";
import { YearPart } from "./year-part";

type Props = { asked: RevenueQuery; problem: string };

/** What came in: the numbers, how they went over time, and by what, by whom and how it was paid. */
export function RevenueView({ asked, problem }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const { data: revenue } = useSWR<Revenue>(reportKey(tenant.id, "revenue", asked), fetchJson);
  if (!revenue) return <ListLoading rows={8} />;
  return (
    <>
      <PeriodPicker asked={asked} period={revenue.period} problem={problem} more={{ by: asked.by }} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-6 md:px-6 xl:px-8">
        {isEmpty(revenue) ? (
          <EmptyState
            icon={ChartNoAxesColumn}
            title={say("Nothing came in in these days")}
            why={emptyWords(say, revenue)}
          />
        ) : (
          <>
            <RevenueFigures revenue={revenue} />
            <RevenueTime revenue={revenue} asked={asked} />
            <RevenueShares revenue={revenue} asked={asked} />
          </>
        )}
        <YearPart />
      </div>
    </>
  );
}

const isEmpty = ({ total, owedMinor, methods, services }: Revenue): boolean =>
  total.sales === 0 &&
  total.visits === 0 &&
  owedMinor === 0 &&
  services.length === 0 &&
  methods.every(({ minor }) => minor === 0);

/** What there was in the other days is said: nothing at all, and nothing any more, are not the same. */
const emptyWords = (say: Say, { before, currency }: Revenue): string =>
  before && before.earnedMinor !== 0
    ? say("What is sold at the till stands here by itself, by day, by service and by person. Before, it was {money}.", {
        money: formatMoney(before.earnedMinor, currency),
      })
    : say("What is sold at the till stands here by itself, by day, by service and by person.");

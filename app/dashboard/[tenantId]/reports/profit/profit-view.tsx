"use client";

import { TrendingUp } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { LiveValue } from "@/app/_components/live/live-value";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { Profit } from "@/lib/analytics/get-profit";
import { profitOf } from "@/lib/analytics/rules";
import { formatMoney } from "@/lib/platform/format";
import { ListLoading } from "../../list-loading";
import { daysWords } from "../../payroll/pay-words";
import { ExportLinks } from "../export-links";
import { PeriodPicker } from "../period-picker";
import { changeWords } from "../period-words";
import type { AskedDays } from "../report-keys";
import { DayLines } from "./day-lines";
import { FigureList } from "./figure-list";
import { profitFile, profitKey } from "./profit-keys";
import { ProfitRows } from "./profit-rows";

/** What is left, how it comes about, and day by day; of one day what each figure is made of. */
export function ProfitView({ days, problem }: { days: AskedDays; problem: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data: profit } = useSWR<Profit>(profitKey(tenant.id, days), fetchJson);
  if (!profit) return <ListLoading rows={6} />;
  const { from, to, period, before, currency, total, rows } = profit;
  const left = profitOf(total);
  return (
    <>
      <PeriodPicker asked={days} period={period} problem={problem} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-6 md:px-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] xl:gap-12 xl:pl-8">
        <section aria-labelledby="left" className="grid max-w-200 grid-cols-[minmax(0,1fr)] content-start gap-4">
          <div>
            <h2 id="left" className="text-quiet">
              {left < 0 ? say("Loss") : say("Profit")}, {daysWords(say, profit)}
            </h2>
            <p className="text-xl font-semibold tabular-nums" data-stat="profit">
              <LiveValue value={formatMoney(left, currency)} />
            </p>
            {before ? (
              <p className="text-quiet">
                {changeWords(say, left, profitOf(before), (minor) => formatMoney(minor, currency))}
              </p>
            ) : null}
          </div>
          <FigureList profit={profit} />
          {rows.length > 0 ? (
            <ExportLinks of={say("Profit")} fileAt={(format) => profitFile(tenant.id, { from, to }, format)} />
          ) : null}
        </section>
        {rows.length === 0 ? (
          <EmptyState
            icon={TrendingUp}
            title={say("Nothing came or went in these days")}
            why={say(
              "What is sold at the till, what stock is used, what you spend and what your people earn stand here by themselves, day by day.",
            )}
          />
        ) : from === to ? (
          <DayLines day={from} />
        ) : (
          <ProfitRows profit={profit} />
        )}
      </div>
    </>
  );
}

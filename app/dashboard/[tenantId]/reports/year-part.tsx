import useSWR from "swr";
import { Bars } from "@/app/_components/charts/bars";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { Overview } from "@/lib/analytics/get-overview";
import { formatMoney } from "@/lib/platform/format";
import { monthWords } from "../expenses/expense-keys";
import { Figure, FigureGrid } from "./figure";
import { overviewKey } from "./report-keys";
import { rowsAddress } from "./rows-address";

/** The year and what a month of it brings, whatever days are looked at above; each month opens to its rows. */
export function YearPart() {
  const say = useSay();
  const title = say("The last twelve months");
  const { tenant } = useShell();
  const { data } = useSWR<Overview>(overviewKey(tenant.id), fetchJson);
  const begun = data?.months.slice(data.months.findIndex(({ earnedMinor }) => earnedMinor !== 0));
  const [first, last] = [begun?.[0], begun?.at(-1)];
  if (!data || !begun || !first || !last || data.months.every(({ earnedMinor }) => earnedMinor === 0)) return null;
  const { months, yearMinor, averageMonthMinor, currency } = data;
  const money = (minor: number) => formatMoney(minor, currency);
  const rows = (from: string, to: string) => rowsAddress(tenant.id, { from, to });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t pt-6">
      <h2 className="font-semibold">{title}</h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-5 xl:grid-cols-2">
        <FigureGrid label={title}>
          <Figure
            id="year"
            label={say("This year so far")}
            value={money(yearMinor)}
            note={say("since the first of January")}
            href={rows(`${last.from.slice(0, 4)}-01-01`, last.to)}
          />
          <Figure
            id="average-month"
            label={say("Average month")}
            value={money(averageMonthMinor)}
            note={say("{months, plural, one {of one month, this one} other {of {months} months, this one with them}}", {
              months: begun.length,
            })}
            href={rows(first.from, last.to)}
          />
        </FigureGrid>
        <Bars
          name={say("Revenue by month")}
          of={{ row: say("Month"), value: say("Revenue") }}
          bars={months.map(({ from, to, earnedMinor }) => ({
            ...{ key: from, label: monthWords(say, from.slice(0, 7)), value: earnedMinor, words: money(earnedMinor) },
            href: earnedMinor === 0 ? null : rows(from, to),
          }))}
          open={last.from}
        />
      </div>
    </div>
  );
}

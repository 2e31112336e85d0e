import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Revenue, RevenueSpan } from "@/lib/analytics/get-revenue";
import type { RevenueQuery } from "@/lib/analytics/input";
import { type Step, steps } from "@/lib/analytics/rules";
import { formatDay, formatMoney } from "@/lib/platform/format";
import { monthWords } from "../expenses/expense-keys";
import { ExportLinks } from "./export-links";
import { reportKey, reportQuery } from "./report-keys";
import { rowsAddress } from "./rows-address";
import { TrendChart } from "./trend-chart";

const words: Record<Step, Phrase> = { day: phrase("By day"), week: phrase("By week"), month: phrase("By month") };
const ofWords: Record<Step, Phrase> = { day: phrase("day"), week: phrase("week"), month: phrase("month") };

/** How it went over time, beside the days before; each day, week or month opens to its rows. */
export function RevenueTime({ revenue, asked }: { revenue: Revenue; asked: RevenueQuery }) {
  const say = useSay();
  const [title, revenueWord, beforeWord] = [say("Revenue over time"), say("Revenue"), say("Before")];
  const { tenant } = useShell();
  const { by, spans, spansBefore, period, currency } = revenue;
  const money = (minor: number) => formatMoney(minor, currency);
  // The days before may be more than these: they have rows of their own, or their column would not add up.
  const more = spansBefore.slice(spans.length);
  const now = { name: revenueWord, values: spans.map(({ earnedMinor }) => earnedMinor) };
  const before = {
    name: beforeWord,
    values: [...spans, ...more].map((_, at) => spansBefore[at]?.earnedMinor ?? null),
  };
  return (
    <section aria-labelledby="time" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id="time" className="font-semibold">
          {title}
        </h2>
        <nav aria-label={say("Step")} className="flex gap-4 print:hidden">
          {steps.map((step) => (
            <Link
              key={step}
              href={reportQuery({ ...asked, by: step })}
              scroll={false}
              aria-current={step === by ? "true" : undefined}
              className="text-quiet underline-offset-4 hover:text-ink aria-[current=true]:text-ink aria-[current=true]:underline"
            >
              {say(words[step])}
            </Link>
          ))}
        </nav>
      </div>
      <TrendChart
        name={title}
        of={say(ofWords[by])}
        labels={[
          ...spans.map((span) => label(say, span, by)),
          ...more.map((span) => say("Before, {label}", { label: label(say, span, by) })),
        ]}
        series={period.against ? [now, before] : [now]}
        words={money}
        scale={100}
        hrefs={spans.map(({ from, to, earnedMinor }) =>
          earnedMinor === 0 ? null : rowsAddress(tenant.id, { from, to }),
        )}
      />
      <ExportLinks
        of={say("Over time")}
        fileAt={(format) => reportKey(tenant.id, "revenue/export", { ...asked, by, part: "time", format })}
      />
    </section>
  );
}

const label = (say: Say, { from }: RevenueSpan, by: Step): string =>
  by === "month" ? monthWords(say, from.slice(0, 7)) : formatDay(`${from}T12:00:00Z`, "UTC", say.language);

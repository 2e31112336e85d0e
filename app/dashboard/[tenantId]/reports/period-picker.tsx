import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { FilterDay } from "@/app/_components/forms/filter-bar";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { useCurrentInSight } from "@/app/_components/use-current-in-sight";
import { useSay } from "@/app/_words/use-say";
import { comparisons, type Period, presets } from "@/lib/analytics/rules";
import { daysWords } from "../payroll/pay-words";
import { againstWords, comparisonWords, presetWords } from "./period-words";
import { type AskedDays, reportQuery } from "./report-keys";

const tab =
  "flex h-9 shrink-0 items-center rounded-control px-2.5 font-medium text-quiet hover:bg-wash hover:text-ink aria-[current=true]:bg-wash aria-[current=true]:text-ink";

type Props = {
  /** As the address has it: what is shown may still be the answer before. */
  asked: AskedDays;
  period: Period;
  problem: string;
  /** What else is asked in the address, and stays. */
  more?: Record<string, string | undefined>;
};

/** Which days, and against which. Links and an ordinary form: it works before any script, and the address can be sent on. */
export function PeriodPicker({
  asked: { period: named, from: first, to: last, compare },
  period,
  problem,
  more = {},
}: Props) {
  const say = useSay();
  const { from, to, against } = period;
  const preset = named ?? (first ? undefined : "month");
  const row = useCurrentInSight(preset);
  return (
    <div className="border-b px-4 py-3 md:px-6 xl:pl-8">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 print:hidden">
        <nav ref={row} aria-label={say("Period")} className="relative -mx-2.5 flex max-w-full gap-1 overflow-x-auto">
          {presets.map((name) => (
            <Link
              key={name}
              href={reportQuery({ period: name, compare, ...more }) || "?"}
              aria-current={name === preset ? "true" : undefined}
              scroll={false}
              className={tab}
            >
              {say(presetWords[name])}
            </Link>
          ))}
        </nav>
        {/* On phones unfolded by a tick, as filters are: the numbers come first. */}
        <label className="flex h-9 items-center gap-1.5 rounded-control font-medium text-quiet has-focus-visible:outline-2 has-focus-visible:outline-accent md:hidden">
          <input type="checkbox" defaultChecked={Boolean(first || problem)} className="peer sr-only" />
          {say("Other days")}
          <ChevronDown aria-hidden className="size-4 peer-checked:rotate-180" />
        </label>
        <form
          aria-label={say("Own days")}
          className="hidden w-full grid-cols-2 items-end gap-3 in-[:has(>label>input:checked)]:grid md:flex md:w-auto"
        >
          {Object.entries({ compare, ...more }).map(([name, value]) =>
            value ? <input key={name} type="hidden" name={name} value={value} /> : null,
          )}
          <FilterDay name="from" label={say("First day")} value={from} />
          <FilterDay name="to" label={say("Last day")} value={to} />
          <Button type="submit" className="h-9 max-md:col-span-2">
            {say("Show")}
          </Button>
          <ProblemLine>{problem}</ProblemLine>
        </form>
      </div>
      <div className="mt-2 flex flex-wrap justify-between gap-x-6 text-quiet">
        <p className="py-1.5">
          {against
            ? againstWords(say, period, daysWords(say, { from, to }), daysWords(say, against))
            : daysWords(say, { from, to })}
        </p>
        <nav aria-label={say("Compare with")} className="flex flex-wrap gap-x-4 print:hidden">
          {[undefined, ...comparisons].map((other) => (
            <Link
              key={other ?? ""}
              href={reportQuery({ period: preset, from: first, to: last, compare: other, ...more }) || "?"}
              aria-current={other === compare ? "true" : undefined}
              scroll={false}
              className="flex h-8 items-center underline-offset-4 hover:text-ink aria-[current=true]:text-ink aria-[current=true]:underline"
            >
              {other ? say(comparisonWords[other]) : say("Compare with nothing")}
            </Link>
          ))}
        </nav>
      </div>
    </div>
  );
}

import Link from "next/link";
import { FilterDay, FilterSelect } from "@/app/_components/forms/filter-bar";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { comparisons, type Period, presets } from "@/lib/analytics/rules";
import { daysWords } from "../payroll/pay-words";
import { comparisonWords, presetWords } from "./period-words";
import { reportQuery } from "./report-keys";

const tab =
  "flex h-9 shrink-0 items-center rounded-control px-2.5 font-medium text-quiet hover:bg-wash hover:text-ink aria-[current=true]:bg-wash aria-[current=true]:text-ink";

type Props = {
  period: Period;
  problem: string;
  /** What else is asked in the address, and stays. */
  more?: Record<string, string | undefined>;
};

/** Which days, and against which. Links and an ordinary form: it works before any script, and the address can be sent on. */
export function PeriodPicker({ period, problem, more = {} }: Props) {
  const { from, to, preset, against } = period;
  const compare = period.compare ?? undefined;
  return (
    <div className="border-b px-4 py-3 md:px-6 xl:pl-8">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 print:hidden">
        <nav aria-label="Period" className="-mx-2.5 flex max-w-full gap-1 overflow-x-auto">
          {presets.map((name) => (
            <Link
              key={name}
              href={reportQuery({ period: name, compare, ...more }) || "?"}
              aria-current={name === preset ? "true" : undefined}
              scroll={false}
              className={tab}
            >
              {presetWords[name]}
            </Link>
          ))}
        </nav>
        <form aria-label="Own days" className="grid grid-cols-2 items-end gap-3 max-md:w-full md:flex">
          {Object.entries(more).map(([name, value]) =>
            value ? <input key={name} type="hidden" name={name} value={value} /> : null,
          )}
          <FilterDay name="from" label="First day" value={from} />
          <FilterDay name="to" label="Last day" value={to} />
          <FilterSelect
            name="compare"
            label="Compare with"
            all="Nothing"
            value={compare}
            choices={comparisons.map((value) => ({ value, label: comparisonWords[value] }))}
          />
          <Button type="submit" className="h-9">
            Show
          </Button>
          <ProblemLine>{problem}</ProblemLine>
        </form>
      </div>
      <p className="mt-2 text-quiet">
        {daysWords({ from, to })}
        {against ? `, against ${daysWords(against)}` : ""}
      </p>
    </div>
  );
}

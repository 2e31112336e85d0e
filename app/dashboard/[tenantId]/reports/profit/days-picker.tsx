import Link from "next/link";
import { FilterDay } from "@/app/_components/forms/filter-bar";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import type { Profit } from "@/lib/analytics/get-profit";
import { monthOf } from "@/lib/analytics/rules";
import { daysQuery } from "./profit-keys";

const tab =
  "flex h-11 items-center border-b-2 border-transparent font-medium text-quiet hover:text-ink aria-[current=true]:border-ink aria-[current=true]:text-ink";

/** Which days: this month, the last one, or one's own. An ordinary form, so the address can be sent on. */
export function DaysPicker({ profit: { from, to, today }, problem }: { profit: Profit; problem: string }) {
  const months = [
    { word: "This month", ...monthOf(today) },
    { word: "Last month", ...monthOf(today, -1) },
  ];
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3 border-b px-4 md:px-6 xl:pl-8">
      <nav aria-label="Months" className="-mb-px flex gap-5">
        {months.map(({ word, ...days }) => (
          <Link
            key={word}
            href={daysQuery(days)}
            aria-current={days.from === from && days.to === to ? "true" : undefined}
            scroll={false}
            className={tab}
          >
            {word}
          </Link>
        ))}
      </nav>
      <form aria-label="Own days" className="flex flex-wrap items-end gap-3 pb-3 max-md:w-full md:ml-auto md:pt-3">
        <div className="grid grow grid-cols-2 gap-3">
          <FilterDay name="from" label="First day" value={from} />
          <FilterDay name="to" label="Last day" value={to} />
        </div>
        <Button type="submit" className="h-9">
          Show
        </Button>
        <ProblemLine>{problem}</ProblemLine>
      </form>
    </div>
  );
}

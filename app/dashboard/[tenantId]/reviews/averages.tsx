import { Stars } from "@/app/_components/reviews/stars";
import { useSay } from "@/app/_words/use-say";
import type { ReviewAverages } from "@/lib/reviews/list-reviews";
import { averageWords } from "@/lib/reviews/rules";
import { monthWords } from "../expenses/expense-keys";
import { starsOf } from "./stars-of";

/** What all reviews come to, by month and, for who leads the house, by person. Private ones and hidden ones count. */
export function Averages({ averages: { count, byStars, byMonth, byStaff } }: { averages: ReviewAverages }) {
  const say = useSay();
  const heard = byStaff.filter(({ count }) => count > 0);
  return (
    <>
      <ul aria-label={say("By stars")} className="grid gap-1.5">
        {byStars
          .map((many, at) => ({ many, stars: at + 1 }))
          .toReversed()
          .map(({ many, stars }) => (
            <li key={stars} className="grid grid-cols-[5.5rem_minmax(0,1fr)_2rem] items-center gap-3">
              <Stars rating={stars} label={starsOf(say, stars)} />
              <span className="h-1.5 overflow-hidden rounded-full bg-wash">
                <span className="block h-full bg-accent" style={{ width: `${(many / Math.max(count, 1)) * 100}%` }} />
              </span>
              <span className="text-right text-quiet tabular-nums">{many}</span>
            </li>
          ))}
      </ul>
      <Sums
        label={say("By month")}
        rows={byMonth.map(({ month, ...sum }) => ({ key: month, name: monthWords(say, month), ...sum }))}
      />
      {heard.length > 0 ? (
        <Sums label={say("By person")} rows={heard.map(({ staffId, ...sum }) => ({ key: staffId, ...sum }))} />
      ) : null}
    </>
  );
}

type Row = { key: string; name: string; count: number; average: number };

function Sums({ label, rows }: { label: string; rows: Row[] }) {
  const say = useSay();
  return (
    <section aria-label={label} className="grid gap-2">
      <h2 className="font-medium">{label}</h2>
      <ul className="divide-y border-y">
        {rows.map(({ key, name, count, average }) => (
          <li key={key} className="flex justify-between gap-4 py-2">
            <span className="min-w-0 truncate">{name}</span>
            <span className="shrink-0 tabular-nums">
              {say.rich("{average} <many>from {count}</many>", {
                ...{ average: averageWords(average) ?? "", count },
                many: (chunks) => <span className="text-quiet">{chunks}</span>,
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

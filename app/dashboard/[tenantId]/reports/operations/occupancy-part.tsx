import Link from "next/link";
import useSWR from "swr";
import { Lines } from "@/app/_components/charts/lines";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { percentOf } from "@/lib/analytics/customer-rules";
import { occupancyLines } from "@/lib/analytics/figure-lines";
import type { Minutes, OccupancyAnswer } from "@/lib/analytics/report-answers";
import { formatDay } from "@/lib/platform/format";
import { ListLoading } from "../../list-loading";
import { hoursWords, percentWords } from "../amount-words";
import { ExportLinks } from "../export-links";
import { bookingRowsAt, calendarAt, timeRowsAt } from "../insight-addresses";
import { LineFigures } from "../line-figures";
import { type AskedDays, reportKey } from "../report-keys";

/** How much of the time on sale was sold, of the house and of each person, and how it went day by day. */
export function OccupancyPart({ days }: { days: AskedDays }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<OccupancyAnswer>(reportKey(tenant.id, "occupancy", days), fetchJson, {
    keepPreviousData: true,
  });
  if (!data) return <ListLoading rows={4} />;
  const { period, total, against, staff } = data;
  if (total.sellable === 0 && total.beyond === 0)
    return (
      <section aria-label={say("Time sold")} className="grid max-w-[68ch] gap-2">
        <h2 className="font-semibold">{say("Time sold")}</h2>
        <p className="text-quiet">
          {say.rich("Nobody worked in these days. Working hours are set with each person under <link>Staff</link>.", {
            link: (chunks) => (
              <Link className="underline underline-offset-4" href={`/dashboard/${tenant.id}/staff`}>
                {chunks}
              </Link>
            ),
          })}
        </p>
      </section>
    );
  return (
    <>
      <LineFigures
        label={say("Time sold")}
        lines={occupancyLines}
        figures={total}
        against={against}
        rowsAt={(of) => timeRowsAt(tenant.id, days, of)}
      />
      <OverTime days={data.days} />
      <section aria-label={say("Time sold by person")} className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <h3 className="font-medium">{say("Person by person")}</h3>
        <div aria-hidden className={`${columns} text-right text-quiet max-md:hidden`}>
          <span />
          {[say("Sold"), say("Of"), say("{of, select, other {Share}}", { of: "time" }), say("Lost to holes")].map(
            (word) => (
              <span key={word}>{word}</span>
            ),
          )}
        </div>
        <ul className="divide-y border-y">
          {staff.map((person) => (
            <li key={person.staffId}>
              <Link
                href={bookingRowsAt(tenant.id, days, "standing", { staff: person.staffId })}
                className={`${columns} py-(--row) text-right tabular-nums hover:bg-wash`}
              >
                <span className="truncate text-left font-medium">{person.name}</span>
                <span className="max-md:hidden">{hoursWords(say, person.sold)}</span>
                <span className="text-quiet max-md:hidden">{hoursWords(say, person.sellable)}</span>
                <span className="font-medium">{percentWords(person.sold, person.sellable)}</span>
                <span className="text-quiet max-md:hidden">{hoursWords(say, person.lost)}</span>
                <span className="col-span-2 text-left text-quiet md:hidden">
                  {say("{sold} of {sellable}, {lost} lost", {
                    sold: hoursWords(say, person.sold),
                    sellable: hoursWords(say, person.sellable),
                    lost: hoursWords(say, person.lost),
                  })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <ExportLinks
        of={say("Time sold")}
        fileAt={(format) => reportKey(tenant.id, "occupancy/export", { from: period.from, to: period.to, format })}
      />
    </>
  );
}

const columns = "grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 md:grid-cols-[minmax(0,3fr)_repeat(4,minmax(0,1fr))]";

/** Of a day there is nothing to draw. */
function OverTime({ days }: { days: readonly (Minutes & { day: string })[] }) {
  const say = useSay();
  const [title, soldWord] = [say("Time sold, day by day, in percent"), say("Sold")];
  const { tenant } = useShell();
  if (days.length < 2) return null;
  const shares = days.map(({ sold, sellable }) => percentOf({ part: sold, of: sellable }));
  return (
    <Lines
      name={title}
      of={say("Day")}
      labels={days.map(({ day }) => formatDay(`${day}T12:00:00Z`, "UTC", say.language))}
      hrefs={days.map(({ day }) => calendarAt(tenant.id, day))}
      lines={[
        {
          name: soldWord,
          values: shares,
          words: shares.map((share) => (share === null ? say("nobody worked") : `${share}%`)),
        },
      ]}
    />
  );
}

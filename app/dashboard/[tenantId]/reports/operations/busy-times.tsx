import Link from "next/link";
import { HeatMap } from "@/app/_components/charts/heat-map";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { OperationsAnswer } from "@/lib/analytics/report-answers";
import { formatDay } from "@/lib/platform/format";
import { shortWeekdayWords, weekdayWords } from "../../calendar-words";
import { bookingRowsAt } from "../insight-addresses";
import type { AskedDays } from "../report-keys";

/** The week begins on Monday. */
const week = [1, 2, 3, 4, 5, 6, 0] as const;
const mostHours = 5;

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** In which hours of the week bookings begin, by the clocks of the house; the busiest of them, and the busiest days. */
export function BusyTimes({ answer: { hours, peakDays }, days }: { answer: OperationsAnswer; days: AskedDays }) {
  const say = useSay();
  const title = say("Bookings by weekday and hour");
  const { tenant } = useShell();
  if (hours.length === 0) return null;
  const first = Math.min(...hours.map(({ hour }) => hour));
  const last = Math.max(...hours.map(({ hour }) => hour));
  const columns = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const at = (weekday: number, hour: number) =>
    hours.find((one) => one.weekday === weekday && one.hour === hour)?.bookings ?? 0;
  const ofHour = (weekday: number, hour: number) =>
    bookingRowsAt(tenant.id, days, "standing", { weekday: String(weekday), hour: String(hour) });
  const busiest = [...hours].sort((a, b) => b.bookings - a.bookings).slice(0, mostHours);
  return (
    <section aria-labelledby="busy" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 id="busy" className="font-semibold">
        {say("When the house is busy")}
      </h2>
      <HeatMap
        name={title}
        of={say("Day")}
        columns={columns.map((hour) => String(hour).padStart(2, "0"))}
        rows={week.map((weekday) => {
          const values = columns.map((hour) => at(weekday, hour));
          return {
            ...{ name: say(shortWeekdayWords[weekday]), values, words: values.map(String) },
            hrefs: columns.map((hour, nth) => (values[nth] === 0 ? null : ofHour(weekday, hour))),
          };
        })}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 md:grid-cols-2">
        <Peaks
          title={say("Busiest hours")}
          items={busiest.map(({ weekday, hour, bookings }) => ({
            label: `${say(weekdayWords[weekday]!)} ${clock(hour)}`,
            bookings,
            href: ofHour(weekday, hour),
          }))}
        />
        <Peaks
          title={say("Busiest days")}
          items={peakDays.map(({ day, bookings }) => ({
            label: formatDay(`${day}T12:00:00Z`, "UTC", say.language),
            bookings,
            href: bookingRowsAt(tenant.id, { from: day, to: day }, "standing"),
          }))}
        />
      </div>
    </section>
  );
}

type Peak = { label: string; bookings: number; href: string };

function Peaks({ title, items }: { title: string; items: readonly Peak[] }) {
  const say = useSay();
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
      <h3 className="font-medium">{title}</h3>
      <ol className="divide-y border-y">
        {items.map(({ label, bookings, href }) => (
          <li key={label}>
            <Link href={href} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2 hover:bg-wash">
              <span className="truncate">{label}</span>
              <span className="text-right tabular-nums">
                {say("{bookings, plural, one {1 booking} other {{bookings} bookings}}", { bookings })}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

"use client";

import { Check, TriangleAlert } from "lucide-react";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/select-field";
import { Skeleton } from "@/app/_components/ui/skeleton";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { SeriesDay } from "@/lib/bookings/list-series";
import { seriesTimes, seriesWeeks } from "@/lib/bookings/rules";
import { formatDay, formatMoney, formatTime } from "@/lib/platform/format";
import { clashWords, everyWeeks } from "./series-words";
import type { Series } from "./use-series";

const from = ({ least, most }: { least: number; most: number }) =>
  Array.from({ length: most - least + 1 }, (_, n) => least + n);
const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1);

const weekChoices = (say: Say) => [
  { value: "0", label: say("Once") },
  ...from(seriesWeeks).map((weeks) => ({ value: `${weeks}`, label: capital(everyWeeks(say, weeks)) })),
];
const timesChoices = (say: Say) =>
  from(seriesTimes).map((times) => ({ value: `${times}`, label: say("{times} times", { times }) }));

type ErrorOf = (name: string, label: string) => string | undefined;

/** Whether it comes round, and then every date of it before anything is booked. */
export function SeriesField({ series, at, errorOf }: { series: Series; at: string; errorOf: ErrorOf }) {
  const say = useSay();
  const { weeks, times, repeat, days, failed } = series;
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          name="weeks"
          label={say("Repeat")}
          value={`${weeks}`}
          onChange={(event) => repeat({ weeks: Number(event.target.value) })}
          choices={weekChoices(say)}
        />
        {weeks > 0 ? (
          <SelectField
            name="times"
            label={say("How many in all")}
            value={`${times}`}
            onChange={(event) => repeat({ times: Number(event.target.value) })}
            choices={timesChoices(say)}
          />
        ) : null}
      </div>
      {weeks === 0 ? null : !at ? (
        <p className="text-quiet">{say("Choose the first time to see all dates.")}</p>
      ) : days ? (
        <Dates series={series} errorOf={errorOf} days={days.dates} currency={days.currency} />
      ) : failed ? (
        <p role="alert">{say("The dates could not be loaded. They come by themselves once the server answers.")}</p>
      ) : (
        <Skeleton className="h-40" />
      )}
    </div>
  );
}

type DatesProps = { series: Series; errorOf: ErrorOf; days: readonly SeriesDay[]; currency: string };

function Dates({ series, errorOf, days, currency }: DatesProps) {
  const say = useSay();
  const clashes = days.filter(({ clash }) => clash).length;
  const { count, totalMinor, unresolved } = series;
  return (
    <section aria-label={say("Dates")} className="grid gap-2">
      <p role="status" className={clashes > 0 && unresolved ? "text-requested" : "text-quiet"}>
        {clashes === 0
          ? say("All {many} dates are free.", { many: days.length })
          : unresolved
            ? say("{clashes} of {many} dates {clashes, plural, one {is} other {are}} not free.", {
                clashes,
                many: days.length,
              })
            : say("{clashes} of {many} dates {clashes, plural, one {is} other {are}} not free, and each is settled.", {
                clashes,
                many: days.length,
              })}
      </p>
      <ol className="divide-y rounded-control border">
        {days.map((day) => (
          <DateRow key={day.date} day={day} series={series} errorOf={errorOf} />
        ))}
      </ol>
      {unresolved ? null : (
        <p className="flex flex-wrap justify-between gap-x-4 font-medium tabular-nums">
          <span>{say("{count, plural, one {1 booking} other {{count} bookings}}", { count })}</span>
          <span>{formatMoney(totalMinor, currency)}</span>
        </p>
      )}
    </section>
  );
}

function DateRow({ day, series, errorOf }: { day: SeriesDay; series: Series; errorOf: ErrorOf }) {
  const say = useSay();
  const { tenant } = useShell();
  const { date, startsAt, clash, free, nearest, staffNames } = day;
  const choice = series.choiceOf(day);
  const words = formatDay(`${date}T12:00:00Z`, "UTC", say.language);
  const clock = (iso: string) => formatTime(iso, tenant.timeZone);
  const isFree = !clash && choice === startsAt;
  const choose = (to: string) => series.choose(date, to);
  // A time that was chosen while its own was taken stays among what can be chosen.
  const others = clash ? free.map((slot) => slot.startsAt) : choice && choice !== "out" ? [choice] : [];
  return (
    <li className="grid gap-2 px-3 py-2" data-date={date}>
      <div className="flex items-start justify-between gap-3">
        <span className={choice === "out" ? "text-quiet line-through" : ""}>
          <span className="tabular-nums">
            {words}
            {startsAt ? `, ${clock(startsAt)}` : ""}
          </span>
          {isFree ? <span className="text-quiet"> {say("with {staff}", { staff: staffNames.join(", ") })}</span> : null}
        </span>
        {isFree ? (
          <span className="flex shrink-0 items-center gap-1 text-quiet">
            <Check aria-hidden className="size-4" />
            {say("Free")}
          </span>
        ) : null}
      </div>
      {clash ? (
        <p className="flex items-start gap-1.5 text-requested">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {clashWords(say, clash)}
        </p>
      ) : null}
      {isFree ? null : (
        <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
          <SelectField
            name={`instead-${date}`}
            label={say("Instead on {day}", { day: words })}
            value={choice}
            error={choice ? undefined : errorOf(`instead-${date}`, words)}
            onChange={(event) => choose(event.target.value)}
            choices={[
              clash
                ? { value: "", label: free.length > 0 ? say("Choose") : say("Nothing is free") }
                : { value: startsAt ?? "", label: say("{time}, as the others", { time: clock(startsAt!) }) },
              { value: "out", label: say("Leave it out") },
              ...others.map((time) => ({ value: time, label: clock(time) })),
            ]}
          />
          {nearest && !choice ? (
            <Button size="large" className="tabular-nums" onClick={() => choose(nearest.startsAt)}>
              {say("Take {time}", { time: clock(nearest.startsAt) })}
              <span className="sr-only"> {say("on {day}", { day: words })}</span>
            </Button>
          ) : null}
        </div>
      )}
    </li>
  );
}

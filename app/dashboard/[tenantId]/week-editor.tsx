"use client";

import { Coffee, Copy, Plus, X } from "lucide-react";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { clockOfMinute, minuteOfClock, type Stretch, weekdays } from "@/lib/staff/rules";
import { shortWeekdayWords, weekdayWords } from "./calendar-words";

/** On the clock, as it is typed; what ends at or before its beginning ends the next day. */
export type Clocked = { weekday: number; from: string; to: string };
export type Times = Omit<Clocked, "weekday">;

export const clocked = ({ weekday, from, to }: Stretch): Clocked => ({
  weekday,
  from: clockOfMinute(from),
  to: clockOfMinute(to),
});

export const minutesOf = ({ from, to }: Times): { from: number; to: number } => {
  const [begins, ends] = [minuteOfClock(from), minuteOfClock(to)];
  return { from: begins, to: ends > begins ? ends : ends + 1_440 };
};

export const stretchOf = ({ weekday, ...times }: Clocked): Stretch => ({ weekday, ...minutesOf(times) });

export const usualDay = { from: "09:00", to: "18:00" };
export const usualWeek: Clocked[] = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, ...usualDay }));

type Week = { week: Clocked[]; off: string; usual?: Times; onChange(week: Clocked[]): void };

/** Every day of the week with its stretches; `off` is the word for a day without any. */
export function WeekEditor({ week, off, usual = usualDay, onChange }: Week) {
  const say = useSay();
  return (
    <ul className="border-y">
      {weekdays.map((weekday) => {
        const word = say(weekdayWords[weekday]!);
        const mine = week.filter((stretch) => stretch.weekday === weekday);
        const others = week.filter((stretch) => stretch.weekday !== weekday);
        const toAll = () => onChange(weekdays.flatMap((day) => mine.map((times) => ({ ...times, weekday: day }))));
        return (
          <li
            key={weekday}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-1 border-t py-2 first:border-t-0 sm:grid-cols-[2.5rem_minmax(0,1fr)_auto]"
          >
            <span className="flex h-9 items-center font-medium">
              <span className="sm:hidden">{word}</span>
              <abbr title={word} className="hidden no-underline sm:inline">
                {say(shortWeekdayWords[weekday]!)}
              </abbr>
            </span>
            <div className="order-last col-span-2 sm:order-none sm:col-span-1">
              {mine.length === 0 ? <span className="hidden h-9 items-center text-quiet sm:flex">{off}</span> : null}
              <TimesEditor
                word={word}
                times={mine}
                onChange={(next) => onChange([...others, ...next.map((times) => ({ ...times, weekday }))])}
              />
            </div>
            <div className="flex h-9 items-center">
              {mine.length > 0 ? (
                <Button
                  kind="bare"
                  size="icon"
                  aria-label={say("Make every day like {word}", { word })}
                  onClick={toAll}
                >
                  <Copy aria-hidden />
                </Button>
              ) : (
                <span className="text-quiet sm:hidden">{off}</span>
              )}
              <AddTimes
                word={word}
                times={mine}
                usual={usual}
                onChange={(next) => onChange([...others, ...next.map((times) => ({ ...times, weekday }))])}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

type Editing = { word: string; times: readonly Times[]; onChange(times: Times[]): void };

/** The stretches of one day. */
export function TimesEditor({ word, times, onChange }: Editing) {
  const say = useSay();
  const replace = (old: Times, next: Times | null) =>
    onChange(times.flatMap((stretch) => (stretch === old ? (next ?? []) : stretch)));
  return (
    <div className="grid gap-1.5">
      {times.map((stretch, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is nothing but its place and what is typed in it
        <div key={at} className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
          <Clock
            label={say("{word} from", { word })}
            value={stretch.from}
            onChange={(from) => replace(stretch, { ...stretch, from })}
          />
          <span aria-hidden>–</span>
          <Clock
            label={say("{word} to", { word })}
            value={stretch.to}
            onChange={(to) => replace(stretch, { ...stretch, to })}
          />
          <Button
            kind="bare"
            size="icon"
            aria-label={say("Remove {word} {from} to {to}", { word, from: stretch.from, to: stretch.to })}
            onClick={() => replace(stretch, null)}
          >
            <X aria-hidden />
          </Button>
          {minuteOfClock(stretch.to) <= minuteOfClock(stretch.from) ? (
            <span className="text-quiet">{say("ends the next day")}</span>
          ) : null}
        </div>
      ))}
    </div>
  );
}

const lunch = { from: 780, to: 840 };

/** The longest stretch of a day in two, with an hour in between: at one o'clock where it can be, else in its middle. */
function withBreak(times: readonly Times[]): Times[] | null {
  const longest = times.reduce<Times | null>((best, one) => (best && lasting(best) >= lasting(one) ? best : one), null);
  if (!longest || lasting(longest) < 120) return null;
  const { from, to } = minutesOf(longest);
  const middle = Math.floor((from + to) / 2 / 30) * 30 - 30;
  const pause = from < lunch.from && lunch.to < to ? lunch : { from: middle, to: middle + 60 };
  const parts = [
    { from: longest.from, to: clockOfMinute(pause.from) },
    { from: clockOfMinute(pause.to), to: longest.to },
  ];
  return times.flatMap((one) => (one === longest ? parts : one));
}

const lasting = (times: Times): number => {
  const { from, to } = minutesOf(times);
  return to - from;
};

/** A break in a day that has hours, and more hours; or more of what has a word of its own. */
export function AddTimes({
  word,
  times,
  usual = usualDay,
  add: own,
  onChange,
}: Editing & { usual?: Times; add?: string }) {
  const say = useSay();
  const broken = own ? null : withBreak(times);
  const add = () => {
    const last = times.at(-1);
    const next = last ? { from: last.to, to: clockOfMinute(Math.min(minuteOfClock(last.to) + 240, 1_439)) } : usual;
    onChange([...times, next]);
  };
  return (
    <>
      {broken ? (
        <Button
          kind="bare"
          size="icon"
          aria-label={say("Add a break on {word}", { word })}
          onClick={() => onChange(broken)}
        >
          <Coffee aria-hidden />
        </Button>
      ) : null}
      <Button kind="bare" size="icon" aria-label={own ?? say("Add hours on {word}", { word })} onClick={add}>
        <Plus aria-hidden />
      </Button>
    </>
  );
}

function Clock({ label, value, onChange }: { label: string; value: string; onChange(clock: string): void }) {
  return (
    <input
      type="time"
      required
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="h-9 w-28 rounded-control border border-edge bg-surface px-2 text-ink tabular-nums"
    />
  );
}

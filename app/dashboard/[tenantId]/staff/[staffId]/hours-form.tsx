"use client";

import { Copy, Plus, X } from "lucide-react";
import { useDraft } from "@/app/_components/data/use-draft";
import { Button } from "@/app/_components/ui/button";
import { Switch } from "@/app/_components/ui/switch";
import type { StaffProfile } from "@/lib/staff/get-profile";
import { clockOfMinute, minuteOfClock, type Stretch, weekdays, weekdayWords } from "@/lib/staff/rules";
import { FormEnd } from "../../form-end";
import { useLooked } from "../../use-looked";
import { useSave } from "../../use-save";
import { setHours } from "../actions";
import { BusinessWeek } from "./business-week";

/** On the clock, as it is typed; what ends at or before its beginning ends the next day. */
type Clocked = { weekday: number; from: string; to: string };

const clocked = ({ weekday, from, to }: Stretch): Clocked => ({
  weekday,
  from: clockOfMinute(from),
  to: clockOfMinute(to),
});

function stretchOf({ weekday, from, to }: Clocked): Stretch {
  const [begins, ends] = [minuteOfClock(from), minuteOfClock(to)];
  return { weekday, from: begins, to: ends > begins ? ends : ends + 1_440 };
}

const usualDay = { from: "09:00", to: "18:00" };
const usualWeek = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, ...usualDay }));

export function HoursForm({ profile }: { profile: StaffProfile }) {
  const draft = useDraft({ week: profile.hours.map(clocked) });
  const { week } = draft.shown;
  const { busy, saved, problem, fields, onSubmit } = useSave("staff", draft);
  const { looked, dialog } = useLooked("Change the hours anyway");
  const set = (next: Clocked[]) => draft.set({ week: next });
  const fault = Object.values(fields)[0]?.[0];
  const own = week.length > 0;
  return (
    <>
      <form
        onSubmit={onSubmit((tenantId) =>
          looked((anyway) => setHours(tenantId, { id: profile.id, hours: week.map(stretchOf), anyway })),
        )}
        noValidate
        aria-label="Weekly hours"
        className="grid gap-4"
      >
        <div className="flex items-center justify-between gap-4">
          <span id="own-hours">Hours of their own</span>
          <Switch aria-labelledby="own-hours" checked={own} onCheckedChange={(on) => set(on ? usualWeek : [])} />
        </div>
        {own ? (
          <ul className="border-y">
            {weekdays.map((weekday) => (
              <Day key={weekday} weekday={weekday} week={week} onChange={set} />
            ))}
          </ul>
        ) : (
          <BusinessWeek hours={profile.businessHours} />
        )}
        <FormEnd
          problem={fault ? `The hours ${fault}.` : problem}
          saved={saved}
          busy={busy}
          touched={draft.touched}
          word="Save hours"
          onForget={draft.forget}
        />
      </form>
      {dialog}
    </>
  );
}

type DayProps = { weekday: number; week: Clocked[]; onChange(week: Clocked[]): void };

function Day({ weekday, week, onChange }: DayProps) {
  const word = weekdayWords[weekday];
  const mine = week.filter((stretch) => stretch.weekday === weekday);
  const replace = (old: Clocked, next: Clocked | null) =>
    onChange(week.flatMap((stretch) => (stretch === old ? (next ?? []) : stretch)));
  const add = () => {
    const last = mine.at(-1);
    const next = last ? { from: last.to, to: clockOfMinute(Math.min(minuteOfClock(last.to) + 240, 1_439)) } : usualDay;
    onChange([...week, { weekday, ...next }]);
  };
  const toAll = () => onChange(weekdays.flatMap((day) => mine.map(({ from, to }) => ({ weekday: day, from, to }))));
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-1 border-t py-2 first:border-t-0 sm:grid-cols-[5.5rem_minmax(0,1fr)_auto]">
      <span className="flex h-9 items-center font-medium">{word}</span>
      <div className="order-last col-span-2 grid gap-1.5 sm:order-none sm:col-span-1">
        {mine.length === 0 ? <span className="hidden h-9 items-center text-quiet sm:flex">Off</span> : null}
        {mine.map((stretch, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is nothing but its place and what is typed in it
          <div key={at} className="flex flex-wrap items-center gap-2">
            <Clock
              label={`${word} from`}
              value={stretch.from}
              onChange={(from) => replace(stretch, { ...stretch, from })}
            />
            <span aria-hidden>–</span>
            <Clock label={`${word} to`} value={stretch.to} onChange={(to) => replace(stretch, { ...stretch, to })} />
            <Button
              kind="bare"
              size="icon"
              aria-label={`Remove ${word} ${stretch.from} to ${stretch.to}`}
              onClick={() => replace(stretch, null)}
            >
              <X aria-hidden />
            </Button>
            {minuteOfClock(stretch.to) <= minuteOfClock(stretch.from) ? (
              <span className="text-quiet">ends the next day</span>
            ) : null}
          </div>
        ))}
      </div>
      <div className="flex h-9 items-center">
        {mine.length > 0 ? (
          <Button kind="bare" size="icon" aria-label={`Make every day like ${word}`} onClick={toAll}>
            <Copy aria-hidden />
          </Button>
        ) : (
          <span className="text-quiet sm:hidden">Off</span>
        )}
        <Button kind="bare" size="icon" aria-label={`Add hours on ${word}`} onClick={add}>
          <Plus aria-hidden />
        </Button>
      </div>
    </li>
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
      className="h-9 w-33 rounded-control border border-edge bg-surface px-2 text-ink tabular-nums"
    />
  );
}

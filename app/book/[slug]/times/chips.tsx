"use client";

import { type ReactNode, useRef } from "react";
import { formatTime } from "@/lib/platform/format";
import { hourOf } from "../../_parts/words";
import type { ChipWords } from "./chip-words";
import { slotKey } from "./slot-key";
import { useLeaving } from "./use-leaving";

const parts = [
  { name: "morning", from: 0, until: 12 },
  { name: "afternoon", from: 12, until: 17 },
  { name: "evening", from: 17, until: 24 },
] as const;

type Props = {
  slots: { startsAt: string; seatsLeft?: number | undefined }[];
  timeZone: string;
  words: ChipWords;
  /** What stands here when nothing is free. */
  children?: ReactNode;
};

/** The day's free times: one radio button each, so that choosing needs neither a script nor another page. */
export function Chips({ slots, timeZone, words, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { shown, lost, chooseAgain } = useLeaving(slots, box);
  const placed = shown.map((slot) => ({ ...slot, hour: hourOf(slot.startsAt, timeZone) }));
  return (
    <div ref={box} className="grid gap-5" onChange={chooseAgain}>
      <p
        role="status"
        className="rounded-control border border-edge bg-surface px-3 py-2 font-medium empty:absolute empty:border-0 empty:p-0"
      >
        {lost ? `${formatTime(lost, timeZone)} ${words.justTaken}` : null}
      </p>
      {shown.length === 0 ? children : null}
      {parts.map(({ name, from, until }) => {
        const times = placed.filter(({ hour }) => from <= hour && hour < until);
        return times.length > 0 ? (
          <fieldset key={name}>
            <legend className="pb-2 text-sm text-quiet">{words[name]}</legend>
            <div className="grid grid-cols-4 gap-2 sm:grid-cols-6">
              {times.map(({ startsAt, leaves, seatsLeft }) => (
                <label
                  key={startsAt}
                  data-leaves={leaves || undefined}
                  className="relative grid h-11 cursor-pointer place-items-center rounded-control border border-edge bg-surface tabular-nums transition-[color,background-color,opacity] hover:bg-wash has-checked:border-accent has-checked:bg-accent has-checked:font-medium has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent data-leaves:pointer-events-none data-leaves:line-through data-leaves:opacity-0 data-leaves:duration-500 motion-reduce:transition-none"
                >
                  <input
                    type="radio"
                    id={`time-${slotKey(startsAt)}`}
                    name="at"
                    value={startsAt}
                    required
                    disabled={leaves}
                    className="absolute inset-0 cursor-pointer opacity-0"
                  />
                  {formatTime(startsAt, timeZone)}
                  {seatsLeft ? (
                    <span className="text-xs leading-none">
                      {seatsLeft} {words.seatsLeft}
                    </span>
                  ) : null}
                </label>
              ))}
            </div>
          </fieldset>
        ) : null;
      })}
    </div>
  );
}

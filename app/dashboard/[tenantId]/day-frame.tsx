"use client";

import type { FormEvent, ReactNode } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import { AddTimes, type Times, TimesEditor } from "./week-editor";

type Frame = {
  date: string;
  /** The first one that can be chosen. */
  today: string;
  isNew: boolean;
  onDate(date: string): void;
  dateFault: string | undefined;
  problem: string;
  busy: boolean;
  onSubmit(event: FormEvent<HTMLFormElement>): void;
  onLeave(): void;
  children: ReactNode;
};

/** One date and what is said of it. */
export function DayFrame({ date, today, isNew, onDate, dateFault, problem, busy, onSubmit, onLeave, children }: Frame) {
  const say = useSay();
  return (
    <form
      noValidate
      aria-label={say("A day that is different")}
      className="grid gap-4 border-t pt-4"
      onSubmit={onSubmit}
    >
      <Field
        type="date"
        name="date"
        label={say("Day")}
        min={today}
        value={date}
        disabled={!isNew}
        onChange={(event) => onDate(event.target.value)}
        error={dateFault}
        className="max-w-52"
        autoFocus={isNew}
      />
      {children}
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex justify-end gap-2">
        <Button size="large" kind="bare" onClick={onLeave}>
          {say("Cancel")}
        </Button>
        <Button type="submit" size="large" kind="primary" disabled={busy}>
          {busy ? say("Saving") : say("Save this day")}
        </Button>
      </div>
    </form>
  );
}

type Way<W extends string> = {
  legend: string;
  chosen: W;
  ways: readonly [way: W, label: string][];
  onChoose(way: W): void;
};

export const DayWays = <W extends string>({ legend, chosen, ways, onChoose }: Way<W>) => (
  <fieldset className="grid gap-1">
    <legend className="mb-1 font-medium">{legend}</legend>
    {ways.map(([way, label]) => (
      <label key={way} className="flex min-h-9 items-center gap-2">
        <input
          type="radio"
          name="way"
          checked={way === chosen}
          onChange={() => onChoose(way)}
          className="size-4 accent-accent"
        />
        {label}
      </label>
    ))}
  </fieldset>
);

type DayTimesProps = { word: string; times: Times[]; usual?: Times; add?: string; onChange(times: Times[]): void };

export const DayTimes = ({ word, times, onChange, ...more }: DayTimesProps) => (
  <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
    <TimesEditor word={word} times={times} onChange={onChange} />
    <span className="flex">
      <AddTimes word={word} times={times} onChange={onChange} {...more} />
    </span>
  </div>
);

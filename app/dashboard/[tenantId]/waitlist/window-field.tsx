"use client";

import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import { type DayPart, dayParts } from "@/lib/waitlist/window-words";

export type Typed = { from: string; to: string; part: DayPart };

export const typedFrom = (date: string): Typed => ({ from: date, to: date, part: "any" });

export const windowOf = ({ from, to, part }: Typed) => {
  const { fromMinute, toMinute } = dayParts[part];
  return { from, to, fromMinute, toMinute };
};

type Props = {
  at: number;
  window: Typed;
  today: string;
  onChange(window: Typed): void;
  onRemove: (() => void) | null;
  errorOf(name: string, label: string): string | undefined;
};

/** Days on which they can come, and which part of them. */
export function WindowField({ at, window, today, onChange, onRemove, errorOf }: Props) {
  const say = useSay();
  const name = (field: string) => `windows.${at}.${field}`;
  return (
    <fieldset className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <legend className={at === 0 ? "sr-only" : "pb-2 font-medium"}>
        {at === 0 ? say("When they can come") : say("Or")}
      </legend>
      <Field
        type="date"
        name={name("from")}
        label={say("From")}
        min={today}
        value={window.from}
        onChange={({ target: { value } }) =>
          onChange({ ...window, from: value, to: window.to < value ? value : window.to })
        }
        error={errorOf(name("from"), say("From"))}
      />
      <Field
        type="date"
        name={name("to")}
        label={say("To")}
        min={window.from}
        value={window.to}
        onChange={(event) => onChange({ ...window, to: event.target.value })}
        error={errorOf(name("to"), say("To"))}
      />
      <div className="sm:col-span-2">
        <SelectField
          name={name("part")}
          label={say("Time of day")}
          value={window.part}
          onChange={(event) => onChange({ ...window, part: event.target.value as DayPart })}
          choices={Object.entries(dayParts).map(([value, { label }]) => ({ value, label: say.known(label) }))}
        />
      </div>
      {onRemove ? (
        <Button kind="bare" className="-ml-3 justify-self-start" onClick={onRemove}>
          {say("Remove these days")}
        </Button>
      ) : null}
    </fieldset>
  );
}

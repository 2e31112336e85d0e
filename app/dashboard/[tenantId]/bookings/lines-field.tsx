"use client";

import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/select-field";
import type { BookingChoices } from "@/lib/bookings/list-bookings";
import { mostServices } from "@/lib/bookings/rules";

/** `any` for whoever is free. */
export type WantedLine = { service: string; staff: string };

type Props = { lines: WantedLine[]; choices: BookingChoices; onChange(lines: WantedLine[]): void };

/** The services of one visit, in order, each with whoever is to do it. */
export function LinesField({ lines, choices, onChange }: Props) {
  const change = (at: number, to: Partial<WantedLine>) =>
    onChange(lines.map((line, place) => (place === at ? { ...line, ...to } : line)));
  const isOne = lines.length === 1;
  return (
    <div className="grid gap-5">
      {lines.map(({ service, staff }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the visit is what a line is known by
        <fieldset key={at} className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
          {isOne ? null : (
            <legend className="sr-only">
              Service {at + 1} of {lines.length}
            </legend>
          )}
          <SelectField
            name={`service-${at}`}
            label={at === 0 ? "Service" : "Then"}
            value={service}
            onChange={(event) => change(at, { service: event.target.value })}
            choices={choices.services.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name={`staff-${at}`}
            label="With"
            value={staff}
            onChange={(event) => change(at, { staff: event.target.value })}
            choices={[
              { value: "any", label: "Whoever is free" },
              ...choices.staff.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {isOne ? null : (
            <Button
              kind="bare"
              className="-ml-3 justify-self-start"
              onClick={() => onChange(lines.toSpliced(at, 1))}
              aria-label={`Remove service ${at + 1}`}
            >
              Remove
            </Button>
          )}
        </fieldset>
      ))}
      {lines.length < mostServices ? (
        <Button
          kind="bare"
          className="-ml-3 justify-self-start"
          onClick={() => onChange([...lines, { service: choices.services[0]?.id ?? "", staff: "any" }])}
        >
          Add a service to this visit
        </Button>
      ) : null}
    </div>
  );
}

"use client";

import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import type { CampaignChoices } from "@/lib/campaigns/campaign-choices";
import { clockOf } from "../settings/messages/typed-messages";
import type { Typed } from "./typed-campaign";

type Props = {
  typed: Typed;
  set(more: Partial<Typed>): void;
  errorOf(name: string, label: string): string | undefined;
  quiet: CampaignChoices["quiet"];
  today: string;
};

/** At once, or at a time of the house. */
export function WhenFields({ typed, set, errorOf, quiet, today }: Props) {
  const say = useSay();
  return (
    <>
      <fieldset className="grid gap-1">
        <legend className="mb-1.5 font-medium">{say("Send it")}</legend>
        {(["now", "at"] as const).map((when) => (
          <label key={when} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name="when"
              checked={typed.when === when}
              onChange={() => set({ when })}
              className="size-4 accent-accent"
            />
            {when === "now" ? say("Now") : say("Later")}
          </label>
        ))}
      </fieldset>
      {typed.when === "at" ? (
        <div className="flex flex-wrap gap-4">
          <Field
            name="day"
            label={say("Day")}
            type="date"
            min={today}
            value={typed.day}
            onChange={({ target }) => set({ day: target.value })}
            error={errorOf("when.day", say("The day"))}
            className="max-w-44"
          />
          <Field
            name="time"
            label={say("Time")}
            type="time"
            value={typed.time}
            onChange={({ target }) => set({ time: target.value })}
            error={errorOf("when.minute", say("The time"))}
            className="max-w-36"
          />
        </div>
      ) : null}
      {quiet.from === quiet.until ? null : (
        <p className="text-quiet">
          {say("Between {from} and {until} nothing is sent: it goes on in the morning.", {
            from: clockOf(quiet.from),
            until: clockOf(quiet.until),
          })}
        </p>
      )}
    </>
  );
}

"use client";

import { useActionState } from "react";
import { Bar, barButton } from "../../_parts/bar";
import { ContactFields, type ContactWords } from "../../_parts/contact-fields";
import { Field } from "../../_parts/field";
import { privacyHref } from "../../_parts/plain-links";
import { joinFromPage } from "./actions";
import type { JoinState } from "./form-state";

type Props = {
  wish: { slug: string; service: string; staff: string; key: string };
  start: JoinState;
  days: { first: string; last: string };
  parts: readonly { value: string; label: string }[];
  words: { contact: ContactWords } & Record<
    "when" | "firstDay" | "lastDay" | "timeOfDay" | "linkComes" | "costsNothing" | "wait" | "busy",
    string
  >;
};

/** When they could come, and how they are reached. Works without a script. */
export function JoinForm({ wish, start, days, parts, words }: Props) {
  const [{ typed, errors, problem }, action, busy] = useActionState(joinFromPage, start);
  return (
    <form action={action} noValidate className="flex grow flex-col">
      {Object.entries(wish).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid max-w-[34rem] gap-5 pb-8">
        <fieldset className="grid gap-4 sm:grid-cols-2">
          <legend className="pb-3 font-semibold">{words.when}</legend>
          <Field
            type="date"
            name="from"
            label={words.firstDay}
            min={days.first}
            max={days.last}
            required
            defaultValue={typed.from}
            error={errors.from}
          />
          <Field
            type="date"
            name="to"
            label={words.lastDay}
            min={days.first}
            max={days.last}
            defaultValue={typed.to}
            error={errors.to}
          />
          <div className="sm:col-span-2">
            <label htmlFor="part" className="block pb-1.5 font-medium">
              {words.timeOfDay}
            </label>
            <select
              id="part"
              name="part"
              defaultValue={typed.part}
              className="h-12 w-full rounded-control border border-edge bg-surface px-3 text-ink"
            >
              {parts.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        </fieldset>
        <ContactFields
          typed={typed}
          errors={errors}
          help={words.linkComes}
          privacy={privacyHref(wish.slug)}
          words={words.contact}
        />
        <p role="alert" className="text-danger empty:hidden">
          {problem}
        </p>
      </div>
      <Bar>
        <span className="min-w-0 text-quiet">{words.costsNothing}</span>
        <button type="submit" disabled={busy} className={barButton}>
          {busy ? words.busy : words.wait}
        </button>
      </Bar>
    </form>
  );
}

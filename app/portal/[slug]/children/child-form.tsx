"use client";

import { useActionState } from "react";
import { sendByHand } from "@/app/_components/forms/send-by-hand";
import { useStepFocus } from "@/app/_components/forms/use-step-focus";
import { plainBarButton } from "@/app/book/_parts/bar";
import { Field } from "@/app/book/_parts/field";
import type { Language } from "@/lib/platform/format";
import { Halt } from "../halt";
import { SaveEnd } from "../save-end";
import { addTheirs, changeTheirs } from "./actions";
import { childrenWords } from "./words";

type Props = { slug: string; language: Language; child?: { id: string; name: string; birthday: string | null } };

const days = Array.from({ length: 31 }, (_, at) => String(at + 1));
const months = Array.from({ length: 12 }, (_, at) => String(at + 1));

/** Somebody new, or another name or birthday. */
export function ChildForm({ slug, language, child }: Props) {
  const [month = "", day = ""] = (child?.birthday ?? "").split("-").map((part) => String(Number(part) || ""));
  const [state, send, pending] = useActionState(child ? changeTheirs : addTheirs, {
    name: child?.name ?? "",
    day,
    month,
  });
  const words = childrenWords[language];
  const own = child?.id ?? "new";
  const form = useStepFocus<HTMLFormElement>(state.faults && state);
  const monthName = new Intl.DateTimeFormat(language === "sw" ? "sw-KE" : "en-KE", { month: "long", timeZone: "UTC" });
  const fault = state.faults?.birthday;
  return (
    <form ref={form} action={send} onSubmit={sendByHand(send, pending)} noValidate className="grid max-w-[34rem] gap-4">
      <input type="hidden" name="slug" value={slug} />
      {child ? <input type="hidden" name="id" value={child.id} /> : null}
      <Halt problem={state.problem} signIn={state.signIn} />
      <Field
        name="name"
        id={`name-${own}`}
        label={words.name}
        autoComplete="off"
        required
        maxLength={80}
        defaultValue={state.name}
        error={state.faults?.name}
      />
      <fieldset aria-describedby={`birthday-note-${own}`}>
        <legend className="pb-1.5 font-medium">{words.birthday}</legend>
        <div className="flex gap-3">
          <Pick
            name="day"
            label={words.day}
            none={words.noDay}
            chosen={state.day}
            invalid={fault !== undefined}
            choices={days.map((one) => [one, one])}
          />
          <Pick
            name="month"
            label={words.month}
            none={words.noMonth}
            chosen={state.month}
            invalid={fault !== undefined}
            choices={months.map((one) => [one, monthName.format(new Date(Date.UTC(2024, Number(one) - 1, 1)))])}
          />
        </div>
        <p id={`birthday-note-${own}`} className={`pt-1.5 text-sm ${fault ? "text-danger" : "text-quiet"}`}>
          {fault ?? words.birthdayHelp}
        </p>
      </fieldset>
      <SaveEnd
        pending={pending}
        word={child ? words.save : words.add}
        saved={state.saved}
        language={language}
        className={plainBarButton}
      />
    </form>
  );
}

type PickProps = {
  name: string;
  label: string;
  none: string;
  chosen: string;
  invalid: boolean;
  choices: readonly (readonly [value: string, word: string])[];
};

const Pick = ({ name, label, none, chosen, invalid, choices }: PickProps) => (
  <select
    // Drawn anew with what was chosen: React forgets it with the form.
    key={chosen}
    name={name}
    aria-label={label}
    aria-invalid={invalid || undefined}
    defaultValue={chosen}
    className="h-12 min-w-24 rounded-control border border-edge bg-surface px-3 text-ink aria-invalid:border-danger"
  >
    <option value="">{none}</option>
    {choices.map(([value, word]) => (
      <option key={value} value={value}>
        {word}
      </option>
    ))}
  </select>
);

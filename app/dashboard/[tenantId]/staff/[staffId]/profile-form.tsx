"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import { Field } from "@/app/_components/ui/field";
import { TextArea } from "@/app/_components/ui/text-area";
import { useSay } from "@/app/_words/use-say";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { StaffProfile } from "@/lib/staff/get-profile";
import { percentOf, staffColours } from "@/lib/staff/rules";
import { FormEnd } from "../../form-end";
import { useSave } from "../../use-save";
import { changePerson } from "../actions";

/** As it is typed. */
const typedOf = ({ name, title, bio, phone, email, colour, commissionBp }: StaffProfile) => ({
  name,
  title,
  bio,
  phone: phone ?? "",
  email: email ?? "",
  colour,
  commission: percentOf(commissionBp ?? 0),
});

/** `12,5` is twelve and a half as well. What is no number stays none, for the server to say so. */
const basisPoints = (percent: string): number => Math.round((percent.trim() === "" ? 0 : typedAmount(percent)) * 100);

export function ProfileForm({ profile }: { profile: StaffProfile }) {
  const say = useSay();
  const draft = useDraft(typedOf(profile));
  const { shown, touched, set, forget } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSave("staff", draft);
  const { commission, ...said } = shown;
  const to = { ...said, commissionBp: basisPoints(commission) };
  const text = (name: keyof typeof shown, label: string) => ({
    name,
    label,
    value: shown[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    error: errorOf(name === "commission" ? "commissionBp" : name, label),
  });
  return (
    <form
      onSubmit={onSubmit((tenantId) => changePerson(tenantId, { id: profile.id, to }))}
      noValidate
      aria-label={say("Profile")}
      className="grid gap-5"
    >
      <Field {...text("name", say("Name"))} autoComplete="off" maxLength={80} required />
      <Field {...text("title", say("What they do best"))} autoComplete="off" maxLength={80} />
      <TextArea {...text("bio", say("About them"))} maxLength={600} help={say("A sentence or two for customers.")} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field
          {...text("phone", say("Phone"))}
          autoComplete="off"
          inputMode="tel"
          help={say("For you, not for customers.")}
        />
        <Field {...text("email", say("E-mail"))} autoComplete="off" inputMode="email" />
      </div>
      <Field
        {...text("commission", say("Commission in %"))}
        autoComplete="off"
        inputMode="decimal"
        help={say("Their share of what they serve.")}
        className="max-w-40"
      />
      <Colours chosen={shown.colour} onChoose={(colour) => set({ colour })} />
      <FormEnd
        problem={problem}
        saved={saved}
        busy={busy}
        touched={touched}
        word={say("Save profile")}
        onForget={forget}
      />
    </form>
  );
}

function Colours({ chosen, onChoose }: { chosen: string; onChoose(colour: string): void }) {
  const say = useSay();
  const known = staffColours.some(({ value }) => value === chosen);
  const choices = known ? staffColours : [{ value: chosen, label: say("Their own") }, ...staffColours];
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{say("Colour in the calendar")}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map(({ value, label }) => (
          <label
            key={value}
            className="relative size-9 rounded-control outline-offset-2 has-checked:outline-2 has-checked:outline-ink has-focus-visible:outline-3 has-focus-visible:outline-accent"
            style={{ background: value }}
          >
            <input
              type="radio"
              name="colour"
              value={value}
              checked={chosen === value}
              onChange={() => onChoose(value)}
              aria-label={say.known(label)}
              className="absolute inset-0 appearance-none outline-none"
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

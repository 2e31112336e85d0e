"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import { Field } from "@/app/_components/ui/field";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { FormEnd } from "@/app/dashboard/[tenantId]/form-end";
import { useSaveBy } from "@/app/dashboard/[tenantId]/use-save";
import type { Plan } from "@/lib/subscriptions/list-plans";
import { useAdminAct } from "../use-admin-act";
import { plansKey } from "../words";
import { keepPlan } from "./actions";
import { planOf, type TypedPlan, typedOf } from "./typed-plan";

const limits = [
  { name: "members", label: phrase("People with a login") },
  { name: "activeCustomers", label: phrase("Active customers") },
  { name: "messages", label: phrase("SMS a month") },
] as const;
const prices = [
  { name: "monthly", sent: "monthlyMinor", label: phrase("KES a month") },
  { name: "yearly", sent: "yearlyMinor", label: phrase("KES a year") },
] as const;
const marks = [
  { name: "offered", label: phrase("Offered"), about: phrase("Whoever has it keeps it when it is not.") },
  {
    name: "tried",
    label: phrase("Tried by new businesses"),
    about: phrase("For fourteen days, and one plan at most."),
  },
] as const;

type Props = { plan: Plan | null; onAdded?: () => void };

/** A plan, or a new one. */
export function PlanForm({ plan, onAdded }: Props) {
  const say = useSay();
  const draft = useDraft(typedOf(plan));
  const { shown, set } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSaveBy(useAdminAct(plansKey), draft);
  const text = (
    name: keyof TypedPlan & string,
    label: string,
    more: { help?: string; sent?: string; number?: true } = {},
  ) => (
    <Field
      name={name}
      id={`${plan?.id ?? "new"}-${name}`}
      label={label}
      help={more.help}
      value={String(shown[name])}
      onChange={({ target }) => set({ [name]: target.value })}
      error={errorOf(more.sent ?? name, label)}
      {...(more.number ? { inputMode: "numeric" as const, autoComplete: "off" } : {})}
    />
  );
  return (
    <form
      aria-label={plan ? `${plan.name}, ${plan.id}` : say("New plan")}
      noValidate
      className="grid gap-4"
      onSubmit={onSubmit(async () => {
        const answer = await keepPlan({ ...planOf(shown), isNew: plan === null });
        if (answer.ok) onAdded?.();
        return answer;
      })}
    >
      {plan ? null : text("id", say("Short name"), { help: say("In small letters, such as starter. It stays.") })}
      {text("name", say("Name"))}
      {text("about", say("For whom"))}
      <div className="grid grid-cols-2 gap-3">
        {prices.map(({ name, sent, label }) => (
          <div key={name}>{text(name, say(label), { sent, number: true })}</div>
        ))}
      </div>
      <fieldset className="grid gap-3">
        <legend className="pb-2 text-quiet">{say("What it holds; leave a field empty for no limit.")}</legend>
        {limits.map(({ name, label }) => (
          <div key={name}>{text(name, say(label), { number: true })}</div>
        ))}
      </fieldset>
      {marks.map(({ name, label, about }) => (
        <label key={name} className="flex items-start gap-3">
          <input
            type="checkbox"
            checked={shown[name]}
            onChange={({ target }) => set({ [name]: target.checked })}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span className="grid">
            <span className="font-medium">{say(label)}</span>
            <span className="text-quiet">{say(about)}</span>
          </span>
        </label>
      ))}
      <FormEnd
        problem={problem}
        saved={saved}
        busy={busy}
        touched={draft.touched}
        word={plan ? say("Save") : say("Add")}
        onForget={draft.forget}
      />
    </form>
  );
}

"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import { Section } from "@/app/_components/section";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { Switch } from "@/app/_components/ui/switch";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { HousePolicy } from "@/lib/bookings/get-policy";
import { FormEnd } from "../../form-end";
import { ListLoading } from "../../list-loading";
import { useSave } from "../../use-save";
import { setRules } from "../actions";
import { Confirmation } from "./confirmation";
import { NextTimes } from "./next-times";
import { Preview } from "./preview";
import { rulesOf, type TypedRules, type TypedWindow, typedOf } from "./typed-rules";
import { usePolicy } from "./use-policy";

/** By which rules the business is booked, each with what it does. */
export function RulesForm() {
  const house = usePolicy();
  return house ? <Form house={house} /> : <ListLoading rows={8} />;
}

const waysToChoose = [
  { value: "order", label: phrase("The first in your staff list") },
  { value: "fairest", label: phrase("Whoever has least booked that day") },
  { value: "least_gaps", label: phrase("Whoever is left with the smallest gap") },
  { value: "usual", label: phrase("Whoever served them last") },
];

const effects: Record<TypedRules["anyStaff"], Phrase> = {
  order: phrase("When several are free, the one who stands first in the staff list takes it."),
  fairest: phrase("Work is spread: the fewest booked minutes that day come first."),
  least_gaps: phrase("Days are packed: as little time as possible becomes too short to sell."),
  usual: phrase("Customers meet the person they know. Who is new goes by the staff list."),
};

function Form({ house }: { house: HousePolicy }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const draft = useDraft(typedOf(house.policy));
  const { shown, set } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSave("settings", draft);
  const manages = tenant.may.includes("settings.manage");
  const text = (name: "notice" | "horizon" | "step" | "visitsPerDay", as: string, label: string) => ({
    name,
    label,
    value: shown[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    error: errorOf(as, label),
    autoComplete: "off",
    inputMode: "decimal" as const,
    className: "max-w-28",
  });
  const way = (channel: "desk" | "api") => ({
    typed: shown[channel],
    errorOf: (name: string, label: string) => errorOf(`channels.${channel}.${name}`, label),
    onType: (more: Partial<TypedWindow>) => set({ [channel]: { ...shown[channel], ...more } }),
  });
  return (
    <form
      onSubmit={onSubmit((tenantId) => setRules(tenantId, rulesOf(shown)))}
      noValidate
      aria-label={say("Booking rules")}
    >
      <fieldset disabled={!manages} className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <Section title={say("Confirmation")} about={say("What becomes of a booking that a customer makes.")}>
          <Confirmation chosen={shown.confirm} apart={house.apart} onChoose={(confirm) => set({ confirm })} />
        </Section>
        <Section
          title={say("When customers can book")}
          about={say("On your page. The desk and other ways follow below.")}
        >
          <Field
            {...text("notice", "noticeMinutes", say("Hours before"))}
            help={say("At least so long before a visit. 0.5 is half an hour.")}
          />
          <Field
            {...text("horizon", "horizonDays", say("Days ahead"))}
            help={say("At most so many days from today.")}
          />
          <Field
            {...text("step", "stepMinutes", say("Minutes between times"))}
            help={say("15 offers 9:00, 9:15, 9:30. A service may say something else.")}
          />
          <Preview rules={rulesOf(shown)} now={now} timeZone={tenant.timeZone} />
          <NextTimes rules={rulesOf(shown)} />
        </Section>
        <Section title={say("Who and how tight")} about={say("How your day is filled.")}>
          <SelectField
            name="anyStaff"
            label={say("Customers who name nobody go to")}
            value={shown.anyStaff}
            onChange={(event) => set({ anyStaff: event.target.value as TypedRules["anyStaff"] })}
            choices={waysToChoose.map(({ value, label }) => ({ value, label: say(label) }))}
            help={say(effects[shown.anyStaff])}
          />
          <SelectField
            name="buffers"
            label={say("Time kept free between two visits")}
            value={shown.buffers}
            onChange={(event) => set({ buffers: event.target.value as TypedRules["buffers"] })}
            choices={[
              { value: "larger", label: say("The longer of the two") },
              { value: "add", label: say("Both, one after the other") },
            ]}
            help={
              shown.buffers === "larger"
                ? say("10 minutes after one visit and 15 before the next make 15: cleaning and preparing overlap.")
                : say("10 minutes after one visit and 15 before the next make 25.")
            }
          />
          <div className="grid gap-1">
            <div className="flex min-h-9 items-center justify-between gap-4">
              <span id="gap-aware" className="font-medium">
                {say("Leave no time too short to sell")}
              </span>
              <Switch
                aria-labelledby="gap-aware"
                aria-describedby="gap-aware-note"
                checked={shown.gapAware}
                disabled={!manages}
                onCheckedChange={(gapAware) => set({ gapAware })}
              />
            </div>
            <p id="gap-aware-note" className="text-quiet">
              {shown.gapAware
                ? say(
                    "Where there is a time that wastes nothing, only such times are offered. Fewer choices, fuller days.",
                  )
                : say("Every free time is offered, also those that leave ten useless minutes behind.")}
            </p>
          </div>
        </Section>
        <Section title={say("Limits")} about={say("Against one number that fills your day.")}>
          <Field
            {...text("visitsPerDay", "visitsPerDay", say("Visits a day for one customer"))}
            help={say("Empty is no limit. The desk may always book more.")}
          />
        </Section>
        <Section
          title={say("At the desk")}
          about={say("What your own people may book. Empty is at once, and a year ahead.")}
        >
          <Way {...way("desk")} name="desk" />
        </Section>
        <Section
          title={say("Through the API")}
          about={say("For partners and your own website. Empty is as on your page.")}
        >
          <Way {...way("api")} name="api" />
        </Section>
        {manages ? (
          <div className="md:pl-[16rem]">
            <div className="grid max-w-120 gap-4">
              <FormEnd
                problem={problem}
                saved={saved}
                busy={busy}
                touched={draft.touched}
                word={say("Save rules")}
                onForget={draft.forget}
              />
            </div>
          </div>
        ) : null}
      </fieldset>
    </form>
  );
}

type WayProps = {
  name: string;
  typed: TypedWindow;
  errorOf(name: string, label: string): string | undefined;
  onType(more: Partial<TypedWindow>): void;
};

function Way({ name, typed, errorOf, onType }: WayProps) {
  const say = useSay();
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <Field
        name={`${name}-notice`}
        label={say("Hours before")}
        value={typed.notice}
        onChange={(event) => onType({ notice: event.target.value })}
        error={errorOf("noticeMinutes", say("Hours before"))}
        inputMode="decimal"
        autoComplete="off"
        className="max-w-28"
      />
      <Field
        name={`${name}-horizon`}
        label={say("Days ahead")}
        value={typed.horizon}
        onChange={(event) => onType({ horizon: event.target.value })}
        error={errorOf("horizonDays", say("Days ahead"))}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-28"
      />
    </div>
  );
}

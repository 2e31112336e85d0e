"use client";

import { useState } from "react";
import { toast } from "sonner";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { Switch } from "@/app/_components/ui/switch";
import { useSay } from "@/app/_words/use-say";
import { useLooked } from "../use-looked";
import { useSave } from "../use-save";
import { ask, enter } from "./actions";

type Props = { people: readonly { id: string; name: string }[]; onDone(): void };

/** Days, or hours of them. */
export function TimeOffForm({ people, onDone }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const decides = tenant.may.includes("time_off.decide");
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: tenant.timeZone }).format(new Date(now));
  const [typed, setTyped] = useState({
    staffId: tenant.staffId ?? people[0]?.id ?? "",
    firstDay: "",
    lastDay: "",
    from: "09:00",
    to: "13:00",
    reason: "",
  });
  const [byHour, setByHour] = useState(false);
  const { looked, dialog } = useLooked(say("Enter it anyway"));
  const { busy, problem, onSubmit, errorOf } = useSave("time-off", { touched: true, forget: () => {} });
  const text = (name: keyof typeof typed, label: string) => ({
    name,
    label,
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    error: errorOf(name, label),
  });
  const { firstDay, lastDay, from, to, ...said } = typed;
  const wish = {
    ...said,
    firstDay,
    // One day is its own last.
    lastDay: lastDay === "" ? firstDay : lastDay,
    from: byHour ? from : null,
    to: byHour ? to : null,
  };
  const save = async (tenantId: string) => {
    const answer = decides ? await looked((look) => enter(tenantId, { ...wish, ...look })) : await ask(tenantId, wish);
    if (answer.ok) {
      toast(decides ? say("Entered") : say("Asked for"), {
        description: decides ? say("They are told.") : say("You are told as soon as somebody has answered."),
      });
      onDone();
    }
    return answer;
  };
  return (
    <>
      <form onSubmit={onSubmit(save)} noValidate aria-label={say("Time off")} className="grid gap-5">
        {decides ? (
          <SelectField
            name="staffId"
            label={say("Who")}
            value={typed.staffId}
            onChange={(event) => setTyped({ ...typed, staffId: event.target.value })}
            error={errorOf("staffId", say("Who"))}
            choices={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <Field {...text("firstDay", say("First day"))} type="date" min={today} required />
          <Field
            {...text("lastDay", say("Last day"))}
            type="date"
            min={firstDay || today}
            help={say("Empty for one day.")}
          />
        </div>
        <div className="flex items-center justify-between gap-4">
          <span id="by-hour">{say("Only some hours")}</span>
          <Switch aria-labelledby="by-hour" checked={byHour} onCheckedChange={setByHour} />
        </div>
        {byHour ? (
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <Field {...text("from", say("From"))} type="time" help={say("On the first day.")} />
            <Field {...text("to", say("Until"))} type="time" help={say("On the last day.")} />
          </div>
        ) : null}
        <Field
          {...text("reason", say("Why"))}
          maxLength={160}
          autoComplete="off"
          help={say("For those who decide, not for customers. You may leave it empty.")}
        />
        <ProblemLine>{problem}</ProblemLine>
        <div className="flex justify-end gap-2">
          <Button size="large" onClick={onDone}>
            {say("Cancel")}
          </Button>
          <Button type="submit" kind="primary" size="large" disabled={busy}>
            {busy ? say("Sending") : decides ? say("Enter") : say("Ask")}
          </Button>
        </div>
      </form>
      {dialog}
    </>
  );
}

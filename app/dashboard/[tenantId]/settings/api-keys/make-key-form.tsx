"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { scopeWords } from "@/lib/auth/scope-words";
import { type ApiScope, apiScopes } from "@/lib/auth/scopes";
import { useSaveBy } from "../../use-save";
import { makeKey } from "./actions";

const lasts = [
  { value: "", label: phrase("Until it is revoked") },
  { value: "30", label: phrase("30 days") },
  { value: "90", label: phrase("90 days") },
  { value: "365", label: phrase("A year") },
];

type Props = { open: boolean; onLeave(): void; onMade(secret: string): void };

/** What a new key is called, and what it may do. */
export function MakeKeyForm({ open, onLeave, onMade }: Props) {
  const say = useSay();
  return (
    <Dialog
      wide
      open={open}
      onClose={onLeave}
      title={say("Make a key")}
      about={say("Give it no more than the program needs. Money that goes out, people and settings are for no key.")}
    >
      <Form onLeave={onLeave} onMade={onMade} />
    </Dialog>
  );
}

function Form({ onLeave, onMade }: Omit<Props, "open">) {
  const say = useSay();
  const [name, setName] = useState("");
  const [days, setDays] = useState("");
  const [scopes, setScopes] = useState<readonly ApiScope[]>([]);
  const { busy, problem, onSubmit, errorOf } = useSaveBy(useAct("settings"), { touched: true, forget: () => {} });
  const turn = (scope: ApiScope, on: boolean) =>
    setScopes(on ? [...scopes, scope] : scopes.filter((one) => one !== scope));
  const fault = errorOf("scopes", say("What it may do"));
  return (
    <form
      noValidate
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={onSubmit(async (tenantId) => {
        const given = days === "" ? null : Number(days);
        const made = await makeKey(tenantId, { name, scopes, days: given });
        if (made.ok) onMade(made.value.secret);
        return made;
      })}
    >
      <Field
        name="key-name"
        label={say("Name")}
        help={say("What uses it, so that you know it again.")}
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={errorOf("name", say("The name"))}
        autoComplete="off"
      />
      <fieldset className="grid gap-1" aria-describedby={fault ? "key-scopes-fault" : undefined}>
        <legend className="mb-1.5 font-medium">{say("What it may do")}</legend>
        {apiScopes.map((scope) => (
          <label key={scope} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              className="size-4 shrink-0 accent-accent"
              checked={scopes.includes(scope)}
              onChange={(event) => turn(scope, event.target.checked)}
            />
            <span className="grid">
              {say.known(scopeWords[scope])}
              <span className="font-mono text-quiet">{scope}</span>
            </span>
          </label>
        ))}
        {fault ? (
          <p id="key-scopes-fault" className="text-danger">
            {fault}
          </p>
        ) : null}
      </fieldset>
      <SelectField
        name="key-days"
        label={say("It works")}
        choices={lasts.map(({ value, label }) => ({ value, label: say(label) }))}
        value={days}
        onChange={(event) => setDays(event.target.value)}
      />
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex justify-end gap-2">
        <Button size="large" onClick={onLeave}>
          {say("Leave")}
        </Button>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? say("Making") : say("Make the key")}
        </Button>
      </div>
    </form>
  );
}

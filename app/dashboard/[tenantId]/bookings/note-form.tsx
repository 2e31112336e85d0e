"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { TextArea } from "@/app/_components/ui/text-area";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { CustomerCard } from "@/lib/customers/customer-card";
import type { CustomerNotes } from "@/lib/customers/input";
import { mostAllergies, mostNotes } from "@/lib/customers/rules";
import { noteDown } from "./customer-actions";
import { conflictsOf, settledBy, shownOf } from "./merged-notes";

type Field = keyof CustomerNotes;
const labels: Record<Field, Phrase> = { allergies: phrase("Allergies"), notes: phrase("Notes") };

/** What is known of a customer, written over what was seen alone: what somebody else writes meanwhile is shown first. */
export function NoteForm({ customer, onLeave }: { customer: CustomerCard; onLeave(): void }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("bookings");
  const is: CustomerNotes = { allergies: customer.allergies ?? "", notes: customer.notes ?? "" };
  const [seen, setSeen] = useState(is);
  const [typed, setTyped] = useState(is);
  const { busy, problem, onSubmit, errorOf } = useSend(
    () => act((tenantId) => noteDown(tenantId, { id: customer.id, ...typed, seen })),
    onLeave,
  );
  const all = { seen, typed, is };
  const [conflicts, shown] = [conflictsOf(all), shownOf(all)];
  const settle = (how: "mine" | "theirs" | "both") => {
    setSeen(is);
    setTyped(settledBy(how, all));
  };
  // Whoever writes over what somebody else has written there has seen it by now.
  const write = (name: Field, value: string) => {
    if (typed[name] === seen[name]) setSeen({ ...seen, [name]: is[name] });
    setTyped({ ...typed, [name]: value });
  };
  const text = (name: Field, most: number) => ({
    name,
    label: say(labels[name]),
    maxLength: most,
    value: shown[name],
    onChange: (event: { target: { value: string } }) => write(name, event.target.value),
    error: errorOf(name, say(labels[name])) || undefined,
  });
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Allergies and notes")} className="grid gap-4">
      <TextArea
        {...text("allergies", mostAllergies)}
        rows={2}
        help={say("Shown first to whoever serves them.")}
        autoFocus
      />
      <TextArea
        {...text("notes", mostNotes)}
        rows={4}
        help={
          tenant.role === "staff"
            ? say("Add to it; what stands there is for the desk to change.")
            : say("For the house alone.")
        }
      />
      {conflicts.length > 0 ? <Meanwhile conflicts={conflicts} is={is} onSettle={settle} /> : null}
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? say("Saving") : say("Save")}
        </Button>
        <Button size="large" kind="bare" onClick={onLeave}>
          {say("Cancel")}
        </Button>
      </div>
    </form>
  );
}

type Theirs = { conflicts: Field[]; is: CustomerNotes; onSettle(how: "mine" | "theirs" | "both"): void };

function Meanwhile({ conflicts, is, onSettle }: Theirs) {
  const say = useSay();
  return (
    <section aria-label={say("Changed meanwhile")} role="status" className="grid gap-2 rounded-control border p-3">
      <p className="font-medium text-requested">{say("Somebody else has changed this meanwhile. Now it says:")}</p>
      <dl className="grid gap-1">
        {conflicts.map((field) => (
          <div key={field}>
            <dt className="text-quiet">{say(labels[field])}</dt>
            <dd className="break-words whitespace-pre-line">{is[field] || say("nothing")}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onSettle("both")}>{say("Keep both")}</Button>
        <Button onClick={() => onSettle("theirs")}>{say("Take theirs")}</Button>
        <Button onClick={() => onSettle("mine")}>{say("Keep mine")}</Button>
      </div>
    </section>
  );
}

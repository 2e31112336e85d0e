"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { TextArea } from "@/app/_components/ui/text-area";
import type { CustomerCard } from "@/lib/customers/customer-card";
import type { CustomerNotes } from "@/lib/customers/input";
import { mostAllergies, mostNotes } from "@/lib/customers/rules";
import { noteDown } from "./customer-actions";
import { changedMeanwhile, mergedNotes } from "./merged-notes";

type Field = keyof CustomerNotes;
const labels: Record<Field, string> = { allergies: "Allergies", notes: "Notes" };

/** What is known of a customer, written over what was seen alone: what somebody else writes meanwhile is shown first. */
export function NoteForm({ customer, onLeave }: { customer: CustomerCard; onLeave(): void }) {
  const { tenant } = useShell();
  const act = useAct("bookings");
  const is: CustomerNotes = { allergies: customer.allergies, notes: customer.notes };
  const [seen, setSeen] = useState(is);
  const [typed, setTyped] = useState(is);
  const { busy, problem, onSubmit, errorOf } = useSend(
    () => act((tenantId) => noteDown(tenantId, { id: customer.id, ...typed, seen })),
    onLeave,
  );
  const changed = changedMeanwhile(seen, typed, is);
  const settle = (notes: CustomerNotes) => {
    setSeen(is);
    setTyped(notes);
  };
  const text = (name: Field, most: number) => ({
    name,
    label: labels[name],
    maxLength: most,
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    error: errorOf(name, labels[name]) || undefined,
  });
  return (
    <form onSubmit={onSubmit} noValidate aria-label="Allergies and notes" className="grid gap-4">
      <TextArea {...text("allergies", mostAllergies)} rows={2} help="Shown first to whoever serves them." autoFocus />
      <TextArea
        {...text("notes", mostNotes)}
        rows={4}
        help={
          tenant.role === "staff" ? "Add to it; what stands there is for the desk to change." : "For the house alone."
        }
      />
      {changed.length > 0 ? (
        <Meanwhile
          changed={changed}
          is={is}
          onMine={() => settle(typed)}
          onBoth={() => settle(mergedNotes(seen, typed, is))}
          onTheirs={() => settle(is)}
        />
      ) : null}
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? "Saving" : "Save"}
        </Button>
        <Button size="large" kind="bare" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

type Theirs = { changed: Field[]; is: CustomerNotes; onMine(): void; onBoth(): void; onTheirs(): void };

function Meanwhile({ changed, is, onMine, onBoth, onTheirs }: Theirs) {
  return (
    <section aria-label="Changed meanwhile" role="status" className="grid gap-2 rounded-control border p-3">
      <p className="font-medium text-requested">Somebody else has changed this meanwhile. Now it says:</p>
      <dl className="grid gap-1">
        {changed.map((field) => (
          <div key={field}>
            <dt className="text-quiet">{labels[field]}</dt>
            <dd className="break-words whitespace-pre-line">{is[field] || "nothing"}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onBoth}>Keep both</Button>
        <Button onClick={onTheirs}>Take theirs</Button>
        <Button onClick={onMine}>Keep mine</Button>
      </div>
    </section>
  );
}

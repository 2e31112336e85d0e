"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useDraft } from "@/app/_components/data/use-draft";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { TextArea } from "@/app/_components/ui/text-area";
import { useSay } from "@/app/_words/use-say";
import { formatDay, type Language } from "@/lib/platform/format";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { VisitFacts } from "@/lib/visits/get-visit";
import { mostCorrectionReason, mostVisitNotes } from "@/lib/visits/rules";
import { FormEnd } from "../form-end";
import { useSave } from "../use-save";
import { correct } from "./actions";

type Props = { visit: VisitFacts; staff: { id: string; name: string }[] };

const dayWords = (date: string, language: Language) => formatDay(`${date}T12:00:00Z`, "UTC", language);

/** Folded away until somebody means it; who may not, or no longer, is told so. */
export function CorrectSection({ visit, staff }: Props) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { correctable, correctableUntil } = visit;
  if (!correctableUntil) return null;
  if (!correctable)
    return (
      <p className="text-quiet">
        {say("It could be corrected until {day}, and stays as it is.", {
          day: dayWords(correctableUntil, say.language),
        })}
      </p>
    );
  if (open) return <CorrectForm visit={visit} staff={staff} onLeave={() => setOpen(false)} />;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button size="large" onClick={() => setOpen(true)}>
        {say("Correct")}
      </Button>
      <span className="text-quiet">{say("Until {day}", { day: dayWords(correctableUntil, say.language) })}</span>
    </div>
  );
}

/** As it is typed. */
const typedOf = ({ lines, notes }: VisitFacts) => ({
  lines: lines.map(({ id, serviceName, staffId, priceMinor }) => ({
    id,
    serviceName,
    staffId,
    price: String(priceMinor / 100),
  })),
  notes,
  reason: "",
});

function CorrectForm({ visit, staff, onLeave }: Props & { onLeave(): void }) {
  const say = useSay();
  // What was seen when somebody began to type: a correction made meanwhile is not written over.
  const [revision, setRevision] = useState(visit.revision);
  const draft = useDraft(typedOf(visit));
  const { shown, set, touched } = draft;
  if (!touched && revision !== visit.revision) setRevision(visit.revision);
  const { busy, saved, problem, onSubmit, errorOf } = useSave("visits", draft);
  const save = async (tenantId: string) => {
    const lines = shown.lines.map(({ id, staffId, price }) => ({
      id,
      staffId,
      priceMinor: Math.round(typedAmount(price) * 100),
    }));
    const answer = await correct(tenantId, { id: visit.id, revision, lines, notes: shown.notes, reason: shown.reason });
    if (answer.ok) {
      toast(say("{customerName}’s visit is corrected", { customerName: visit.customerName }));
      onLeave();
    }
    return answer;
  };
  const change = (at: number, to: Partial<(typeof shown.lines)[number]>) =>
    set({ lines: shown.lines.map((line, place) => (place === at ? { ...line, ...to } : line)) });
  return (
    <form onSubmit={onSubmit(save)} noValidate aria-label={say("Correct")} className="grid gap-5 border-t pt-5">
      {shown.lines.map((line, at) => (
        <fieldset key={line.id} className="grid gap-3">
          <legend className="pb-2 font-medium">{line.serviceName}</legend>
          <Field
            name={`price-${at}`}
            label={say("Price in {currency}", { currency: visit.currency })}
            value={line.price}
            onChange={({ target }) => change(at, { price: target.value })}
            error={errorOf(["lines", at, "priceMinor"].join("."), say("Price"))}
            inputMode="decimal"
            autoComplete="off"
            className="max-w-40"
          />
          <SelectField
            name={`staff-${at}`}
            label={say("Done by")}
            value={line.staffId}
            onChange={({ target }) => change(at, { staffId: target.value })}
            error={errorOf(`lines.${at}.staffId`, say("Done by"))}
            choices={staff.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </fieldset>
      ))}
      <TextArea
        name="notes"
        label={say("Notes")}
        value={shown.notes}
        onChange={({ target }) => set({ notes: target.value })}
        error={errorOf("notes", say("Notes"))}
        maxLength={mostVisitNotes}
      />
      <Field
        name="reason"
        label={say("Why it is corrected")}
        help={say("Everybody who sees the visit can read it.")}
        value={shown.reason}
        onChange={({ target }) => set({ reason: target.value })}
        error={errorOf("reason", say("A reason"))}
        maxLength={mostCorrectionReason}
        autoComplete="off"
      />
      <FormEnd
        problem={problem}
        saved={saved}
        busy={busy}
        touched={touched}
        word={say("Correct")}
        onForget={draft.forget}
      />
      {touched ? null : (
        <Button kind="bare" size="large" className="justify-self-end" onClick={onLeave}>
          {say("Leave it as it is")}
        </Button>
      )}
    </form>
  );
}

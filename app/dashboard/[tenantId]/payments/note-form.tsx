"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { faultWords } from "@/app/_components/forms/fault-words";
import { Field } from "@/app/_components/ui/field";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import { mostMoneyNote } from "@/lib/payments/rules";
import { StepForm } from "../bookings/step-form";

type Props = {
  label: string;
  field: string;
  word: string;
  help?: string;
  send(tenantId: string, note: string): Promise<ActionAnswer<unknown>>;
  onDone(): void;
  onLeave(): void;
};

/** Says something about money in a sentence that stays. */
export function NoteForm({ label, field, word, help, send, onDone, onLeave }: Props) {
  const say = useSay();
  const act = useAct("payments");
  const [state, setState] = useState({ busy: false, problem: "", fault: "" });
  const onSend = async (form: FormData) => {
    setState({ busy: true, problem: "", fault: "" });
    const answer = await act((tenantId) => send(tenantId, String(form.get("note") ?? "")));
    if (answer.ok) return onDone();
    const fault = answer.fields?.note?.[0];
    setState({
      busy: false,
      problem: fault ? "" : answer.problem,
      fault: fault ? faultWords(say, field, fault) : "",
    });
  };
  return (
    <StepForm
      label={label}
      word={word}
      doing={say("Saving")}
      busy={state.busy}
      problem={state.problem}
      leave={say("Not now")}
      onSend={onSend}
      onLeave={onLeave}
    >
      <Field
        name="note"
        label={field}
        help={help}
        error={state.fault || undefined}
        maxLength={mostMoneyNote}
        autoComplete="off"
      />
    </StepForm>
  );
}

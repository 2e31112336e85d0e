"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { wayBack } from "@/app/_components/data/way-back";
import { Choice } from "@/app/_components/forms/choice";
import { faultWords } from "@/app/_components/forms/fault-words";
import { Field } from "@/app/_components/ui/field";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { UnmatchedReceipt } from "@/lib/payments/list-inbox";
import { mostMoneyNote } from "@/lib/payments/rules";
import { formatMoney } from "@/lib/platform/format";
import { StepForm } from "../../bookings/step-form";
import { setAside } from "../actions";

type Props = { receipt: UnmatchedReceipt; currency: string; onLeave(): void };

const ways: [value: string, word: Phrase][] = [
  ["not_ours", phrase("Not ours")],
  ["refunded_outside", phrase("Given back already")],
  ["other", phrase("Something else")],
];

/** What money was that is for nothing of ours. It can be taken up again as long as the toast stands. */
export function AsideForm({ receipt: { receipt, amountMinor }, currency, onLeave }: Props) {
  const say = useSay();
  const act = useAct("payments");
  const [state, setState] = useState({ busy: false, problem: "", fault: "" });
  const takeUp = () => act((tenantId) => setAside(tenantId, { receipt, as: null, note: "" }));
  const onSend = async (form: FormData) => {
    setState({ busy: true, problem: "", fault: "" });
    const given = { receipt, as: form.get("as"), note: String(form.get("note") ?? "") };
    const answer = await act((tenantId) => setAside(tenantId, given));
    if (answer.ok)
      return void toast(say("{money} set aside", { money: formatMoney(amountMinor, currency) }), wayBack(say, takeUp));
    const fault = answer.fields?.note?.[0];
    setState({
      busy: false,
      problem: fault ? "" : answer.problem,
      fault: fault ? faultWords(say, say("Why"), fault) : "",
    });
  };
  return (
    <StepForm
      label={say("What {code} was", { code: receipt })}
      word={say("Set aside")}
      doing={say("Saving")}
      busy={state.busy}
      problem={state.problem}
      leave={say("Not now")}
      onSend={onSend}
      onLeave={onLeave}
    >
      <Choice
        name="as"
        legend={say("What it was")}
        chosen="not_ours"
        options={ways.map(([value, word]) => [value, say(word)])}
      />
      <Field
        name="note"
        label={say("Why")}
        help={say("Needed for “Something else”; it stays in the audit log.")}
        error={state.fault || undefined}
        maxLength={mostMoneyNote}
        autoComplete="off"
      />
    </StepForm>
  );
}

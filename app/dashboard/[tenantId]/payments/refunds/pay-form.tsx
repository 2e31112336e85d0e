"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { faultWords } from "@/app/_components/forms/fault-words";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { RefundItem } from "@/lib/payments/list-refunds";
import { formatMoney } from "@/lib/platform/format";
import { StepForm } from "../../bookings/step-form";
import { payBack } from "../actions";

const byHand = [
  { value: "mpesa", label: phrase("Sent by M-Pesa by hand") },
  { value: "cash", label: phrase("In cash") },
  { value: "card", label: phrase("By card") },
  { value: "other", label: phrase("Another way") },
];
const reversal = { value: "reversal", label: phrase("Have M-Pesa give it back") };

/** How it is given back. What was done by hand is only written down. */
export function PayForm({ refund, onLeave }: { refund: RefundItem; onLeave(): void }) {
  const say = useSay();
  const act = useAct("payments");
  const { id: refundId, amountMinor, currency, customerName, reversible, paidReceipt } = refund;
  const [method, setMethod] = useState(reversible ? "reversal" : "mpesa");
  const [state, setState] = useState({ busy: false, problem: "", fault: "" });
  const money = formatMoney(amountMinor, currency);
  const onSend = async (form: FormData) => {
    setState({ busy: true, problem: "", fault: "" });
    const given = { refundId, method, receipt: String(form.get("receipt") ?? "") };
    const answer = await act((tenantId) => payBack(tenantId, given));
    if (answer.ok)
      return void toast(
        answer.value.status === "done"
          ? say("{money} given back", { money })
          : say("M-Pesa is asked to give {money} back", { money }),
      );
    const fault = answer.fields?.receipt?.[0];
    setState({
      busy: false,
      problem: fault ? "" : answer.problem,
      fault: fault ? faultWords(say, say("The code"), fault) : "",
    });
  };
  return (
    <StepForm
      label={say("Give {money} back to {name}", { money, name: customerName ?? say("a walk-in") })}
      word={method === "reversal" ? say("Ask M-Pesa") : say("It is given back")}
      doing={say("Saving")}
      busy={state.busy}
      problem={state.problem}
      leave={say("Not now")}
      onSend={onSend}
      onLeave={onLeave}
    >
      <div className="grid max-w-96 gap-4">
        <SelectField
          name="method"
          label={say("How")}
          value={method}
          onChange={({ target }) => setMethod(target.value)}
          choices={(reversible ? [reversal, ...byHand] : byHand).map(({ value, label }) => ({
            value,
            label: say(label),
          }))}
          help={
            method === "reversal"
              ? say("It goes back to whoever paid {code}. That takes some minutes.", { code: paidReceipt ?? "" })
              : say("Do it first: here it is only written down.")
          }
        />
        {method === "mpesa" ? (
          <Field
            name="receipt"
            label={say("M-Pesa code of what you sent")}
            error={state.fault || undefined}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="max-w-48 uppercase"
          />
        ) : null}
      </div>
    </StepForm>
  );
}

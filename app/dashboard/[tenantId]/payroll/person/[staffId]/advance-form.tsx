"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import { typedAmount } from "@/lib/platform/typed-amount";
import { PaidFromField } from "../../../paid-from-field";
import { payAhead } from "../../actions";

/** Money before the period is over; taken off the payslip. */
export function AdvanceForm({ staffId, currency }: { staffId: string; currency: string }) {
  const say = useSay();
  const act = useAct("payroll");
  const [open, setOpen] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ amount, paidFrom, note }) =>
      act((tenantId) =>
        payAhead(tenantId, {
          ...{ staffId, paidFrom, note, key },
          amountMinor: Math.round(typedAmount(String(amount)) * 100),
        }),
      ),
    () => {
      toast(say("The advance is written down"));
      setKey(crypto.randomUUID());
      setOpen(false);
    },
  );
  if (!open)
    return (
      <Button className="justify-self-start" onClick={() => setOpen(true)}>
        {say("Give an advance")}
      </Button>
    );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Advance")} className="grid gap-4 border-t pt-4">
      <Field
        name="amount"
        label={say("Amount in {currency}", { currency })}
        error={errorOf("amountMinor", say("The amount"))}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        className="max-w-40"
      />
      <PaidFromField error={errorOf("paidFrom", say("Where it is paid from"))} />
      <Field
        name="note"
        label={say("What for")}
        error={errorOf("note", say("The note"))}
        maxLength={200}
        autoComplete="off"
      />
      <SendOrCancel problem={problem} busy={busy} word={say("Give it")} onCancel={() => setOpen(false)} />
    </form>
  );
}

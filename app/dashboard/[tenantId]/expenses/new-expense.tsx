"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useSWRConfig } from "swr";
import { sendFile } from "@/app/_components/data/send-file";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { SendingLine } from "@/app/_components/forms/sending-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import { mostWords } from "@/lib/expenses/rules";
import { typedAmount } from "@/lib/platform/typed-amount";
import { localDay } from "../bookings/local-day";
import { PaidFromField } from "../paid-from-field";
import { addExpense } from "./actions";
import { categoryChoices } from "./category-words";
import { closeExpense } from "./expense-address";
import { slipAddress } from "./expense-keys";
import { SlipField } from "./slip-field";

/** Amount, category, what for, a photo of the slip: done. */
export function NewExpense({ currency }: { currency: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const today = localDay(useNow(), tenant.timeZone);
  const { mutate } = useSWRConfig();
  const act = useAct("expenses");
  const mayAll = tenant.may.includes("expenses.manage");
  const [key] = useState(() => crypto.randomUUID());
  const [slip, setSlip] = useState<Blob | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const sendSlip = async (address: string, picture: Blob) => {
    setSent(0);
    const { ok } = await sendFile("PUT", address, picture, setSent);
    setSent(null);
    if (!ok) toast.error(say("The slip did not arrive. Open the expense and add it once more."));
  };
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ amount, category, description, paidFrom, day, every, until, forStock }) =>
      act(async (tenantId) => {
        const answer = await addExpense(tenantId, {
          ...{ category, description, paidFrom, day, every, until, key },
          amountMinor: Math.round(typedAmount(String(amount)) * 100),
          forStock: forStock === "on",
        });
        // Written down already: a slip that does not arrive can be added to it.
        if (answer.ok && slip) await sendSlip(slipAddress(tenantId, answer.value.id), slip);
        return answer;
      }),
    async () => {
      toast(say("The expense is written down"));
      closeExpense();
      await mutate((address) => typeof address === "string" && address.includes("/expenses"));
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Expense")} className="grid gap-5">
      <Field
        name="amount"
        label={say("Amount in {currency}", { currency })}
        error={errorOf("amountMinor", say("The amount"))}
        inputMode="decimal"
        autoComplete="off"
        className="max-w-40"
      />
      <SelectField
        name="category"
        label={say("Category")}
        defaultValue="supplies"
        choices={categoryChoices(say)}
        error={errorOf("category", say("The category"))}
      />
      <Field
        name="description"
        label={say("What for")}
        error={errorOf("description", say("What it was for"))}
        maxLength={mostWords}
        autoComplete="off"
      />
      <PaidFromField onlyDrawer={!mayAll} error={errorOf("paidFrom", say("Where it is paid from"))} />
      <div className="flex flex-wrap items-center gap-3">
        <SlipField word={slip ? say("Another photo") : say("Photo of the slip")} onPicked={setSlip} />
        {slip ? <p role="status">{say("A slip goes with it.")}</p> : null}
      </div>
      <label className="flex items-start gap-3">
        <input type="checkbox" name="forStock" className="mt-0.5 size-4 shrink-0 accent-accent" />
        <span>
          <span className="block font-medium">{say("It is for stock")}</span>
          <span className="block text-quiet">
            {say("What is bought to be used or sold costs when that is done, so it is not counted twice.")}
          </span>
        </span>
      </label>
      {mayAll ? (
        <details>
          <summary className="cursor-pointer font-medium">{say("More: another day, every month")}</summary>
          <div className="grid gap-5 pt-4">
            <Field
              name="day"
              type="date"
              label={say("Paid on")}
              defaultValue={today}
              max={today}
              error={errorOf("day", say("The day"))}
              className="max-w-44"
            />
            <SelectField
              name="every"
              label={say("Comes again")}
              choices={[
                { value: "", label: say("No") },
                { value: "week", label: say("Every week") },
                { value: "month", label: say("Every month") },
              ]}
              error={errorOf("every", say("How often"))}
            />
            <Field
              name="until"
              type="date"
              label={say("Comes for the last time by")}
              help={say("Empty when nobody knows yet.")}
              error={errorOf("until", say("The last day"))}
              className="max-w-44"
            />
          </div>
        </details>
      ) : null}
      <SendingLine sent={sent} words={{ label: say("Slip"), sending: say("Sending"), opening: say("Almost there") }} />
      <SendOrCancel problem={problem} busy={busy} word={say("Save")} onCancel={closeExpense} />
    </form>
  );
}

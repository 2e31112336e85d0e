"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { DueExpense } from "@/lib/expenses/list-expenses";
import { formatDay, formatMoney } from "@/lib/platform/format";
import { typedAmount } from "@/lib/platform/typed-amount";
import { PaidFromField } from "../paid-from-field";
import { noMore, notThisTime, paidDue } from "./actions";

const dayWords = (say: Say, day: string) => formatDay(`${day}T12:00:00Z`, "UTC", say.language);

/** `every week until Tue 24 Nov` */
function everyWords(say: Say, { every, untilDay }: DueExpense): string {
  if (!untilDay) return every === "week" ? say("every week") : say("every month");
  const until = dayWords(say, untilDay);
  return every === "week" ? say("every week until {until}", { until }) : say("every month until {until}", { until });
}

/** What comes again: due by today, or `later`. */
export function DueList({ due, currency, later }: { due: DueExpense[]; currency: string; later?: boolean }) {
  const say = useSay();
  const title = later ? say("Comes again") : say("Due");
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="font-semibold">{title}</h2>
      <ul className="divide-y border-y">
        {due.map((one) => (
          <li key={one.recurringId} className="grid gap-2 py-(--row)">
            <span className="flex justify-between gap-4">
              <span className="min-w-0">
                <span className="block break-words font-medium">{one.description}</span>
                <span className={`block tabular-nums ${later ? "text-quiet" : "text-requested"}`}>
                  {later
                    ? say("on {day}", { day: dayWords(say, one.dueDay) })
                    : say("since {day}", { day: dayWords(say, one.dueDay) })}
                  , {everyWords(say, one)}
                </span>
              </span>
              <span className="shrink-0 font-medium tabular-nums">{formatMoney(one.amountMinor, currency)}</span>
            </span>
            {later ? <EndIt one={one} /> : <DueForm one={one} currency={currency} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** It has been paid, with this amount, or it is not paid this time. */
function DueForm({ one, currency }: { one: DueExpense; currency: string }) {
  const say = useSay();
  const act = useAct("expenses");
  const [open, setOpen] = useState(false);
  const { recurringId, dueDay, description } = one;
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ amount, paidFrom }) =>
      act((tenantId) =>
        paidDue(tenantId, {
          ...{ recurringId, dueDay, paidFrom },
          amountMinor: Math.round(typedAmount(String(amount)) * 100),
        }),
      ),
    () => toast(say("{description} is written down", { description })),
  );
  const skip = async () => {
    const answer = await act((tenantId) => notThisTime(tenantId, { recurringId, dueDay }));
    if (answer.ok) toast(say("{description}: not this time", { description }));
    else toast.error(answer.problem);
  };
  if (!open)
    return (
      <span className="flex justify-end gap-2">
        <Button onClick={skip} aria-label={say("Not this time: {description}", { description })}>
          {say("Not this time")}
        </Button>
        <Button
          kind="primary"
          onClick={() => setOpen(true)}
          aria-label={say("It is paid: {description}", { description })}
        >
          {say("It is paid")}
        </Button>
      </span>
    );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={description} className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="amount"
          label={say("Amount in {currency}", { currency })}
          defaultValue={String(one.amountMinor / 100)}
          error={errorOf("amountMinor", say("The amount"))}
          inputMode="decimal"
          autoComplete="off"
        />
        <PaidFromField error={errorOf("paidFrom", say("Where it is paid from"))} />
      </div>
      <SendOrCancel problem={problem} busy={busy} word={say("Write it down")} onCancel={() => setOpen(false)} />
    </form>
  );
}

function EndIt({ one: { recurringId, description } }: { one: DueExpense }) {
  const say = useSay();
  const act = useAct("expenses");
  const [sure, setSure] = useState(false);
  const end = async () => {
    const answer = await act((tenantId) => noMore(tenantId, { recurringId }));
    if (answer.ok) toast(say("{description} comes no more", { description }));
    else toast.error(answer.problem);
  };
  return (
    <span className="flex justify-end gap-2">
      {sure ? <Button onClick={() => setSure(false)}>{say("Keep it")}</Button> : null}
      <Button
        kind="bare"
        onClick={sure ? end : () => setSure(true)}
        aria-label={say("End it: {description}", { description })}
      >
        {sure ? say("Yes, end it") : say("End it")}
      </Button>
    </span>
  );
}

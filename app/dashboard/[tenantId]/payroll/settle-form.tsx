"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import type { Payroll } from "@/lib/payroll/get-payroll";
import { formatMoney } from "@/lib/platform/format";
import { settlePay } from "./actions";
import { daysWords } from "./pay-words";

/** Settles the days up to one that is named, after one more look at what that comes to. */
export function SettleForm({ payroll }: { payroll: Payroll }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("payroll");
  const { push } = useRouter();
  const { from, to, today, seen, people, currency } = payroll;
  const base = `/dashboard/${tenant.id}/payroll`;
  const [asking, setAsking] = useState(false);
  const { busy, problem, onSubmit, errorOf } = useSend(
    () => act((tenantId) => settlePay(tenantId, { toDay: to, seen })),
    ({ id }) => {
      toast(say("The pay is settled"));
      push(`${base}/${id}`);
    },
  );
  const sum = people.reduce((minor, { payMinor }) => minor + payMinor, 0);
  return (
    <div className="grid gap-4">
      <form action={base} className="flex flex-wrap items-end gap-3" aria-label={say("Days")}>
        <Field
          key={to}
          name="to"
          type="date"
          label={say("Up to and with")}
          defaultValue={to}
          min={from}
          className="max-w-44"
          error={errorOf("toDay", say("The day"))}
        />
        <Button type="submit" size="large">
          {say("Show")}
        </Button>
      </form>
      {to > today ? (
        <p className="text-quiet">{say("These days are not over. Show them up to today, and they can be settled.")}</p>
      ) : asking ? (
        <form onSubmit={onSubmit} noValidate aria-label={say("Settle the pay")} className="grid gap-3 border-t pt-4">
          <p>
            {say.rich(
              "{people, plural, one {One payslip} other {{people} payslips}} for {days}, <sum>{money}</sum> to pay. Afterwards nothing of it changes: what is earned or given back later counts for the next period.",
              {
                people: people.length,
                days: daysWords(say, { from, to }),
                money: formatMoney(sum, currency),
                sum: (chunks) => <span className="font-medium tabular-nums">{chunks}</span>,
              },
            )}
          </p>
          <ProblemLine>{problem}</ProblemLine>
          <div className="flex justify-end gap-2">
            <Button size="large" onClick={() => setAsking(false)}>
              {say("Not yet")}
            </Button>
            <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
              {busy ? say("One moment") : say("Settle it")}
            </Button>
          </div>
        </form>
      ) : (
        <Button kind="primary" size="large" className="justify-self-end" onClick={() => setAsking(true)}>
          {say("Settle these days")}
        </Button>
      )}
    </div>
  );
}

"use client";

import { useState } from "react";
import { DeskNotice } from "@/app/_components/customers/desk-notice";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { SaleFacts } from "@/lib/till/get-sale";
import { askPhone, takeCode } from "../actions";

type Props = { sale: SaleFacts };

const waits: ReadonlySet<string> = new Set(["created", "submitting", "pending", "unknown"]);

/** How much of what is owed; less than all of it is a part payment. */
function useAmount({ owedMinor, currency }: SaleFacts) {
  const [typed, setTyped] = useState(String(owedMinor / 100));
  const minor = Math.round(typedAmount(typed) * 100);
  const words = Number.isNaN(minor) || minor <= 0 ? "" : formatMoney(minor, currency);
  return { typed, setTyped, minor, words };
}

/** The payer's phone is asked; it need not be the customer's own. */
export function PromptForm({ sale }: Props) {
  const say = useSay();
  const act = useAct("till");
  const { typed, setTyped, minor, words } = useAmount(sale);
  const asked = sale.payments.find(({ method, status }) => method === "prompt" && waits.has(status));
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ phone }) => act((tenantId) => askPhone(tenantId, { saleId: sale.id, amountMinor: minor, phone })),
    () => undefined,
  );
  if (asked)
    return (
      <div role="status" className="grid gap-1 rounded-control border p-4">
        <p className="font-medium">{say("Waiting for the phone")}</p>
        <p className="text-quiet tabular-nums">
          {say("{money} is asked for. The payer types their PIN; this follows by itself.", {
            money: formatMoney(asked.amountMinor, sale.currency),
          })}
        </p>
      </div>
    );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Pay: M-Pesa")} className="grid gap-4">
      <Field
        name="phone"
        label={say("Payer’s phone")}
        type="tel"
        defaultValue={sale.customer?.phone ?? ""}
        error={errorOf("phone", say("The phone"))}
        autoComplete="off"
      />
      <DeskNotice use={say("to ask that phone for the money")} />
      <Field
        name="amountMinor"
        label={say("Amount in {currency}", { currency: sale.currency })}
        help={say("Less than all of it is a part payment.")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        error={errorOf("amountMinor", say("The amount"))}
        inputMode="decimal"
        autoComplete="off"
        className="text-lg font-semibold tabular-nums"
      />
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" kind="primary" className="h-14 w-full text-md tabular-nums" aria-disabled={busy}>
        {busy ? say("One moment") : words ? say("Ask the phone for {money}", { money: words }) : say("Ask the phone")}
      </Button>
    </form>
  );
}

/** It was paid by itself: the code of the message says so. */
export function CodeForm({ sale }: Props) {
  const say = useSay();
  const act = useAct("till");
  const { typed, setTyped, minor, words } = useAmount(sale);
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ code }) => act((tenantId) => takeCode(tenantId, { saleId: sale.id, amountMinor: minor, code })),
    () => undefined,
  );
  const { mpesa } = sale;
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Pay: M-Pesa code")} className="grid gap-4">
      {mpesa ? (
        <p className="text-quiet">
          {say.rich("Paid to {kind} <where>{number}</where>", {
            kind: mpesa.kind,
            number: mpesa.number,
            where: (chunks) => <span className="font-medium text-ink tabular-nums">{chunks}</span>,
          })}
        </p>
      ) : null}
      <Field
        name="amountMinor"
        label={say("Amount in {currency}", { currency: sale.currency })}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        error={errorOf("amountMinor", say("The amount"))}
        inputMode="decimal"
        autoComplete="off"
        className="text-lg font-semibold tabular-nums"
      />
      <Field
        name="code"
        label={say("Code of the message")}
        help={say("Ten letters and digits. Until something vouches for it, it is counted apart.")}
        error={errorOf("code", say("The code"))}
        maxLength={20}
        autoComplete="off"
        autoCapitalize="characters"
      />
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" kind="primary" className="h-14 w-full text-md tabular-nums" aria-disabled={busy}>
        {busy ? say("One moment") : words ? say("Take {money}", { money: words }) : say("Take the payment")}
      </Button>
    </form>
  );
}

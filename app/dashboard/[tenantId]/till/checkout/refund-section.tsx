"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { SaleFacts, SaleRefund } from "@/lib/till/get-sale";
import { mostTillReason, type RefundMethod, refundMethods } from "@/lib/till/rules";
import { methodWord, methodWords } from "../../method-words";
import { askBack, giveBack } from "../money-actions";
import { RefundSteps } from "../refund-steps";

/** What was given back of it or is asked for, and the way to ask. */
export function RefundSection({ sale }: { sale: SaleFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  const [asking, setAsking] = useState(false);
  const { refunds, refundableMinor } = sale;
  const may = tenant.may.includes("refunds.ask") && refundableMinor > 0;
  if (refunds.length === 0 && !may) return null;
  return (
    <section aria-labelledby="refunds-title" className="grid gap-3">
      <h3 id="refunds-title" className="font-medium">
        {say("Given back")}
      </h3>
      {refunds.length > 0 ? (
        <ul className="divide-y border-y">
          {refunds.map((refund) => (
            <Refunded key={refund.id} refund={refund} currency={sale.currency} />
          ))}
        </ul>
      ) : null}
      {asking ? (
        <RefundForm sale={sale} onLeave={() => setAsking(false)} />
      ) : may ? (
        <Button size="large" className="justify-self-start" onClick={() => setAsking(true)}>
          {say("Give money back")}
        </Button>
      ) : null}
    </section>
  );
}

const standing: Record<string, Phrase> = {
  asked: phrase("waits for an owner or a manager"),
  queued: phrase("waits among the refunds"),
  approved: phrase("on its way to M-Pesa"),
  submitting: phrase("on its way to M-Pesa"),
  submitted: phrase("M-Pesa is giving it back"),
  needs_review: phrase("not known whether it went"),
  withdrawn: phrase("not given back"),
  failed: phrase("did not go through"),
};

function Refunded({ refund, currency }: { refund: SaleRefund; currency: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { id, amountMinor, method, status, note, receipt, askedBy, approvedBy, at } = refund;
  const stands = standing[status];
  return (
    <li className="grid gap-2 py-2">
      <div className="flex justify-between gap-4">
        <span className="min-w-0">
          <span className="block font-medium">
            {methodWord(say, method)}
            {receipt ? <span className="font-normal text-quiet"> {receipt}</span> : null}
          </span>
          {askedBy && note ? <span className="block break-words text-quiet">“{note}”</span> : null}
          <span className="block text-quiet tabular-nums">
            {stands ? say(stands) : formatDayTime(at, tenant.timeZone, say.language)}
            {approvedBy ? `, ${approvedBy}` : askedBy ? `, ${say("asked by {name}", { name: askedBy })}` : ""}
          </span>
        </span>
        <span className={`shrink-0 tabular-nums ${status === "withdrawn" ? "text-quiet line-through" : ""}`}>
          {formatMoney(amountMinor, currency)}
        </span>
      </div>
      {status === "asked" ? <RefundSteps refundId={id} method={method} own={refund.own} /> : null}
    </li>
  );
}

const isMethod = (text: string): text is RefundMethod => (refundMethods as readonly string[]).includes(text);

function RefundForm({ sale, onLeave }: { sale: SaleFacts; onLeave(): void }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("till");
  const [key] = useState(() => crypto.randomUUID());
  const [method, setMethod] = useState<RefundMethod>("cash");
  const mayDecide = tenant.may.includes("refunds.approve");
  // What is sent by M-Pesa has a code only once it was sent: it is written down then.
  const decides = mayDecide && method !== "mpesa";
  // Of a sale that is still being paid there is nothing to return.
  const [again, setAgain] = useState(sale.status === "open");
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ amount, reason }) =>
      act<unknown>((tenantId) =>
        (decides ? giveBack : askBack)(tenantId, {
          saleId: sale.id,
          amountMinor: Math.round(typedAmount(String(amount)) * 100),
          method,
          owedAgain: again,
          reason,
          key,
        }),
      ),
    (given) => {
      const waits = typeof given === "object" && given !== null && "waits" in given && given.waits;
      toast(
        !mayDecide
          ? say("An owner or a manager decides")
          : waits
            ? say("Another owner or manager decides")
            : decides
              ? say("Given back")
              : say("Send it, then write its code down"),
      );
      onLeave();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Give money back")} className="grid gap-4">
      <Field
        name="amount"
        label={say("Amount in {currency}", { currency: sale.currency })}
        help={say("At most {money}.", { money: formatMoney(sale.refundableMinor, sale.currency) })}
        defaultValue={String(sale.refundableMinor / 100)}
        error={errorOf("amountMinor", say("The amount"))}
        inputMode="decimal"
        autoComplete="off"
        className="max-w-40"
      />
      <SelectField
        name="method"
        label={say("How it goes back")}
        value={method}
        onChange={({ target }) => isMethod(target.value) && setMethod(target.value)}
        choices={refundMethods.map((one) => ({ value: one, label: say(methodWords[one]) }))}
      />
      {sale.status === "open" ? null : (
        <SelectField
          name="why"
          label={say("What it is")}
          value={again ? "again" : "returned"}
          onChange={({ target }) => setAgain(target.value === "again")}
          choices={[
            { value: "returned", label: say("Returned, or not as it should be") },
            { value: "again", label: say("Taken by mistake: it is owed again") },
          ]}
        />
      )}
      <Field
        name="reason"
        label={say("Why")}
        error={errorOf("reason", say("The reason"))}
        maxLength={mostTillReason}
        autoComplete="off"
      />
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex gap-2">
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? say("One moment") : decides ? say("Give it back") : say("Ask for it")}
        </Button>
        <Button kind="bare" size="large" onClick={onLeave}>
          {say("Cancel")}
        </Button>
      </div>
    </form>
  );
}

"use client";

import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { useDraft } from "@/app/_components/data/use-draft";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import type { SubscriptionFacts } from "@/lib/subscriptions/get-subscription";
import { lineWords } from "@/lib/subscriptions/invoice-words";
import { useSaveBy } from "../../use-save";
import { choose, pay } from "./actions";
import { promptWords } from "./plan-words";

const asking = new Set(["created", "submitting", "pending"]);

/** What is due, and the phone that is asked for it. */
export function PayForm({ facts, manages }: { facts: SubscriptionFacts; manages: boolean }) {
  const say = useSay();
  const { open, account, payerPhone } = facts;
  const { shown, set, forget } = useDraft({ phone: payerPhone ?? "" });
  const { busy, problem, onSubmit, errorOf } = useSaveBy(useAct("subscription"), { touched: true, forget });
  const withdraw = useDoing(useAct("subscription"));
  if (!open) return null;
  const isAsking = asking.has(open.prompt ?? "");
  const amount = formatMoney(open.amountMinor, open.currency);
  const words = promptWords(say, open.prompt);
  return (
    <form
      onSubmit={onSubmit((tenantId) => pay(tenantId, { phone: shown.phone, expectedMinor: open.amountMinor }))}
      noValidate
      aria-label={say("Pay")}
      className="grid gap-4 rounded-panel border border-line bg-wash p-4"
    >
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
        {open.lines.map(({ text, amountMinor }) => (
          <div key={text} className="contents">
            <dt>{lineWords(text, say.language)}</dt>
            <dd className="text-right tabular-nums">{formatMoney(amountMinor, open.currency)}</dd>
          </div>
        ))}
        <div className="contents font-semibold">
          <dt>{say("To pay")}</dt>
          <dd className="text-right tabular-nums">{amount}</dd>
        </div>
      </dl>
      {manages && account?.prompts ? (
        <>
          <Field
            name="phone"
            label={say("M-Pesa number")}
            help={say("It is asked for its PIN now, and again when the next invoice is due.")}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            value={shown.phone}
            onChange={({ target }) => set({ phone: target.value })}
            error={errorOf("phone", say("M-Pesa number"))}
          />
          <Button type="submit" kind="primary" size="large" aria-disabled={busy || isAsking}>
            {busy || isAsking ? say("Asking the phone") : say("Pay {amount}", { amount })}
          </Button>
        </>
      ) : manages ? (
        <p>
          {account
            ? account.kind === "till"
              ? say("Pay {amount} to till {number} and write to us: we mark it as paid.", {
                  amount,
                  number: account.number,
                })
              : say("Pay {amount} to PayBill {number} and write to us: we mark it as paid.", {
                  amount,
                  number: account.number,
                })
            : say("Write to whoever runs this installation: they say how it is paid.")}
        </p>
      ) : (
        <p className="text-quiet">{say("An owner pays it.")}</p>
      )}
      {manages && open.kind === "change" && !isAsking ? (
        <Button
          size="large"
          onClick={() => withdraw.run((tenantId) => choose(tenantId, facts.chosen))}
          aria-disabled={withdraw.busy}
        >
          {say("Leave it as it was")}
        </Button>
      ) : null}
      <p role="status" className="text-quiet empty:hidden">
        {words ?? ""}
      </p>
      <ProblemLine>{problem || withdraw.problem}</ProblemLine>
    </form>
  );
}

"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { SaleFacts } from "@/lib/till/get-sale";
import { mostSlip, mostTillReason, quickCash } from "@/lib/till/rules";
import { take, voidIt } from "../actions";
import { closeCheckout } from "./checkout-address";
import { CodeForm, PromptForm } from "./mpesa-forms";
import { RefundSection } from "./refund-section";
import { TenderList } from "./tender-list";

type Props = { sale: SaleFacts; change: number; onTaken(changeMinor: number): void; onChange(): void };

const ways = {
  cash: phrase("Cash"),
  prompt: phrase("M-Pesa"),
  code: phrase("M-Pesa code"),
  card: phrase("Card"),
  other: phrase("Other"),
};
type Way = keyof typeof ways;

/** What is left to pay, large; and the ways to pay it, as many as it takes. */
export function PayStep({ sale, change, onTaken, onChange }: Props) {
  const say = useSay();
  const [way, setWay] = useState<Way>("cash");
  const { owedMinor, totalMinor, paidMinor, currency } = sale;
  const money = (minor: number) => formatMoney(minor, currency);
  // Where no phone can be asked, only its code tells of it.
  const shown = (Object.keys(ways) as Way[]).filter((one) => one !== "prompt" || sale.mpesa?.prompts);
  return (
    <div className="grid gap-6">
      <div role="status" className="grid gap-1">
        <p className="text-quiet">{say("Left to pay")}</p>
        <p className="text-xl font-semibold tabular-nums" data-testid="left-to-pay">
          {money(owedMinor)}
        </p>
        {sale.voucher ? (
          <p className="text-quiet tabular-nums">
            {sale.voucher.kind === "gift"
              ? say("Hand over: {name}", { name: sale.voucher.name })
              : say("Reward: {name}, {money} off", {
                  name: sale.voucher.name,
                  money: money(sale.voucher.offMinor),
                })}
          </p>
        ) : null}
        {paidMinor > 0 ? (
          <p className="text-quiet tabular-nums">
            {say("{paid} of {total} is paid", { paid: money(paidMinor), total: money(totalMinor) })}
          </p>
        ) : null}
        {change > 0 ? (
          <p className="text-lg font-semibold tabular-nums">{say("Give {money} change", { money: money(change) })}</p>
        ) : null}
      </div>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 font-medium">{say("How it is paid")}</legend>
        <div className={`grid gap-2 ${shown.length === 4 ? "grid-cols-2" : "grid-cols-3"}`}>
          {shown.map((value) => (
            <label
              key={value}
              className="grid h-11 cursor-pointer place-items-center rounded-control border border-edge font-medium has-checked:border-accent has-checked:bg-wash has-focus-visible:outline-2"
            >
              <input
                type="radio"
                name="way"
                value={value}
                checked={way === value}
                onChange={() => setWay(value)}
                className="sr-only"
              />
              {say(ways[value])}
            </label>
          ))}
        </div>
      </fieldset>
      {way === "prompt" ? (
        <PromptForm key={owedMinor} sale={sale} />
      ) : way === "code" ? (
        <CodeForm key={owedMinor} sale={sale} />
      ) : (
        <TakeForm key={`${way} ${owedMinor} ${sale.revision}`} way={way} sale={sale} onTaken={onTaken} />
      )}
      <TenderList sale={sale} />
      {paidMinor > 0 ? <RefundSection sale={sale} /> : null}
      <Leave sale={sale} onChange={onChange} />
    </div>
  );
}

function TakeForm({
  way,
  sale,
  onTaken,
}: {
  way: Exclude<Way, "prompt" | "code">;
  sale: SaleFacts;
  onTaken(changeMinor: number): void;
}) {
  const say = useSay();
  const act = useAct("till");
  const [key] = useState(() => crypto.randomUUID());
  const { owedMinor, currency } = sale;
  // As it was when the amount was read out, not as it may have become under the finger.
  const [seen] = useState(sale.revision);
  const [typed, setTyped] = useState(String(owedMinor / 100));
  const minor = Math.round(typedAmount(typed) * 100);
  const isCash = way === "cash";
  // Less than is owed is a part of it; of cash what is more is given back.
  const amountMinor = isCash ? Math.min(minor, owedMinor) : minor;
  const change = isCash ? Math.max(0, minor - owedMinor) : 0;
  const money = (amount: number) => formatMoney(amount, currency);
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ slip }) =>
      act((tenantId) =>
        take(tenantId, {
          saleId: sale.id,
          method: way,
          amountMinor,
          ...(isCash ? { tenderedMinor: minor } : {}),
          ...(typeof slip === "string" && slip ? { slip } : {}),
          revision: seen,
          key,
        }),
      ),
    ({ changeMinor }) => onTaken(changeMinor),
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Pay: {way}", { way: say(ways[way]) })} className="grid gap-4">
      <Field
        name="amountMinor"
        label={
          isCash ? say("Cash handed over, in {currency}", { currency }) : say("Amount in {currency}", { currency })
        }
        help={isCash ? undefined : say("Less than all of it is a part payment.")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        error={errorOf("amountMinor", say("The amount")) || errorOf("tenderedMinor", say("The cash"))}
        inputMode="decimal"
        autoComplete="off"
        className="text-lg font-semibold tabular-nums"
      />
      {isCash ? (
        <div className="flex flex-wrap gap-2">
          {quickCash(owedMinor).map((amount) => (
            <Button
              key={amount}
              size="large"
              className="tabular-nums"
              aria-pressed={minor === amount}
              onClick={() => setTyped(String(amount / 100))}
            >
              {amount === owedMinor ? say("Exactly") : formatMoney(amount, "").trim()}
            </Button>
          ))}
        </div>
      ) : (
        <Field
          name="slip"
          label={way === "card" ? say("Code on the slip") : say("How it was paid")}
          help={way === "card" ? say("If you keep slips.") : say("A voucher, a bank transfer.")}
          error={errorOf("slip", say("It"))}
          maxLength={mostSlip}
          autoComplete="off"
        />
      )}
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" kind="primary" className="h-14 w-full text-md tabular-nums" aria-disabled={busy}>
        {busy
          ? say("One moment")
          : Number.isNaN(minor) || minor <= 0
            ? say("Take the payment")
            : change > 0
              ? say("Take {money}, give {change} back", {
                  money: money(amountMinor),
                  change: money(change),
                })
              : say("Take {money}", { money: money(amountMinor) })}
      </Button>
    </form>
  );
}

/** Ways out that are not the usual one. */
function Leave({ sale, onChange }: { sale: SaleFacts; onChange(): void }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("till");
  const [asking, setAsking] = useState(false);
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ reason }) => act((tenantId) => voidIt(tenantId, { saleId: sale.id, reason })),
    closeCheckout,
  );
  if (asking)
    return (
      <form onSubmit={onSubmit} noValidate aria-label={say("Void the sale")} className="grid gap-3 border-t pt-5">
        <Field
          name="reason"
          label={say("Why it is void")}
          error={errorOf("reason", say("The reason"))}
          maxLength={mostTillReason}
          autoComplete="off"
          autoFocus
        />
        <ProblemLine>{problem}</ProblemLine>
        <div className="flex gap-2">
          <Button type="submit" size="large" className="text-danger" aria-disabled={busy}>
            {say("Void it")}
          </Button>
          <Button kind="bare" size="large" onClick={() => setAsking(false)}>
            {say("Keep it")}
          </Button>
        </div>
      </form>
    );
  const kept = sale.payments.some(({ method, status }) => method !== "deposit" && status === "paid");
  return (
    <div className="flex flex-wrap items-center gap-2 border-t pt-5">
      <Button size="large" onClick={onChange}>
        {say("Change what is sold")}
      </Button>
      {sale.bookingId ? (
        <Button size="large" asChild>
          <a href={`/dashboard/${tenant.id}/bookings?booking=${sale.bookingId}`}>{say("The booking")}</a>
        </Button>
      ) : null}
      {kept ? null : (
        <Button size="large" kind="bare" className="text-danger" onClick={() => setAsking(true)}>
          {say("Void the sale")}
        </Button>
      )}
    </div>
  );
}

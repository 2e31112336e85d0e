"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
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

const ways = { cash: "Cash", prompt: "M-Pesa", code: "M-Pesa code", card: "Card", other: "Other" } as const;
type Way = keyof typeof ways;

/** What is left to pay, large; and the ways to pay it, as many as it takes. */
export function PayStep({ sale, change, onTaken, onChange }: Props) {
  const [way, setWay] = useState<Way>("cash");
  const { owedMinor, totalMinor, paidMinor, currency } = sale;
  const money = (minor: number) => formatMoney(minor, currency);
  // Where no phone can be asked, only its code tells of it.
  const shown = (Object.keys(ways) as Way[]).filter((one) => one !== "prompt" || sale.mpesa?.prompts);
  return (
    <div className="grid gap-6">
      <div role="status" className="grid gap-1">
        <p className="text-quiet">Left to pay</p>
        <p className="text-xl font-semibold tabular-nums" data-testid="left-to-pay">
          {money(owedMinor)}
        </p>
        {sale.voucher ? (
          <p className="text-quiet tabular-nums">
            {sale.voucher.kind === "gift"
              ? `Hand over: ${sale.voucher.name}`
              : `Reward: ${sale.voucher.name}, ${money(sale.voucher.offMinor)} off`}
          </p>
        ) : null}
        {paidMinor > 0 ? (
          <p className="text-quiet tabular-nums">
            {money(paidMinor)} of {money(totalMinor)} is paid
          </p>
        ) : null}
        {change > 0 ? <p className="text-lg font-semibold tabular-nums">Give {money(change)} change</p> : null}
      </div>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 font-medium">How it is paid</legend>
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
              {ways[value]}
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
    <form onSubmit={onSubmit} noValidate aria-label={`Pay: ${ways[way]}`} className="grid gap-4">
      <Field
        name="amountMinor"
        label={isCash ? `Cash handed over, in ${currency}` : `Amount in ${currency}`}
        help={isCash ? undefined : "Less than all of it is a part payment."}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        error={errorOf("amountMinor", "The amount") || errorOf("tenderedMinor", "The cash")}
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
              {amount === owedMinor ? "Exactly" : formatMoney(amount, "").trim()}
            </Button>
          ))}
        </div>
      ) : (
        <Field
          name="slip"
          label={way === "card" ? "Code on the slip" : "How it was paid"}
          help={way === "card" ? "If you keep slips." : "A voucher, a bank transfer."}
          error={errorOf("slip", "It")}
          maxLength={mostSlip}
          autoComplete="off"
        />
      )}
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" kind="primary" className="h-14 w-full text-md tabular-nums" aria-disabled={busy}>
        {busy
          ? "One moment"
          : Number.isNaN(minor) || minor <= 0
            ? "Take the payment"
            : change > 0
              ? `Take ${money(amountMinor)}, give ${money(change)} back`
              : `Take ${money(amountMinor)}`}
      </Button>
    </form>
  );
}

/** Ways out that are not the usual one. */
function Leave({ sale, onChange }: { sale: SaleFacts; onChange(): void }) {
  const { tenant } = useShell();
  const act = useAct("till");
  const [asking, setAsking] = useState(false);
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ reason }) => act((tenantId) => voidIt(tenantId, { saleId: sale.id, reason })),
    closeCheckout,
  );
  if (asking)
    return (
      <form onSubmit={onSubmit} noValidate aria-label="Void the sale" className="grid gap-3 border-t pt-5">
        <Field
          name="reason"
          label="Why it is void"
          error={errorOf("reason", "The reason")}
          maxLength={mostTillReason}
          autoComplete="off"
          autoFocus
        />
        <ProblemLine>{problem}</ProblemLine>
        <div className="flex gap-2">
          <Button type="submit" size="large" className="text-danger" aria-disabled={busy}>
            Void it
          </Button>
          <Button kind="bare" size="large" onClick={() => setAsking(false)}>
            Keep it
          </Button>
        </div>
      </form>
    );
  const kept = sale.payments.some(({ method, status }) => method !== "deposit" && status === "paid");
  return (
    <div className="flex flex-wrap items-center gap-2 border-t pt-5">
      <Button size="large" onClick={onChange}>
        Change what is sold
      </Button>
      {sale.bookingId ? (
        <Button size="large" asChild>
          <a href={`/dashboard/${tenant.id}/bookings?booking=${sale.bookingId}`}>The booking</a>
        </Button>
      ) : null}
      {kept ? null : (
        <Button size="large" kind="bare" className="text-danger" onClick={() => setAsking(true)}>
          Void the sale
        </Button>
      )}
    </div>
  );
}

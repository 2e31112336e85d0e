"use client";

import { type FormEvent, useState } from "react";
import { faultWords } from "@/app/_components/forms/fault-words";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import { typedAmount } from "@/lib/platform/typed-amount";
import { type Discount, deskDiscountPercent, discountOf, lineTotal, mostTillReason } from "@/lib/till/rules";
import type { Start } from "@/lib/till/start-sale";
import { AddLine } from "./add-line";
import { BasketRow } from "./basket-row";

export type BasketLine = {
  key: string;
  kind: "service" | "product";
  lineId?: string;
  serviceId?: string | null;
  productId?: string | null;
  name: string;
  staffId: string | null;
  unitMinor: number;
  quantity: number;
};
/** As it is typed. */
export type Basket = {
  lines: BasketLine[];
  discount: string;
  discountKind: "percent" | "fixed";
  reason: string;
  /** A customer's code. */
  voucher: string;
  tip: string;
};

const exampleCode = "7K4M-X2PQ";

const minor = (typed: string) => Math.round(typedAmount(typed) * 100);

/** NaN where it is no number: the server names the field. */
const discountIn = ({ discount, discountKind }: Basket): Discount | undefined => {
  if (discount.trim() === "") return undefined;
  return discountKind === "percent"
    ? { kind: "percent", percent: typedAmount(discount) }
    : { kind: "fixed", amountMinor: minor(discount) };
};

/** The same as the server wants it. */
export const soldOf = (basket: Basket) => ({
  lines: basket.lines.map(({ lineId, serviceId, productId, staffId, quantity }) => ({
    ...(lineId ? { lineId } : productId ? { productId } : { serviceId }),
    ...(staffId ? { staffId } : {}),
    quantity,
  })),
  discount: discountIn(basket),
  discountReason: basket.reason,
  voucher: basket.voucher,
  tipMinor: basket.tip.trim() === "" ? 0 : minor(basket.tip),
});

type State = { busy: boolean; problem: string; fields: Record<string, string[]>; tooFew: boolean };
const fresh: State = { busy: false, problem: "", fields: {}, tooFew: false };

type Props = {
  start: Pick<Start, "services" | "products" | "staff" | "currency" | "depositMinor">;
  from: Basket;
  /** `below`: although the shelf says that there is not enough. */
  onSave(basket: Basket, below: boolean): Promise<ActionAnswer<unknown>>;
  onLeave?: () => void;
};

/** What is sold, what is let off, what is given on top; and what it comes to, always in sight. */
export function BasketForm({ start, from, onSave, onLeave }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const [basket, setBasket] = useState(from);
  const [letOff, setLetOff] = useState(from.discount !== "");
  const [coded, setCoded] = useState(from.voucher !== "");
  const [{ busy, problem, fields, tooFew }, setState] = useState<State>(fresh);
  const set = (more: Partial<Basket>) => {
    setBasket({ ...basket, ...more });
    // What was wrong was wrong with what was there before.
    if (problem) setState({ ...fresh, busy });
  };
  const { lines } = basket;
  const { currency } = start;
  const sold = lines.reduce((sum, line) => sum + lineTotal(line), 0);
  const off = discountOf(sold, discountIn(basket)) || 0;
  const tip = basket.tip.trim() === "" ? 0 : minor(basket.tip) || 0;
  const total = sold - off + tip;
  const errorOf = (name: string, label: string) => fields[name]?.[0] && faultWords(say, label, fields[name][0]);
  const save = async (below: boolean) => {
    if (busy) return;
    setState({ ...fresh, busy: true });
    const answer = await onSave(basket, below);
    const faults = answer.ok ? {} : (answer.fields ?? {});
    const shown = Object.keys(faults).some((name) => /^(discount|tip|voucher|lines$)/.test(name));
    setState({
      busy: false,
      problem: answer.ok || shown ? "" : answer.problem,
      fields: faults,
      tooFew: !answer.ok && answer.code === "not_enough",
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(false);
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label={say("What is sold")}
      className="grid min-h-full grid-rows-[1fr_auto] gap-6"
    >
      <div className="grid content-start gap-6">
        <div className="grid gap-3">
          {lines.length > 0 ? (
            <ul aria-label={say("Sold")} className="divide-y border-y">
              {lines.map((line) => (
                <BasketRow
                  key={line.key}
                  line={line}
                  staff={start.staff}
                  currency={currency}
                  onChange={(to) =>
                    set({ lines: lines.map((one) => (one.key === line.key ? { ...one, ...to } : one)) })
                  }
                  onRemove={() => set({ lines: lines.filter(({ key }) => key !== line.key) })}
                />
              ))}
            </ul>
          ) : null}
          <AddLine start={start} onAdd={(line) => set({ lines: [...lines, line] })} />
          <ProblemLine>{errorOf("lines", say("What is sold")) || ""}</ProblemLine>
        </div>
        <div className="grid gap-4">
          <Field
            name="tip"
            label={say("Tip in {currency}", { currency })}
            value={basket.tip}
            onChange={({ target }) => set({ tip: target.value })}
            error={errorOf("tipMinor", say("The tip"))}
            inputMode="decimal"
            autoComplete="off"
            placeholder="0"
            className="max-w-40"
          />
          {coded ? (
            <Field
              name="voucher"
              label={say("Reward code")}
              help={say("What it is worth comes off when you go on.")}
              value={basket.voucher}
              onChange={({ target }) => set({ voucher: target.value })}
              error={errorOf("voucher", say("The code"))}
              maxLength={40}
              autoCapitalize="characters"
              autoComplete="off"
              placeholder={exampleCode}
              className="max-w-48"
            />
          ) : null}
          {letOff ? (
            <fieldset className="grid gap-3">
              <legend className="sr-only">{say("Discount")}</legend>
              <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-3">
                <Field
                  name="discount"
                  label={say("Discount")}
                  value={basket.discount}
                  onChange={({ target }) => set({ discount: target.value })}
                  error={
                    errorOf("discount.percent", say("The discount")) ||
                    errorOf("discount.amountMinor", say("The discount")) ||
                    errorOf("discount", say("The discount"))
                  }
                  inputMode="decimal"
                  autoComplete="off"
                />
                <SelectField
                  name="discountKind"
                  label={say("In")}
                  value={basket.discountKind}
                  onChange={({ target }) => set({ discountKind: target.value === "fixed" ? "fixed" : "percent" })}
                  choices={[
                    { value: "percent", label: say("Percent") },
                    { value: "fixed", label: currency },
                  ]}
                />
              </div>
              <Field
                name="reason"
                label={say("Why it is let off")}
                help={
                  tenant.role === "front_desk"
                    ? say("Up to {percent} percent at the front desk.", { percent: deskDiscountPercent })
                    : undefined
                }
                value={basket.reason}
                onChange={({ target }) => set({ reason: target.value })}
                error={errorOf("discountReason", say("The reason"))}
                maxLength={mostTillReason}
                autoComplete="off"
              />
              <Button
                kind="bare"
                className="justify-self-start"
                onClick={() => {
                  setLetOff(false);
                  set({ discount: "", reason: "" });
                }}
              >
                {say("No discount")}
              </Button>
            </fieldset>
          ) : null}
          {(!letOff && tenant.may.includes("till.discount")) || !coded ? (
            <div className="flex flex-wrap gap-2">
              {coded ? null : <Button onClick={() => setCoded(true)}>{say("Reward code")}</Button>}
              {!letOff && tenant.may.includes("till.discount") ? (
                <Button onClick={() => setLetOff(true)}>{say("Discount")}</Button>
              ) : null}
            </div>
          ) : null}
        </div>
      </div>
      <div className="sticky -bottom-4 -mx-4 -mb-4 grid gap-3 border-t bg-surface px-4 py-3 md:-mx-6 md:px-6">
        <dl className="grid gap-1">
          {off > 0 || tip > 0 ? (
            <>
              <Sum term={say("Sold")} value={formatMoney(sold, currency)} />
              {off > 0 ? <Sum term={say("Discount")} value={`− ${formatMoney(off, currency)}`} /> : null}
              {tip > 0 ? <Sum term={say("Tip")} value={formatMoney(tip, currency)} /> : null}
            </>
          ) : null}
          {start.depositMinor > 0 ? (
            <Sum term={say("Deposit paid")} value={formatMoney(start.depositMinor, currency)} />
          ) : null}
          <div className="flex items-baseline justify-between gap-4">
            <dt className="font-medium">{say("Total")}</dt>
            <dd className="text-xl font-semibold tabular-nums" data-testid="basket-total">
              {formatMoney(total, currency)}
            </dd>
          </div>
        </dl>
        <ProblemLine>{problem}</ProblemLine>
        {tooFew && tenant.may.includes("stock.below") ? (
          <Button size="large" onClick={() => save(true)}>
            {say("Sell it all the same")}
          </Button>
        ) : null}
        <div className="flex justify-end gap-2">
          {onLeave ? (
            <Button size="large" kind="bare" onClick={onLeave}>
              {say("Leave it as it is")}
            </Button>
          ) : null}
          <Button
            type="submit"
            kind="primary"
            size="large"
            className={onLeave ? "" : "w-full"}
            aria-disabled={busy || lines.length === 0}
          >
            {busy
              ? say("One moment")
              : onLeave
                ? say("Save")
                : total === 0 && lines.length > 0
                  ? say("Finish")
                  : say("Take payment")}
          </Button>
        </div>
      </div>
    </form>
  );
}

const Sum = ({ term, value }: { term: string; value: string }) => (
  <div className="flex justify-between gap-4">
    <dt className="text-quiet">{term}</dt>
    <dd className="tabular-nums">{value}</dd>
  </div>
);

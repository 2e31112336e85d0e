"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import { Section } from "@/app/_components/section";
import { Field } from "@/app/_components/ui/field";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { FormEnd } from "../../form-end";
import { useSaveBy } from "../../use-save";
import type { MpesaProps } from "./mpesa-forms";

const kinds = [
  {
    value: "till",
    label: phrase("Till (Buy Goods)"),
    about: phrase("Customers type a till number and nothing else. It stands on your sticker under “Buy Goods”."),
  },
  {
    value: "paybill",
    label: phrase("PayBill"),
    about: phrase("Customers type a business number and then an account number, which we give them."),
  },
] as const;

/** Where customers send their money. */
export function NumberForm({ settings: { account }, doors, act }: MpesaProps) {
  const say = useSay();
  const draft = useDraft({
    kind: account?.kind ?? "till",
    number: account?.number ?? "",
    storeNumber: account?.storeNumber ?? "",
  });
  const { shown, set } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSaveBy(act, draft);
  const isTill = shown.kind === "till";
  const numberLabel = isTill ? say("Till number") : say("PayBill number");
  return (
    <form
      onSubmit={onSubmit((tenantId) => doors.setNumber(tenantId, isTill ? shown : { ...shown, storeNumber: "" }))}
      noValidate
      aria-label={say("Where you are paid")}
    >
      <Section
        title={say("Where you are paid")}
        about={say("Shown to customers who pay a deposit, and at the till. Changing it asks for your password.")}
      >
        <div className="grid gap-2" role="radiogroup" aria-label={say("Till or PayBill")}>
          {kinds.map(({ value, label, about }) => (
            <label key={value} className="flex items-start gap-3 py-1">
              <input
                type="radio"
                name="kind"
                value={value}
                checked={shown.kind === value}
                onChange={() => set({ kind: value })}
                className="mt-0.5 size-4 shrink-0 accent-accent"
              />
              <span className="grid">
                <span className="font-medium">{say(label)}</span>
                <span className="text-quiet">{say(about)}</span>
              </span>
            </label>
          ))}
        </div>
        <Field
          name="number"
          label={numberLabel}
          value={shown.number}
          onChange={({ target }) => set({ number: target.value })}
          error={errorOf("number", numberLabel)}
          inputMode="numeric"
          autoComplete="off"
          className="max-w-40"
        />
        {isTill ? (
          <Field
            name="storeNumber"
            label={say("Store number")}
            help={say(
              "Only needed to ask phones for money. On the M-Pesa organisation portal, beside the till; it is another number than the till’s.",
            )}
            value={shown.storeNumber}
            onChange={({ target }) => set({ storeNumber: target.value })}
            error={errorOf("storeNumber", say("Store number"))}
            inputMode="numeric"
            autoComplete="off"
            className="max-w-40"
          />
        ) : null}
        <FormEnd
          problem={problem}
          saved={saved}
          busy={busy}
          touched={draft.touched}
          word={say("Save number")}
          onForget={draft.forget}
        />
      </Section>
    </form>
  );
}

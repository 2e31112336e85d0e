"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import { Section } from "@/app/_components/section";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import { typedAmount } from "@/lib/platform/typed-amount";
import { vatWithin } from "@/lib/till/rules";
import { FormEnd } from "../../form-end";
import { useSave } from "../../use-save";
import { taxPrices } from "../actions";

/** The tax that prices hold: shown on receipts, kept apart in the books. */
export function VatForm({ vatPercent }: { vatPercent: number | null }) {
  const say = useSay();
  const draft = useDraft({ typed: vatPercent === null ? "" : String(vatPercent) });
  const { shown, set, touched } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSave("till", draft);
  const percent = shown.typed.trim() === "" ? null : typedAmount(shown.typed);
  const sane = percent !== null && Number.isInteger(percent) && percent > 0 && percent <= 50;
  return (
    <Section
      title={say("VAT")}
      about={say("Prices hold it already, so nobody pays more. Leave it empty if you are not registered.")}
    >
      <form
        onSubmit={onSubmit((tenantId) => taxPrices(tenantId, { vatPercent: percent }))}
        noValidate
        aria-label={say("VAT")}
        className="grid gap-4"
      >
        <Field
          name="vatPercent"
          label={say("Percent in the prices")}
          value={shown.typed}
          onChange={({ target }) => set({ typed: target.value })}
          help={
            sane
              ? say("Of KES 1,160 it is {money}.", { money: formatMoney(vatWithin(116_000, percent), "KES") })
              : say("In Kenya 16.")
          }
          error={errorOf("vatPercent", say("The percent"))}
          inputMode="numeric"
          autoComplete="off"
          className="max-w-28"
        />
        <FormEnd
          problem={problem}
          saved={saved}
          busy={busy}
          touched={touched}
          word={say("Save")}
          onForget={draft.forget}
        />
      </form>
    </Section>
  );
}

"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import type { HousePolicy } from "@/lib/bookings/get-policy";
import { termsWords } from "@/lib/bookings/terms";
import { formatMoney } from "@/lib/platform/format";
import { FeeField } from "../../fee-field";
import { FormEnd } from "../../form-end";
import type { TypedFee } from "../../typed-fee";
import { useSave } from "../../use-save";
import { setTerms } from "../actions";
import { termsOf, termsTyped } from "./typed-terms";
import { usePolicy } from "./use-policy";

/** What cancelling late and not coming cost. */
export function TermsForm() {
  const house = usePolicy();
  return house ? <Form house={house} /> : null;
}

/** What the example costs: enough that a percentage is told from an amount. */
const exampleMinor = 200_000;

function Form({ house: { policy, currency } }: { house: HousePolicy }) {
  const say = useSay();
  const { tenant } = useShell();
  const draft = useDraft(termsTyped(policy.cancellation));
  const { shown, set } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSave("settings", draft);
  const manages = tenant.may.includes("settings.manage");
  const terms = termsOf(shown);
  const fee = (name: "late" | "noShow", label: string) => ({
    name,
    label,
    currency,
    typed: shown[name],
    error:
      errorOf(["cancellation", name, "percent"].join("."), say("The percentage")) ??
      errorOf(["cancellation", name, "amountMinor"].join("."), say("The amount")),
    onType: (typed: TypedFee) => set({ [name]: typed }),
  });
  const words = terms && !hasNaN(terms) ? termsWords(terms, exampleMinor, currency, undefined, say.language) : "";
  return (
    <form
      onSubmit={onSubmit((tenantId) => setTerms(tenantId, { cancellation: terms }))}
      noValidate
      aria-label={say("Cancelling")}
      className="mt-8"
    >
      <fieldset disabled={!manages} className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <Section
          title={say("Cancelling and not coming")}
          about={say(
            "For those who book from now on; who has booked keeps what they accepted. Customers read it before they book and before they cancel.",
          )}
        >
          <FeeField {...fee("late", say("Cancelling late costs"))} />
          {shown.late.kind === "none" ? null : (
            <Field
              name="freeHours"
              label={say("Free until so many hours before")}
              value={shown.freeHours}
              onChange={(event) => set({ freeHours: event.target.value })}
              error={errorOf("cancellation.freeHours", say("Free until"))}
              inputMode="numeric"
              autoComplete="off"
              className="max-w-28"
            />
          )}
          <FeeField {...fee("noShow", say("Not coming costs"))} />
          <p role="status" className="border-l-2 border-line pl-3 text-quiet">
            {words
              ? say("On a booking of {amount} customers read: “{words}”", {
                  amount: formatMoney(exampleMinor, currency),
                  words,
                })
              : say("Customers cancel for nothing.")}
          </p>
          {manages ? (
            <FormEnd
              problem={problem}
              saved={saved}
              busy={busy}
              touched={draft.touched}
              word={say("Save what it costs")}
              onForget={draft.forget}
            />
          ) : null}
        </Section>
      </fieldset>
    </form>
  );
}

const hasNaN = (value: object): boolean =>
  Object.values(value).some((one) => (typeof one === "object" && one ? hasNaN(one) : Number.isNaN(one)));

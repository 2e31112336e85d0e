"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Field } from "@/app/_components/ui/field";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { depositFor, nobodyKnown } from "@/lib/bookings/deposit-rules";
import type { HousePolicy } from "@/lib/bookings/get-policy";
import { formatMoney } from "@/lib/platform/format";
import { weekdays, weekdayWords } from "@/lib/staff/rules";
import { FeeField } from "../../fee-field";
import { FormEnd } from "../../form-end";
import { isTypedWell, type TypedFee } from "../../typed-fee";
import { useSave } from "../../use-save";
import { setRules } from "../actions";
import { depositsOf, depositsTyped, type TypedDeposits } from "./typed-deposits";
import { usePolicy } from "./use-policy";

/** What is paid before a visit is promised, by who books and when. */
export function DepositsForm() {
  const house = usePolicy();
  return house ? <Form house={house} /> : null;
}

const exampleMinor = 200_000;

function Form({ house: { policy, currency, canBePaid } }: { house: HousePolicy }) {
  const say = useSay();
  const { tenant } = useShell();
  const draft = useDraft(depositsTyped(policy.deposits));
  const { shown, set } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSave("settings", draft);
  const manages = tenant.may.includes("settings.manage");
  const fee = (name: "newCustomers" | "afterNoShow" | "busyTimes", label: string, at: string) => ({
    name,
    label,
    currency,
    typed: shown[name],
    error:
      errorOf(["deposits", at, "percent"].join("."), say("The percentage")) ??
      errorOf(["deposits", at, "amountMinor"].join("."), say("The amount")),
    onType: (typed: TypedFee) => set({ [name]: typed }),
  });
  const text = (name: "days" | "from" | "to" | "trustedAfter", label: string, at: string) => ({
    name,
    label,
    value: shown[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    error: errorOf(`deposits.${at}`, label),
    autoComplete: "off",
    className: "max-w-28",
  });
  return (
    <form
      onSubmit={onSubmit((tenantId) => setRules(tenantId, { deposits: depositsOf(shown) }))}
      noValidate
      aria-label={say("Deposits")}
      className="mt-8"
    >
      <fieldset disabled={!manages} className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <Section
          title={say("Deposits")}
          about={say(
            "Paid by M-Pesa before a booking on your page is promised, besides what a service asks for itself. The largest that applies counts. What you book at the desk needs none.",
          )}
        >
          {canBePaid ? null : (
            <p className="border-l-2 border-requested pl-3">
              {say("Nothing is asked for yet: your business has no till or paybill number that customers can pay to.")}
            </p>
          )}
          <FeeField {...fee("newCustomers", say("Of who has never been here"), "newCustomers")} />
          <FeeField {...fee("afterNoShow", say("Of who did not come"), "afterNoShow.fee")} />
          {shown.afterNoShow.kind === "none" ? null : (
            <Field {...text("days", say("Within the last so many days"), "afterNoShow.days")} inputMode="numeric" />
          )}
          <FeeField {...fee("busyTimes", say("In busy times"), "busyTimes.fee")} />
          {shown.busyTimes.kind === "none" ? null : (
            <>
              <Weekdays
                chosen={shown.weekdays}
                error={errorOf("deposits.busyTimes.weekdays", say("The days"))}
                onChoose={(weekdays) => set({ weekdays })}
              />
              <div className="flex items-start gap-4">
                <Field {...text("from", say("From"), "busyTimes.from")} type="time" className="max-w-36" />
                <Field
                  {...text("to", say("To"), "busyTimes.to")}
                  type="time"
                  className="max-w-36"
                  help={say("0:00 is midnight.")}
                />
              </div>
            </>
          )}
          <Field
            {...text("trustedAfter", say("None after so many visits"), "trustedAfter")}
            inputMode="numeric"
            help={say("Whoever has come so often pays nothing beforehand. Empty is never.")}
          />
          <p role="status" className="border-l-2 border-line pl-3 text-quiet">
            {exampleOf(say, shown, currency)}
          </p>
          {manages ? (
            <FormEnd
              problem={problem}
              saved={saved}
              busy={busy}
              touched={draft.touched}
              word={say("Save deposits")}
              onForget={draft.forget}
            />
          ) : null}
        </Section>
      </fieldset>
    </form>
  );
}

function exampleOf(say: Say, typed: TypedDeposits, currency: string): string {
  if (![typed.newCustomers, typed.afterNoShow, typed.busyTimes].every(isTypedWell)) return say("Type how much.");
  const due = depositFor({
    lines: [{ priceMinor: exampleMinor, deposit: null }],
    policy: depositsOf(typed) ?? {},
    history: nobodyKnown,
    start: { weekday: -1, minute: 0 },
    at: new Date(0),
  });
  const price = formatMoney(exampleMinor, currency);
  return due
    ? say("For a visit of {price} somebody new pays {amount} when they book.", {
        price,
        amount: formatMoney(due, currency),
      })
    : say("For a visit of {price} somebody new pays nothing when they book, unless the service asks for it.", {
        price,
      });
}

type WeekdaysProps = { chosen: number[]; error: string | undefined; onChoose(days: number[]): void };

function Weekdays({ chosen, error, onChoose }: WeekdaysProps) {
  const say = useSay();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 font-medium">{say("On these days")}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {weekdays.map((day) => (
          <label key={day} className="flex min-h-9 items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={chosen.includes(day)}
              aria-invalid={error ? true : undefined}
              onChange={() =>
                onChoose(chosen.includes(day) ? chosen.filter((one) => one !== day) : [...chosen, day].sort())
              }
            />
            {say.known(weekdayWords[day]!)}
          </label>
        ))}
      </div>
      {error ? <p className="text-danger">{error}</p> : null}
    </fieldset>
  );
}

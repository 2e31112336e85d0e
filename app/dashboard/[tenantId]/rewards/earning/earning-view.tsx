"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useDraft } from "@/app/_components/data/use-draft";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { Switch } from "@/app/_components/ui/switch";
import { useSay } from "@/app/_words/use-say";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { RewardList } from "@/lib/rewards/list-rewards";
import { FormEnd } from "../../form-end";
import { ListLoading } from "../../list-loading";
import { useSave } from "../../use-save";
import { setEarning } from "../actions";
import { rewardsKey } from "../reward-keys";

export function EarningView() {
  const { tenant } = useShell();
  const { data } = useSWR<RewardList>(rewardsKey(tenant.id), fetchJson);
  return data ? <EarningForm list={data} /> : <ListLoading rows={6} />;
}

/** As it is typed; a service's rate is empty where it is the house's, and "0" where it earns nothing. */
type Typed = {
  active: boolean;
  shillings: string;
  days: string;
  referral: string;
  birthday: string;
  rates: Record<string, string>;
};

const typedOf = ({ rules }: RewardList): Typed => ({
  active: rules.active,
  shillings: String(rules.minorPerPoint / 100),
  days: rules.expiresAfterDays === null ? "" : String(rules.expiresAfterDays),
  referral: String(rules.referralPoints),
  birthday: rules.birthdayRewardId ?? "",
  rates: Object.fromEntries(
    rules.rates.map(({ serviceId, minorPerPoint }) => [
      serviceId,
      minorPerPoint === null ? "0" : String(minorPerPoint / 100),
    ]),
  ),
});

const minor = (typed: string) => Math.round(typedAmount(typed) * 100);

const wishOf = ({ active, shillings, days, referral, birthday, rates }: Typed) => ({
  active,
  minorPerPoint: minor(shillings),
  expiresAfterDays: days.trim() === "" ? null : typedAmount(days),
  referralPoints: referral.trim() === "" ? 0 : typedAmount(referral),
  birthdayRewardId: birthday || null,
  rates: Object.entries(rates)
    .filter(([, typed]) => typed.trim() !== "")
    .map(([serviceId, typed]) => ({ serviceId, minorPerPoint: typedAmount(typed) === 0 ? null : minor(typed) })),
});

function EarningForm({ list }: { list: RewardList }) {
  const say = useSay();
  const { tenant } = useShell();
  const draft = useDraft(typedOf(list));
  const { shown, set, touched } = draft;
  const { busy, saved, problem, fields, onSubmit, errorOf } = useSave("rewards", draft);
  const locked = !tenant.may.includes("rewards.manage");
  const ratesAreWrong = Object.keys(fields).some((name) => name.startsWith("rates"));
  return (
    <form
      onSubmit={onSubmit((tenantId) => setEarning(tenantId, wishOf(shown)))}
      noValidate
      aria-label={say("How points are earned")}
      className="grid max-w-240 grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-6 md:px-6 xl:pl-8"
    >
      <fieldset disabled={locked} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-8">
        <Section
          title={say("Points")}
          about={say("With every visit and product that is paid. Tips earn none, and refunds take theirs back.")}
        >
          <label htmlFor="rewards-on" className="flex items-center justify-between gap-4">
            <span className="font-medium">{say("Customers earn and turn in points")}</span>
            <Switch
              id="rewards-on"
              checked={shown.active}
              disabled={locked}
              onCheckedChange={(active) => set({ active })}
            />
          </label>
          <Field
            name="minorPerPoint"
            label={say("{currency} for one point", { currency: list.currency })}
            value={shown.shillings}
            onChange={({ target }) => set({ shillings: target.value })}
            error={errorOf("minorPerPoint", say("The amount"))}
            inputMode="decimal"
            autoComplete="off"
            className="max-w-32"
          />
          <Field
            name="expiresAfterDays"
            label={say("Points last so many days")}
            help={say("Empty for points that last for ever.")}
            value={shown.days}
            onChange={({ target }) => set({ days: target.value })}
            error={errorOf("expiresAfterDays", say("The days"))}
            inputMode="numeric"
            autoComplete="off"
            className="max-w-32"
          />
        </Section>
        <Section
          title={say("Services with a rate of their own")}
          about={say("{currency} for one point. Empty is as above, 0 earns nothing.", { currency: list.currency })}
        >
          <ul className="grid gap-2">
            {list.services.map(({ id, name }) => (
              <li key={id} className="grid grid-cols-[minmax(0,1fr)_6rem] items-center gap-3">
                <label htmlFor={`rate-${id}`} className="min-w-0 break-words">
                  {name}
                </label>
                <input
                  id={`rate-${id}`}
                  value={shown.rates[id] ?? ""}
                  onChange={({ target }) => set({ rates: { ...shown.rates, [id]: target.value } })}
                  placeholder={shown.shillings}
                  inputMode="decimal"
                  autoComplete="off"
                  className="h-11 w-full rounded-control border border-edge bg-surface px-3 text-right text-md tabular-nums placeholder:text-quiet"
                />
              </li>
            ))}
          </ul>
          {ratesAreWrong ? <p className="text-danger">{say("One of these is not an amount.")}</p> : null}
        </Section>
        <Section
          title={say("Friends")}
          about={say("Who brings somebody new, and who is brought, get these after the first paid visit.")}
        >
          <Field
            name="referralPoints"
            label={say("Points for each side")}
            help={say("0 for none.")}
            value={shown.referral}
            onChange={({ target }) => set({ referral: target.value })}
            error={errorOf("referralPoints", say("The points"))}
            inputMode="numeric"
            autoComplete="off"
            className="max-w-32"
          />
        </Section>
        <Section
          title={say("Birthdays")}
          about={say("Goes out at nine in the morning, to customers who allowed such messages.")}
        >
          <SelectField
            name="birthdayRewardId"
            label={say("On a birthday they get")}
            value={shown.birthday}
            onChange={({ target }) => set({ birthday: target.value })}
            error={errorOf("birthdayRewardId", say("The reward"))}
            choices={[
              { value: "", label: say("Nothing") },
              ...list.rewards
                .filter(({ id, active }) => active || id === shown.birthday)
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Section>
      </fieldset>
      {locked ? null : (
        <FormEnd
          problem={problem}
          saved={saved}
          busy={busy}
          touched={touched}
          word={say("Save")}
          onForget={draft.forget}
        />
      )}
    </form>
  );
}

"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useDraft } from "@/app/_components/data/use-draft";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Field } from "@/app/_components/ui/field";
import { Switch } from "@/app/_components/ui/switch";
import { useSay } from "@/app/_words/use-say";
import type { MissYouFacts } from "@/lib/campaigns/miss-you";
import { formatCalendarDate } from "@/lib/platform/format";
import { typedAmount } from "@/lib/platform/typed-amount";
import { FormEnd } from "../../form-end";
import { ListLoading } from "../../list-loading";
import { useSave } from "../../use-save";
import { CameAfter, ResultRow } from "../[campaignId]/campaign-results";
import { setAutomatic } from "../actions";
import { automaticKey } from "../campaign-keys";
import { WordsFields } from "../words-fields";

type Rewards = { id: string; name: string }[];

/** Who stays away for longer than they usually do is written to, by rules of the house. */
export function AutomaticForm({ rewards }: { rewards: Rewards }) {
  const { tenant } = useShell();
  const { data } = useSWR<MissYouFacts>(automaticKey(tenant.id), fetchJson);
  return data ? <Form facts={data} rewards={rewards} /> : <ListLoading rows={8} />;
}

const typedOf = ({ active, channel, subject, body, bodySw, rewardId, afterPercent, usualDays }: MissYouFacts) => ({
  ...{ active, channel, subject, body, bodySw, rewardId: rewardId ?? "" },
  ...{ times: String(afterPercent / 100), days: String(usualDays) },
});

const wishOf = ({ times, days, ...rest }: ReturnType<typeof typedOf>) => ({
  ...rest,
  afterPercent: Math.round(typedAmount(times) * 100),
  usualDays: typedAmount(days),
});

function Form({ facts, rewards }: { facts: MissYouFacts; rewards: Rewards }) {
  const say = useSay();
  const draft = useDraft(typedOf(facts));
  const { shown, set, touched } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSave("campaigns", draft);
  const { written, results, nextDay, active } = facts;
  const dayOf = (day: string) => formatCalendarDate(day, say.language);
  return (
    <form
      onSubmit={onSubmit((tenantId) => setAutomatic(tenantId, wishOf(shown)))}
      noValidate
      aria-label={say("We miss you")}
      className="grid max-w-240 grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-6 md:px-6 xl:pl-8"
    >
      <Section
        title={say("We miss you")}
        about={say(
          "Goes out at ten in the morning to customers who said yes to offers, once each time they stay away, and at most once in thirty days.",
        )}
      >
        <label htmlFor="miss-you" className="flex min-h-11 items-center justify-between gap-4">
          <span className="font-medium">{say("Write to customers who stay away")}</span>
          <Switch id="miss-you" checked={shown.active} onCheckedChange={(on) => set({ active: on })} />
        </label>
        {active && nextDay ? (
          <p className="text-quiet">{say("Looks next on {day}.", { day: dayOf(nextDay) })}</p>
        ) : null}
      </Section>
      <Section
        title={say("When somebody is missed")}
        about={say("By their own rhythm: the usual gap between their visits. Whoever has booked is not missed.")}
      >
        <Field
          name="afterPercent"
          label={say("After so many times their usual gap")}
          help={say("1.5 for a customer of every four weeks is six weeks.")}
          value={shown.times}
          onChange={({ target }) => set({ times: target.value })}
          error={errorOf("afterPercent", say("This number"))}
          inputMode="decimal"
          autoComplete="off"
          className="max-w-32"
        />
        <Field
          name="usualDays"
          label={say("Usual gap in days of who was here once")}
          value={shown.days}
          onChange={({ target }) => set({ days: target.value })}
          error={errorOf("usualDays", say("The days"))}
          inputMode="numeric"
          autoComplete="off"
          className="max-w-32"
        />
      </Section>
      <Section title={say("What they read")}>
        <WordsFields words={shown} set={set} errorOf={errorOf} rewards={rewards} />
        <FormEnd
          problem={problem}
          saved={saved}
          busy={busy}
          touched={touched}
          word={say("Save")}
          onForget={draft.forget}
        />
      </Section>
      <Section title={say("In the last ninety days")}>
        <dl className="divide-y border-y">
          <ResultRow term={say("Written to")} value={String(written)} />
          {written > 0 ? <CameAfter results={results} code={null} /> : null}
        </dl>
      </Section>
    </form>
  );
}

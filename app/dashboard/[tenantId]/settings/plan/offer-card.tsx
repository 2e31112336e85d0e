"use client";

import { Check } from "lucide-react";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { BillingInterval } from "@/db/schema/subscriptions";
import { formatMoney } from "@/lib/platform/format";
import type { Offer, SubscriptionFacts } from "@/lib/subscriptions/get-subscription";
import { limitWords } from "@/lib/subscriptions/rules";
import type { LimitName } from "@/lib/tenancy/plan-room";
import { choose } from "./actions";
import { quoteWords } from "./plan-words";

type Props = { offer: Offer; interval: BillingInterval; facts: SubscriptionFacts; manages: boolean };

/** A plan: what it costs and holds, and what choosing it does today. */
export function OfferCard({ offer, interval, facts, manages }: Props) {
  const say = useSay();
  const { busy, problem, run } = useDoing(useAct("subscription"));
  const { id: planId, name, about, currency } = offer;
  const quote = offer.quotes[interval];
  const isHad = facts.running && facts.planId === planId && facts.interval === interval;
  const isChosen = facts.chosen.planId === planId && facts.chosen.interval === interval;
  // What is asked for now, or comes next.
  const isOwn = isChosen && (facts.running || facts.open?.kind === "renewal");
  const mark = isHad ? say("Yours") : isOwn ? (facts.running ? say("Comes next") : say("To be paid")) : null;
  const price = formatMoney(interval === "month" ? offer.monthlyMinor : offer.yearlyMinor, currency);
  const tight = (Object.keys(limitWords) as LimitName[]).filter((limit) => {
    const most = offer[limit];
    return most !== null && facts.room[limit].used > most;
  });
  return (
    <li className={`grid content-start gap-3 rounded-panel border p-4 ${isOwn ? "border-accent" : "border-line"}`}>
      <div className="grid gap-0.5">
        <h3 className="flex items-baseline justify-between gap-2 font-semibold">
          {name}
          {mark ? <span className="text-xs font-medium text-accent">{mark}</span> : null}
        </h3>
        <p className="text-quiet">{about}</p>
      </div>
      <p>
        <span className="text-lg font-semibold tabular-nums">{price}</span>{" "}
        <span className="text-quiet">{interval === "month" ? say("a month") : say("a year")}</span>
      </p>
      <ul className="grid gap-1">
        {(Object.keys(limitWords) as LimitName[]).map((limit) => (
          <li key={limit} className="flex items-start gap-2">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
            <span>
              {offer[limit] === null
                ? say("Any number of {what}", { what: soldWords(say, limit) })
                : say("{count} {what}", { count: offer[limit], what: soldWords(say, limit) })}
            </span>
          </li>
        ))}
      </ul>
      {tight.length > 0 && !isOwn ? (
        <p className="text-quiet">
          {say("You have more {what} than it holds: what is there stays, and nothing is added.", {
            what: tight
              .map((limit) => say.known(limitWords[limit]))
              .reduce((first, second) => say("{first} and {second}", { first, second })),
          })}
        </p>
      ) : null}
      {manages && !isOwn ? (
        <>
          <Button
            size="large"
            onClick={() => run((tenantId) => choose(tenantId, { planId, interval, expectedMinor: quote.amountMinor }))}
            aria-disabled={busy}
            aria-label={say("Choose {name}", { name })}
          >
            {busy ? say("Choosing") : say("Choose")}
          </Button>
          <p className="text-quiet">{quoteWords(say, quote, currency, facts.dueOn)}</p>
        </>
      ) : null}
      <ProblemLine>{problem}</ProblemLine>
    </li>
  );
}

/** What is counted by the month is sold by the month. */
const soldWords = (say: Say, limit: LimitName): string =>
  limit === "messages" ? say("SMS a month") : say.known(limitWords[limit]);

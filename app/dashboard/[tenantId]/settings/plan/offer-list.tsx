"use client";

import { useState } from "react";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { BillingInterval } from "@/db/schema/subscriptions";
import type { SubscriptionFacts } from "@/lib/subscriptions/get-subscription";
import { OfferCard } from "./offer-card";

const intervals: { value: BillingInterval; label: Phrase }[] = [
  { value: "month", label: phrase("Monthly") },
  { value: "year", label: phrase("Yearly") },
];

/** What there is to be had, by the month or by the year. */
export function OfferList({ facts, manages }: { facts: SubscriptionFacts; manages: boolean }) {
  const say = useSay();
  const [interval, setInterval] = useState<BillingInterval>(facts.interval);
  return (
    <section aria-label={say("Plans")} className="grid grid-cols-[minmax(0,1fr)] gap-4 border-t pt-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 className="font-semibold">{say("Plans")}</h2>
        <fieldset className="flex rounded-control border border-edge p-0.5">
          <legend className="sr-only">{say("Paid how often")}</legend>
          {intervals.map(({ value, label }) => (
            <label
              key={value}
              className="cursor-pointer rounded-control px-3 py-1.5 has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
            >
              <input
                type="radio"
                name="interval"
                value={value}
                checked={interval === value}
                onChange={() => setInterval(value)}
                className="sr-only"
              />
              {say(label)}
            </label>
          ))}
        </fieldset>
      </div>
      <ul className="grid gap-4 lg:grid-cols-3">
        {facts.offers.map((offer) => (
          <OfferCard key={offer.id} offer={offer} interval={interval} facts={facts} manages={manages} />
        ))}
      </ul>
    </section>
  );
}

import { Check } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/app/_components/ui/button";
import { languageHere } from "@/app/_server/language";
import { guest } from "@/app/book/_parts/tenant";
import { formatMoney, type Language } from "@/lib/platform/format";
import { listPlans, type Plan } from "@/lib/subscriptions/list-plans";
import { trialDays } from "@/lib/subscriptions/rules";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SiteFrame } from "../_parts/site-frame";
import { type SiteWords, siteWords } from "../_parts/site-words";

export async function generateMetadata(): Promise<Metadata> {
  const words = siteWords[await languageHere()];
  return { title: words.pricing, description: words.pricingSub(trialDays), alternates: { canonical: "/pricing" } };
}

/** The plans that are offered now, as administration has written them. */
export default async function PricingPage() {
  const language = await languageHere();
  const words = siteWords[language];
  const plans = await readTenant(platformTenantId, guest, listPlans);
  const offered = plans.filter((plan) => plan.offered);
  return (
    <SiteFrame language={language}>
      <div className="grid gap-3">
        <h1 className="text-xl">{words.pricingTitle}</h1>
        <p className="max-w-[60ch] text-md text-quiet">
          {offered.length > 0 ? words.pricingSub(plans.some(({ tried }) => tried) ? trialDays : 0) : words.onRequest}
        </p>
      </div>
      <div className="grid gap-4">
        <ul className="grid gap-4 md:grid-cols-3">
          {offered.map((plan) => (
            <PlanCard key={plan.id} plan={plan} words={words} language={language} />
          ))}
        </ul>
        {offered.some(({ activeCustomers }) => activeCustomers !== null) ? (
          <p className="text-quiet">{words.active}</p>
        ) : null}
      </div>
      <section aria-labelledby="questions" className="grid max-w-[68ch] gap-4 border-t pt-8">
        <h2 id="questions" className="text-md font-semibold">
          {words.questions}
        </h2>
        <dl className="grid gap-5">
          {words.answers.map(({ ask, say }) => (
            <div key={ask} className="grid gap-1">
              <dt className="font-medium">{ask}</dt>
              <dd className="text-quiet">{say}</dd>
            </div>
          ))}
        </dl>
      </section>
    </SiteFrame>
  );
}

function PlanCard({ plan, words, language }: { plan: Plan; words: SiteWords; language: Language }) {
  const { name, about, monthlyMinor, yearlyMinor, currency, members, activeCustomers, messages, tried } = plan;
  const holds = [words.everything, words.people(members), words.customers(activeCustomers), words.messages(messages)];
  return (
    <li
      className={`grid content-between gap-5 rounded-panel border bg-surface p-5 ${tried ? "border-accent" : "border-line"}`}
    >
      <div className="grid gap-4">
        {/* Written once, by administration, in English. */}
        <div lang={language === "en" ? undefined : "en"} className="grid gap-0.5">
          <h2 className="text-md font-semibold">{name}</h2>
          <p className="text-quiet">{about}</p>
        </div>
        <p className="grid tabular-nums">
          <span>
            <span className="text-lg font-semibold">{formatMoney(monthlyMinor, currency)}</span>{" "}
            <span className="text-quiet">{words.aMonth}</span>
          </span>
          <span className="text-quiet">{words.orAYear(formatMoney(yearlyMinor, currency))}</span>
        </p>
        <ul className="grid gap-1.5">
          {holds.map((line) => (
            <li key={line} className="flex gap-2">
              <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
              {line}
            </li>
          ))}
        </ul>
      </div>
      <Button asChild kind={tried ? "primary" : "plain"} size="large" className="justify-self-start">
        <Link href="/register" aria-label={`${words.start}: ${name}`}>
          {words.start}
        </Link>
      </Button>
    </li>
  );
}

"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { RateList, ShownRate } from "@/lib/payroll/list-rates";
import { ListLoading } from "../../list-loading";
import { dayWords, rateWords } from "../pay-words";
import { ratesKey } from "../payroll-keys";
import { RateForm } from "./rate-form";

const aboutWords = (say: Say, { about, thingName }: ShownRate): string =>
  thingName ?? (about === "services" ? say("All services") : say("All products"));

const isOfProfile = ({ staffId, about }: ShownRate) => staffId !== null && about === "services";

/** Whose rates they are, everybody's first. */
function groupsOf(say: Say, rates: readonly ShownRate[]) {
  const groups = new Map<string, ShownRate[]>();
  for (const rate of rates) {
    const whose = rate.staffName ?? "";
    groups.set(whose, [...(groups.get(whose) ?? []), rate]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, all]) => ({
      name: name || say("Everybody without a rate of their own"),
      rates: all.toSorted((a, b) => Number(a.thingId !== null) - Number(b.thingId !== null)),
    }));
}

/** The rates that count from today on, and a form for another one. */
export function RatesView() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<RateList>(ratesKey(tenant.id), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  const { rates, currency } = data;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10 px-4 pt-6 md:px-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] xl:gap-12 xl:pl-8">
      <section aria-label={say("Rates")} className="grid max-w-200 grid-cols-[minmax(0,1fr)] content-start gap-6">
        {rates.length === 0 ? (
          <p className="text-quiet">
            {say(
              "Nobody earns a commission yet. Begin with one rate for all services, and then one for whoever or whatever differs. Tips need no rate: they are whose work they were given for.",
            )}
          </p>
        ) : (
          groupsOf(say, rates).map(({ name, rates: own }) => (
            <div key={name} className="grid gap-1">
              <h2 className="font-semibold">{name}</h2>
              <ul aria-label={name} className="divide-y border-y">
                {own.map((rate) => (
                  <li
                    key={`${rate.about} ${rate.thingId}`}
                    className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2"
                  >
                    <span className="min-w-0 break-words">{aboutWords(say, rate)}</span>
                    <span className="text-right font-medium tabular-nums">{rateWords(say, rate, currency)}</span>
                    <span className="text-quiet tabular-nums">
                      {isOfProfile(rate)
                        ? say("as their profile says")
                        : say("since {day}", { day: dayWords(rate.fromDay, say.language) })}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ))
        )}
        <p className="text-quiet">
          {say(
            "The most particular rate counts: one’s own for just this service, then one’s own for all, then everybody’s. A percentage is of what the line brought after discounts, without VAT and tips.",
          )}
        </p>
      </section>
      {tenant.may.includes("payroll.manage") ? <RateForm list={data} /> : null}
    </div>
  );
}

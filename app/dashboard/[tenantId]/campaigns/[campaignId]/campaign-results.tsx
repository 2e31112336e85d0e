"use client";

import { useSay } from "@/app/_words/use-say";
import type { CampaignFacts, Results } from "@/lib/campaigns/get-campaign";
import { bookedWithinDays } from "@/lib/campaigns/rules";
import { formatMoney } from "@/lib/platform/format";

/** What it cost and what came after. Whether that came of it nobody can know, and it is not said. */
export function CampaignResults({ campaign: { counts, results, rewardName } }: { campaign: CampaignFacts }) {
  const say = useSay();
  return (
    <section aria-labelledby="results" className="grid max-w-120 gap-2">
      <h2 id="results" className="font-semibold">
        {say("Results")}
      </h2>
      <dl className="divide-y border-y">
        <ResultRow
          term={say("Cost so far")}
          value={counts.costMinor > 0 ? formatMoney(counts.costMinor, "KES") : say("Nothing")}
        />
        <CameAfter results={results} code={rewardName} />
      </dl>
      <p className="text-quiet">{say("Bookings after it are counted, not only those because of it.")}</p>
    </section>
  );
}

/** Bookings and codes after a message. */
export function CameAfter({ results, code }: { results: Results; code: string | null }) {
  const say = useSay();
  const { bookers, bookings, codes, redeemed, moneyMinor, offMinor, currency } = results;
  const money = (minor: number) => formatMoney(minor, currency);
  const people = say("{count, plural, one {{count} customer} other {{count} customers}}", { count: bookers });
  return (
    <>
      <ResultRow
        term={say("Booked within {days} days", { days: bookedWithinDays })}
        value={people}
        note={bookings > bookers ? say("{bookings, plural, one {# booking} other {# bookings}}", { bookings }) : ""}
      />
      {codes > 0 ? (
        <ResultRow
          term={code ? say("Codes used: {code}", { code }) : say("Codes used")}
          value={say("{part} of {all}", { part: redeemed, all: codes })}
          note={
            redeemed === 0
              ? ""
              : offMinor > 0
                ? say("{paid} paid with them, {off} let off", { paid: money(moneyMinor), off: money(offMinor) })
                : say("{paid} paid with them", { paid: money(moneyMinor) })
          }
        />
      ) : null}
    </>
  );
}

export const ResultRow = ({ term, value, note = "" }: { term: string; value: string; note?: string }) => (
  <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2">
    <dt className="min-w-0 break-words">{term}</dt>
    <dd className="text-right tabular-nums">{value}</dd>
    {note ? <dd className="col-span-2 text-quiet tabular-nums">{note}</dd> : null}
  </div>
);

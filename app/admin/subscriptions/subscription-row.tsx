"use client";

import Link from "next/link";
import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { dayAfter } from "@/app/dashboard/[tenantId]/bookings/local-day";
import { formatMoney } from "@/lib/platform/format";
import type { SubscriptionItem } from "@/lib/subscriptions/list-subscriptions";
import { dateWords } from "../words";

export const statusWords = {
  past_due: phrase("Owes"),
  trialing: phrase("Tries"),
  active: phrase("Paid"),
  cancelled: phrase("Over"),
  none: phrase("Not charged"),
} as const;

const tones = {
  past_due: "text-danger",
  trialing: "text-requested",
  active: "text-accent",
  cancelled: "text-quiet",
  none: "text-quiet",
} as const;

type Props = { item: SubscriptionItem; onHelp(): void };

/** One business: its plan, where it stands, and what the platform can do for it. */
export function SubscriptionRow({ item, onHelp }: Props) {
  const say = useSay();
  const { tenantId, business, planName, interval, status, periodEnd, owedMinor, currency } = item;
  const standing = status ?? "none";
  return (
    <div className="grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-2 md:grid-cols-[minmax(0,2fr)_minmax(0,1.5fr)_minmax(0,1.5fr)_auto] md:px-6 xl:px-8">
      <Link href={`/admin/tenants/${tenantId}`} className="truncate font-medium underline-offset-4 hover:underline">
        {business}
      </Link>
      <p className="text-quiet max-md:order-last max-md:col-span-2">
        {planName ? `${planName}, ${interval === "year" ? say("yearly") : say("monthly")}` : say("No plan")}
      </p>
      <p className="max-md:order-last max-md:col-span-2">
        <span className={`font-medium ${tones[standing]}`}>{say(statusWords[standing])}</span>
        {owedMinor > 0 ? <span className="tabular-nums"> {formatMoney(owedMinor, currency)}</span> : null}
        {periodEnd ? (
          <span className="text-quiet">
            {" "}
            {status === "past_due"
              ? say("since {when}", { when: dateWords(periodEnd, say.language) })
              : say("until {when}", { when: dateWords(dayAfter(periodEnd, -1), say.language) })}
          </span>
        ) : null}
      </p>
      <Button onClick={onHelp} aria-label={say("Change {business}", { business })}>
        {say("Change")}
      </Button>
    </div>
  );
}

"use client";

import { SearchX } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import type { SubscriptionItem, SubscriptionPage } from "@/lib/subscriptions/list-subscriptions";
import { type AskedSubscriptions, subscriptionsHref, subscriptionsKey } from "../words";
import { DoubtList } from "./doubt-list";
import { HelpDialog } from "./help-dialog";
import { SubscriptionRow, statusWords } from "./subscription-row";

const choices = Object.entries(statusWords) as [NonNullable<AskedSubscriptions["status"]>, Phrase][];

/** Who has what, who owes, and what a month brings in. */
export function SubscriptionsView({ asked }: { asked: AskedSubscriptions }) {
  const say = useSay();
  const { data } = useSWR<SubscriptionPage>(subscriptionsKey(asked), fetchJson, { keepPreviousData: true });
  const [helping, setHelping] = useState<SubscriptionItem | null>(null);
  if (!data) return null;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-4 md:px-6 xl:px-8">
        <nav aria-label={say("Status")} className="-mx-2 flex flex-wrap">
          <Choice href={subscriptionsHref({})} here={!asked.status}>
            {say("All")}
          </Choice>
          {choices.map(([status, word]) => (
            <Choice key={status} href={subscriptionsHref({ status })} here={asked.status === status}>
              {say(word)} <span className="text-quiet tabular-nums">{data.counts[status]}</span>
            </Choice>
          ))}
        </nav>
        <p>
          <span className="font-semibold tabular-nums">{formatMoney(data.monthlyMinor, "KES")}</span>{" "}
          <span className="text-quiet">{say("a month from who has paid")}</span>
        </p>
      </div>
      {data.items.length === 0 ? (
        <div className="border-t px-4 md:px-6 xl:px-8">
          <EmptyState
            icon={SearchX}
            title={say("No business stands like this")}
            why={say("Businesses appear here when the platform opens them, and try a plan first.")}
          />
        </div>
      ) : (
        <ul aria-label={say("Subscriptions")} className="border-t">
          {data.items.map((item) => (
            <li key={item.tenantId} className="border-b">
              <SubscriptionRow item={item} onHelp={() => setHelping(item)} />
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-2 px-4 pt-4 md:px-6 xl:px-8">
        {asked.cursor ? (
          <Button asChild>
            <Link href={subscriptionsHref({ ...asked, cursor: undefined })}>{say("First ones")}</Link>
          </Button>
        ) : null}
        {data.nextCursor ? (
          <Button asChild>
            <Link href={subscriptionsHref({ ...asked, cursor: data.nextCursor })}>{say("More")}</Link>
          </Button>
        ) : null}
      </div>
      <DoubtList doubts={data.doubts} />
      {helping ? <HelpDialog item={helping} onClose={() => setHelping(null)} /> : null}
    </>
  );
}

function Choice({ href, here, children }: { href: string; here: boolean; children: React.ReactNode }) {
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      className="rounded-control px-2 py-1.5 hover:bg-wash aria-[current=page]:font-semibold"
    >
      {children}
    </Link>
  );
}

"use client";

import { Trophy } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { TopBy, TopCustomers } from "@/lib/customers/top-customers";
import { formatDate, formatMoney } from "@/lib/platform/format";
import { ListLoading } from "../../list-loading";
import { customerPage, topKey } from "../customer-keys";

const ways: { by: TopBy; label: Phrase; about: Phrase }[] = [
  { by: "visits", label: phrase("Come most"), about: phrase("By how often they were here.") },
  { by: "spend", label: phrase("Pay most"), about: phrase("By what they paid for their visits.") },
  {
    by: "risk",
    label: phrase("May be leaving"),
    about: phrase("Here less often than they used to be, with nothing booked; who paid most comes first."),
  },
];

export function TopList({ by }: { by: TopBy }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<TopCustomers>(topKey(tenant.id, by), fetchJson);
  const { about } = ways.find((way) => way.by === by)!;
  return (
    <div className="grid max-w-200 gap-4 px-4 pt-4 md:px-6 xl:pl-8">
      <nav aria-label={say("By what")} className="flex flex-wrap gap-1.5">
        {ways.map((way) => (
          <Button asChild key={way.by} className="aria-[current=true]:border-ink aria-[current=true]:bg-wash">
            <Link href={`?by=${way.by}`} aria-current={way.by === by ? "true" : undefined} scroll={false}>
              {say(way.label)}
            </Link>
          </Button>
        ))}
      </nav>
      <p className="text-quiet">{say(about)}</p>
      {data ? <Rows list={data} /> : <ListLoading rows={8} />}
    </div>
  );
}

function Rows({ list: { by, items, currency } }: { list: TopCustomers }) {
  const say = useSay();
  const { tenant } = useShell();
  const dayOf = (at: string) => formatDate(at, tenant.timeZone, say.language);
  const visitsOf = (visits: number) => say("{visits, plural, one {# visit} other {# visits}}", { visits });
  if (items.length === 0)
    return (
      <EmptyState
        icon={Trophy}
        title={by === "risk" ? say("Nobody stays away") : say("Nobody has been here yet")}
        why={
          by === "risk"
            ? say(
                "Whoever was here twice and has not come for longer than usual stands here, so that you can call them.",
              )
            : say("Whoever comes often and pays well stands here once visits have been written down.")
        }
      />
    );
  return (
    <ol aria-label={say("Top customers")} className="divide-y border-y">
      {items.map(({ id, name, phone, visits, spentMinor, lastVisit, everyDays }, at) => (
        <li key={id} className="grid grid-cols-[1.75rem_minmax(0,1fr)_auto] items-baseline gap-x-2 py-(--row)">
          <span className="text-quiet tabular-nums">{at + 1}</span>
          <span className="min-w-0">
            <Link
              href={customerPage(tenant.id, id)}
              className="block truncate font-medium underline decoration-edge underline-offset-4"
            >
              {name}
            </Link>
            <span className="block text-quiet tabular-nums">
              {by === "risk"
                ? say("every {days} days, last {date}", { days: everyDays, date: dayOf(lastVisit) })
                : say("last {date}", { date: dayOf(lastVisit) })}
            </span>
            {by === "risk" && phone ? (
              <a href={`tel:${phone}`} className="underline decoration-edge underline-offset-4 tabular-nums">
                {phone}
              </a>
            ) : null}
          </span>
          <span className="text-right tabular-nums">
            <span className="block font-medium">
              {by === "visits" ? visitsOf(visits) : formatMoney(spentMinor, currency)}
            </span>
            <span className="block text-quiet">
              {by === "visits" ? formatMoney(spentMinor, currency) : visitsOf(visits)}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

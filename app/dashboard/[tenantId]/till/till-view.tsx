"use client";

import { ChevronLeft, ChevronRight, Lock, ReceiptText } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import { formatCalendarDate, formatMoney } from "@/lib/platform/format";
import type { TillDay } from "@/lib/till/get-till";
import { dayAfter } from "../bookings/local-day";
import { ListLoading } from "../list-loading";
import { methodWord } from "../method-words";
import { CameIn } from "./came-in";
import { CheckoutButton } from "./checkout/checkout-button";
import { DrawerSection } from "./drawer-section";
import { RefundSteps } from "./refund-steps";
import { SaleList } from "./sale-list";
import { tillKey } from "./till-keys";

/** One day at the till: what came in, what is open, what was sold, and the drawer. */
export function TillView({ day: asked }: { day: string | undefined }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data, error } = useSWR<TillDay>(tillKey(tenant.id, asked), fetchJson, { keepPreviousData: true });
  if (!data)
    return error ? (
      <p role="alert" className="px-4 py-8 md:px-6 xl:pl-8">
        {say("The till could not be loaded. It comes back by itself once the server answers.")}
      </p>
    ) : (
      <ListLoading rows={6} />
    );
  const { day, today, open, done, more, refunds, currency, unclosed } = data;
  const isToday = day === today;
  const date = formatCalendarDate(day, say.language);
  // What is still to be paid is today's business, whichever day it is from.
  const toPay = isToday ? open : [];
  const base = `/dashboard/${tenant.id}/till`;
  const dayLink = (to: string) => (to === today ? base : `${base}?day=${to}`);
  const mayClose = tenant.may.includes("day.close");
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2 md:px-6 xl:pl-8">
        <div className="flex items-center gap-1">
          <Button asChild kind="bare" size="icon">
            <Link href={dayLink(dayAfter(day, -1))} aria-label={say("The day before")}>
              <ChevronLeft aria-hidden />
            </Link>
          </Button>
          <h2 className="font-medium tabular-nums">{isToday ? say("Today, {day}", { day: date }) : date}</h2>
          {day < today ? (
            <Button asChild kind="bare" size="icon">
              <Link href={dayLink(dayAfter(day, 1))} aria-label={say("The day after")}>
                <ChevronRight aria-hidden />
              </Link>
            </Button>
          ) : null}
        </div>
        {data.closed ? (
          <span className="flex items-center gap-1.5 text-quiet">
            <Lock aria-hidden className="size-3.5" />
            {data.closed.closedBy ? say("Closed by {name}", { name: data.closed.closedBy }) : say("Closed")}
          </span>
        ) : mayClose ? (
          <Link href={`${base}/close?day=${day}`} className="underline decoration-edge underline-offset-4">
            {say("Close this day")}
          </Link>
        ) : null}
        {isToday && mayClose && unclosed.length > 0 ? (
          <Link
            href={`${base}/close?day=${unclosed.at(-1)}`}
            className="text-requested underline decoration-edge underline-offset-4"
          >
            {say("{days, plural, one {One day before is not closed} other {{days} days before are not closed}}", {
              days: unclosed.length,
            })}
          </Link>
        ) : null}
      </div>
      <CameIn till={data} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-6 md:px-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] xl:gap-12 xl:pl-8">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8">
          {refunds.length > 0 ? (
            <section aria-labelledby="asked-title" className="grid gap-2">
              <h2 id="asked-title" className="font-semibold">
                {say("Asked to give back")}
              </h2>
              <ul className="divide-y border-y">
                {refunds.map(({ id, number, amountMinor, method, note, askedBy, own }) => (
                  <li key={id} className="flex flex-wrap justify-between gap-x-4 gap-y-2 py-(--row)">
                    <span className="min-w-0">
                      <span className="block font-medium tabular-nums">
                        {say("{money} of sale {number}, {method}", {
                          money: formatMoney(amountMinor, currency),
                          number,
                          method: methodWord(say, method),
                        })}
                      </span>
                      <span className="block break-words text-quiet">
                        “{note}”{askedBy ? `, ${askedBy}` : ""}
                      </span>
                    </span>
                    <RefundSteps refundId={id} method={method} own={own} />
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {toPay.length > 0 ? (
            <SaleList title={say("{of, select, other {Open}}", { of: "sales" })} sales={toPay} currency={currency} />
          ) : null}
          {done.length > 0 ? (
            <SaleList
              title={isToday ? say("Done today") : say("Done that day")}
              sales={done}
              currency={currency}
              more={more}
            />
          ) : toPay.length === 0 ? (
            <EmptyState
              icon={ReceiptText}
              title={isToday ? say("Nothing sold yet today") : say("Nothing was sold that day")}
              why={say("A sale begins at a booking, at a visit, or here for somebody who just walked in.")}
              action={
                isToday ? (
                  <CheckoutButton target={{ kind: "new" }} size="normal">
                    {say("New sale")}
                  </CheckoutButton>
                ) : null
              }
            />
          ) : null}
        </div>
        <DrawerSection till={data} />
      </div>
    </>
  );
}

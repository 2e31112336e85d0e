"use client";

import { Ban, ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { MyDay } from "@/lib/bookings/my-day";
import { formatDay } from "@/lib/platform/format";
import { dayAfter, localDay } from "../bookings/local-day";
import { ListLoading } from "../list-loading";
import { PanelButton } from "../members/panel-button";
import { asTimePasses } from "../today-keys";
import { BlockSheet } from "./block-sheet";
import { DayList } from "./day-list";
import { Earned } from "./earned";
import { myDayKey, shownDate } from "./my-day-key";
import { MyTimeOff } from "./my-time-off";
import { Standing } from "./standing";

/** What I have to do today, and on the days around it. */
export function MyDayView() {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const today = localDay(now, tenant.timeZone);
  const date = shownDate(useSearchParams(), today);
  const { data, error } = useSWR<MyDay>(myDayKey(tenant.id, date), fetchJson, asTimePasses);
  const minute = Date.parse(now) / 60_000;
  return (
    <>
      <PageHeader
        title={say("My day")}
        action={
          date >= today ? (
            <PanelButton to={panelOf("block", date, today)} kind="plain">
              <Ban aria-hidden />
              {say("Block time")}
            </PanelButton>
          ) : null
        }
      />
      <PageBody className="pb-8">
        <Days date={date} today={today} />
        {data ? (
          <div className="grid max-w-200">
            {date === today ? <Standing day={data} now={minute} /> : null}
            <Earned date={date} isToday={date === today} />
            <DayList day={data} now={minute} isToday={date === today} />
          </div>
        ) : error ? (
          <p role="alert" className="px-4 py-6 md:px-6 xl:pl-8">
            {say("Your day could not be loaded. It comes by itself once the server answers.")}
          </p>
        ) : (
          <ListLoading rows={6} />
        )}
        <MyTimeOff panel={panelOf("new", date, today)} />
      </PageBody>
      {data ? <BlockSheet day={data} now={minute} /> : null}
    </>
  );
}

/** Opened beside the day that is shown. */
const panelOf = (add: string, date: string, today: string): string =>
  `?${new URLSearchParams({ ...(date === today ? {} : { date }), add })}`;

function Days({ date, today }: { date: string; today: string }) {
  const say = useSay();
  const to = (other: string) => (other === today ? "?" : `?date=${other}`);
  const words = formatDay(`${date}T12:00:00Z`, "UTC", say.language);
  return (
    <nav aria-label={say("Days")} className="flex max-w-200 items-center gap-2 border-b px-4 py-2 md:px-6 xl:pl-8">
      <Button asChild size="large" className="px-3">
        <Link href={to(dayAfter(date, -1))} aria-label={say("Previous day")} scroll={false}>
          <ChevronLeft aria-hidden />
        </Link>
      </Button>
      <p aria-live="polite" className="min-w-0 flex-1 text-center font-medium">
        {date === today ? say("Today, {day}", { day: words }) : words}
      </p>
      {date === today ? null : (
        <Button asChild size="large">
          <Link href="?" scroll={false}>
            {say("Today")}
          </Link>
        </Button>
      )}
      <Button asChild size="large" className="px-3">
        <Link href={to(dayAfter(date, 1))} aria-label={say("Next day")} scroll={false}>
          <ChevronRight aria-hidden />
        </Link>
      </Button>
    </nav>
  );
}

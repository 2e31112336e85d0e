"use client";

import { CalendarClock, History, Inbox, type LucideIcon, SearchX, Wallet } from "lucide-react";
import { useState } from "react";
import useSWR from "swr";
import { BookingRow } from "@/app/_components/bookings/booking-row";
import { CopyLinkButton } from "@/app/_components/bookings/copy-link-button";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { BookingFilters } from "@/lib/bookings/input";
import type { BookingPage } from "@/lib/bookings/list-bookings";
import type { BookingView } from "@/lib/bookings/rules";
import { byDay } from "../by-day";
import { ListLoading } from "../list-loading";
import { NotLinked } from "../not-linked";
import { asTimePasses } from "../today-keys";
import { listKey } from "./list-key";
import { RowSteps } from "./row-steps";

/** Day by day. Each page asks for the next one, so that a new arrival moves them all and nothing falls between. */
export function BookingList({ filters }: { filters: BookingFilters }) {
  const [pages, setPages] = useState(1);
  return <Page filters={filters} cursor="" more={pages - 1} onMore={() => setPages(pages + 1)} />;
}

type PageOf = { filters: BookingFilters; cursor: string; more: number; onMore(): void };

function Page({ filters, cursor, more, onMore }: PageOf) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const { data, error } = useSWR<BookingPage>(listKey(tenant.id, filters, cursor), fetchJson, {
    ...asTimePasses,
    keepPreviousData: true,
  });
  if (!data) return error ? <Failed /> : <ListLoading rows={8} />;
  if (data.items.length === 0 && !cursor) return <Empty filters={filters} />;
  return (
    <>
      {byDay(say, data.items, now, tenant.timeZone).map((day) => (
        <section key={day.name} aria-label={day.name}>
          <h2 className="border-b bg-canvas px-4 py-1.5 text-base font-medium text-quiet md:px-6 xl:pl-8">
            {day.name}
          </h2>
          <ul className="border-b">
            {day.items.map((booking) => (
              <BookingRow key={booking.id} booking={booking} timeZone={tenant.timeZone}>
                <RowSteps booking={booking} />
              </BookingRow>
            ))}
          </ul>
        </section>
      ))}
      {data.nextCursor && more > 0 ? (
        <Page filters={filters} cursor={data.nextCursor} more={more - 1} onMore={onMore} />
      ) : null}
      {data.nextCursor && more === 0 ? (
        <div className="px-4 py-4 md:px-6 xl:pl-8">
          <Button onClick={onMore}>{say("Load more")}</Button>
        </div>
      ) : null}
    </>
  );
}

const nothing: Record<BookingView, { icon: LucideIcon; title: Phrase; why: Phrase }> = {
  upcoming: {
    icon: CalendarClock,
    title: phrase("Nobody is booked yet"),
    why: phrase(
      "Bookings appear here by themselves, the moment a customer books. Send them the link to your booking page.",
    ),
  },
  requests: {
    icon: Inbox,
    title: phrase("No requests wait for you"),
    why: phrase("When your business confirms by hand, what customers ask for waits here for your answer."),
  },
  past: { icon: History, title: phrase("Nothing has happened yet"), why: phrase("What is over is kept here.") },
};

const noneUnpaid = {
  icon: Wallet,
  title: phrase("Nothing waits for a deposit"),
  why: phrase("A booking that has to be paid beforehand waits here for its minutes, until it is paid or let go."),
};

function Empty({ filters: { view, deposit, ...asked } }: { filters: BookingFilters }) {
  const say = useSay();
  const { tenant } = useShell();
  const narrowed = Object.values(asked).some(Boolean);
  return (
    <div className="px-4 md:px-6 xl:pl-8">
      {tenant.role === "staff" && tenant.staffId === null ? (
        <NotLinked />
      ) : narrowed ? (
        <EmptyState
          icon={SearchX}
          title={say("Nothing fits these filters")}
          why={say("Choose fewer of them, or other days.")}
        />
      ) : deposit ? (
        <EmptyState icon={noneUnpaid.icon} title={say(noneUnpaid.title)} why={say(noneUnpaid.why)} />
      ) : (
        <EmptyState
          icon={nothing[view].icon}
          title={say(nothing[view].title)}
          why={say(nothing[view].why)}
          action={view === "upcoming" ? <CopyLinkButton /> : null}
        />
      )}
    </div>
  );
}

function Failed() {
  const say = useSay();
  return (
    <p role="alert" className="px-4 py-8 md:px-6 xl:pl-8">
      {say("The bookings could not be loaded. They come back by themselves once the server answers.")}
    </p>
  );
}

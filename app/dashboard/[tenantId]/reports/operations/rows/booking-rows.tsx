"use client";

import { SearchX } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { StatusBadge } from "@/app/_components/bookings/status-badge";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { bookingsBeside, bookingsWords, sourceWords } from "@/lib/analytics/booking-rules";
import type { BookingRow, BookingRowsAnswer } from "@/lib/analytics/report-answers";
import { formatDayTime } from "@/lib/platform/format";
import { statusWords } from "../../../bookings/status-words";
import { weekdayWords } from "../../../calendar-words";
import { customerPage } from "../../../customers/customer-keys";
import { ListLoading } from "../../../list-loading";
import { PagedList } from "../../../paged-list";
import { bookingRowsAt, operationsPage } from "../../insight-addresses";
import { RowsHead } from "../../rows-head";
import { type AskedBookings, rowsKey } from "./rows-key";

/** The bookings that a number counts, the latest first. */
export function BookingRows({ asked }: { asked: AskedBookings }) {
  const say = useSay();
  const { tenant } = useShell();
  const keyOf = (cursor: string) => rowsKey(tenant.id, asked, cursor);
  const { data } = useSWR<BookingRowsAnswer>(keyOf(""), fetchJson, { keepPreviousData: true });
  if (!data) return <ListLoading rows={8} />;
  const title = titleOf(say, asked);
  const beside = bookingsBeside.find((all) => all.includes(data.of)) ?? [];
  return (
    <>
      <RowsHead
        back={{ label: say("Operations"), href: operationsPage(tenant.id, asked) }}
        title={title}
        period={data.period}
        beside={beside.map((of) => ({
          ...{ label: say.known(bookingsWords[of]), href: bookingRowsAt(tenant.id, asked, of), isOpen: of === data.of },
        }))}
      />
      {data.items.length === 0 ? (
        <div className="px-4 md:px-6 xl:pl-8">
          <EmptyState icon={SearchX} title={say("No booking")} why={say("This number is nought in these days.")} />
        </div>
      ) : (
        <PagedList<BookingRow> keyOf={keyOf}>
          {(rows, cursor) => (
            <ul aria-label={cursor ? say("{title}, continued", { title }) : title} className="divide-y border-b">
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </ul>
          )}
        </PagedList>
      )}
    </>
  );
}

function titleOf(say: Say, { of, status, source, weekday, hour }: AskedBookings): string {
  if (status) return say(statusWords[status]);
  if (source) return say.known(sourceWords[source]);
  const named = weekday === undefined ? undefined : weekdayWords[weekday];
  if (named && hour !== undefined) return `${say(named)} ${String(hour).padStart(2, "0")}:00`;
  return say.known(of === "standing" ? bookingsWords.made : bookingsWords[of]);
}

function Row({ row: { id, reference, customerId, name, services, status, at, madeAt } }: { row: BookingRow }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-(--row) md:grid-cols-[9rem_minmax(0,2fr)_minmax(0,3fr)_11.5rem_7rem] md:px-6 xl:pl-8">
      <Link
        className="w-fit font-medium whitespace-nowrap tabular-nums hover:underline"
        href={`/dashboard/${tenant.id}/bookings?view=past&booking=${id}`}
      >
        {formatDayTime(at, tenant.timeZone, say.language)}
        <span className="sr-only">{say(", booking {reference}", { reference })}</span>
      </Link>
      <Link className="truncate hover:underline max-md:order-3" href={customerPage(tenant.id, customerId)}>
        {name}
      </Link>
      <span className="truncate text-quiet max-md:order-5 max-md:col-span-2">{services}</span>
      <span className="text-quiet whitespace-nowrap tabular-nums max-md:hidden">
        {say("made {at}", { at: formatDayTime(madeAt, tenant.timeZone, say.language) })}
      </span>
      <span className="text-right">
        <StatusBadge status={status} />
      </span>
    </li>
  );
}

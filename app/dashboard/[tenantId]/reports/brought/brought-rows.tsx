"use client";

import { SearchX } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { type BroughtOf, broughtBeside, broughtWords } from "@/lib/analytics/brought-rules";
import type { BroughtRow, BroughtRowsAnswer } from "@/lib/analytics/report-answers";
import type { BroughtRowsQuery } from "@/lib/analytics/rows-input";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { customerPage } from "../../customers/customer-keys";
import { ListLoading } from "../../list-loading";
import { PagedList } from "../../paged-list";
import { broughtRowsAt, customersPage, operationsPage } from "../insight-addresses";
import { type AskedDays, reportKey } from "../report-keys";
import { RowsHead } from "../rows-head";

/** The messages, codes, points or places on the waitlist that a number counts, the latest first. */
export function BroughtRows({ asked }: { asked: Omit<BroughtRowsQuery, "cursor"> }) {
  const say = useSay();
  const { tenant } = useShell();
  const keyOf = (cursor: string) => reportKey(tenant.id, "brought", { ...asked, cursor });
  const { data } = useSWR<BroughtRowsAnswer>(keyOf(""), fetchJson, { keepPreviousData: true });
  if (!data) return <ListLoading rows={8} />;
  const title = say.known(broughtWords[data.of]);
  const beside = broughtBeside.find((all) => all.includes(data.of)) ?? [];
  return (
    <>
      <RowsHead
        back={backTo(say, tenant.id, asked, data.of)}
        title={title}
        period={data.period}
        beside={beside.map((of) => ({
          ...{ label: say.known(broughtWords[of]), href: broughtRowsAt(tenant.id, asked, of), isOpen: of === data.of },
        }))}
      />
      {data.items.length === 0 ? (
        <div className="px-4 md:px-6 xl:pl-8">
          <EmptyState icon={SearchX} title={say("Nobody")} why={say("This number is nought in these days.")} />
        </div>
      ) : (
        <PagedList<BroughtRow> keyOf={keyOf}>
          {(rows, cursor) => (
            <ul aria-label={cursor ? say("{title}, continued", { title }) : title} className="divide-y border-b">
              {rows.map((row) => (
                <Row key={row.id} row={row} currency={data.currency} />
              ))}
            </ul>
          )}
        </PagedList>
      )}
    </>
  );
}

/** The waitlist is told among operations. */
const backTo = (say: Say, tenantId: string, days: AskedDays, of: BroughtOf) =>
  of.startsWith("waitlist")
    ? { label: say("Operations"), href: operationsPage(tenantId, days) }
    : { label: say("Customers"), href: customersPage(tenantId, days) };

function Row({ row, currency }: { row: BroughtRow; currency: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { customerId, name, at, what, bookingId, minor, points } = row;
  const when = formatDayTime(at, tenant.timeZone, say.language);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-(--row) md:grid-cols-[minmax(0,2fr)_9rem_minmax(0,3fr)_8rem] md:px-6 xl:pl-8">
      <Link className="truncate font-medium hover:underline" href={customerPage(tenant.id, customerId)}>
        {name}
      </Link>
      <span className="text-quiet tabular-nums max-md:text-right">
        {bookingId ? (
          <Link
            className="underline decoration-edge underline-offset-4 hover:decoration-ink"
            href={`/dashboard/${tenant.id}/bookings?view=past&booking=${bookingId}`}
          >
            {when}
            <span className="sr-only">{say(", open the booking")}</span>
          </Link>
        ) : (
          when
        )}
      </span>
      <span className="truncate text-quiet">{what}</span>
      <span className="text-right tabular-nums">
        {minor === null ? null : formatMoney(minor, currency)}
        {points === null ? null : say("{points, plural, one {{points} point} other {{points} points}}", { points })}
      </span>
    </li>
  );
}

"use client";

import { SearchX } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import { customersBeside, customersWords } from "@/lib/analytics/customer-rules";
import type { CustomerRow, CustomerRowsAnswer } from "@/lib/analytics/report-answers";
import type { CustomerRowsQuery } from "@/lib/analytics/rows-input";
import { formatDay, formatMoney } from "@/lib/platform/format";
import { customerPage } from "../../../customers/customer-keys";
import { ListLoading } from "../../../list-loading";
import { PagedList } from "../../../paged-list";
import { customerRowsAt, customersPage } from "../../insight-addresses";
import { reportKey } from "../../report-keys";
import { RowsHead } from "../../rows-head";

/** The customers or visits that a number counts, the latest first. */
export function CustomerRows({ asked }: { asked: Omit<CustomerRowsQuery, "cursor"> }) {
  const say = useSay();
  const { tenant } = useShell();
  const keyOf = (cursor: string) => reportKey(tenant.id, "customers/rows", { ...asked, cursor });
  const { data } = useSWR<CustomerRowsAnswer>(keyOf(""), fetchJson, { keepPreviousData: true });
  if (!data) return <ListLoading rows={8} />;
  const title = say.known(customersWords[data.of]);
  const beside = customersBeside.find((all) => all.includes(data.of)) ?? [];
  return (
    <>
      <RowsHead
        back={{ label: say("Customers"), href: customersPage(tenant.id, asked) }}
        title={title}
        period={data.period}
        beside={beside.map((of) => ({
          ...{
            label: say.known(customersWords[of]),
            href: customerRowsAt(tenant.id, asked, of),
            isOpen: of === data.of,
          },
        }))}
      />
      {data.items.length === 0 ? (
        <div className="px-4 md:px-6 xl:pl-8">
          <EmptyState icon={SearchX} title={say("Nobody")} why={say("This number is nought in these days.")} />
        </div>
      ) : (
        <PagedList<CustomerRow> keyOf={keyOf}>
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

function Row({ row, currency }: { row: CustomerRow; currency: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { kind, id, customerId, name, services, at, visits, paidMinor } = row;
  const day = formatDay(at, tenant.timeZone, say.language);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-(--row) md:grid-cols-[minmax(0,2fr)_7rem_minmax(0,2fr)_8rem] md:px-6 xl:pl-8">
      <Link className="truncate font-medium hover:underline" href={customerPage(tenant.id, customerId)}>
        {name}
      </Link>
      <span className="text-quiet tabular-nums max-md:text-right">
        {kind === "visit" ? (
          <Link className="hover:underline" href={`/dashboard/${tenant.id}/visits?visit=${id}`}>
            {day}
          </Link>
        ) : (
          day
        )}
      </span>
      <span className="truncate text-quiet">
        {kind === "visit"
          ? services
          : say("{visits, plural, one {1 visit} other {{visits} visits}} so far", { visits: visits ?? 0 })}
      </span>
      <span className="text-right tabular-nums">{formatMoney(paidMinor, currency)}</span>
    </li>
  );
}

"use client";

import { ArrowLeft, Rows3 } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { RevenueRow, RevenueRows } from "@/lib/analytics/list-revenue-rows";
import type { Method, RowKind } from "@/lib/analytics/rules";
import { formatMoney } from "@/lib/platform/format";
import { ListLoading } from "../../list-loading";
import { PagedList } from "../../paged-list";
import { daysWords } from "../../payroll/pay-words";
import { daysOnly, reportQuery } from "../report-keys";
import { RowLine } from "./row-line";
import { type AskedRows, rowsKey } from "./rows-key";

const ofKind: Record<RowKind, string> = {
  fee: "Fees kept",
  vat: "VAT",
  tips: "Tips",
  discounts: "Let off",
  paid: "Paid",
  back: "Given back",
  sales: "Sales",
  owed: "Not paid yet",
};
const ofMethod: Record<Method, string> = {
  mpesa: "Paid by M-Pesa",
  cash: "Paid in cash",
  card: "Paid by card",
  other: "Paid in other ways",
};

function titleOf({ kind, method, category, staff }: AskedRows, about: string | null): string {
  if (method) return ofMethod[method];
  if (kind) return ofKind[kind];
  return about
    ? `Revenue: ${about}`
    : staff === "none"
      ? "Revenue of nobody"
      : category
        ? `Revenue: ${category}`
        : "Revenue";
}

/** The sales, bookings and payments that a number adds up, the latest first. */
export function RowsView({ asked }: { asked: AskedRows }) {
  const { tenant } = useShell();
  const { data } = useSWR<RevenueRows>(rowsKey(tenant.id, asked, ""), fetchJson);
  if (!data) return <ListLoading rows={8} />;
  const { period, total, currency, about } = data;
  const title = titleOf(asked, about);
  return (
    <>
      <div className="grid gap-1 border-b px-4 py-4 md:px-6 xl:px-8">
        <Link
          href={`/dashboard/${tenant.id}/reports${reportQuery(daysOnly(asked))}`}
          className="flex w-fit items-center gap-1.5 text-quiet hover:text-ink print:hidden"
        >
          <ArrowLeft aria-hidden className="size-4" />
          Money
        </Link>
        <h2 className="font-semibold">
          {title}, {daysWords(period)}
        </h2>
        <p className="text-xl font-semibold tabular-nums" data-stat="rows-total">
          {formatMoney(total.minor, currency)}
        </p>
        <p className="text-quiet">{total.rows === 1 ? "1 row" : `${total.rows} rows`}</p>
      </div>
      {total.rows === 0 ? (
        <div className="px-4 md:px-6 xl:px-8">
          <EmptyState icon={Rows3} title="There are no rows" why="Nothing of this kind came or went in these days." />
        </div>
      ) : (
        <PagedList<RevenueRow> keyOf={(cursor) => rowsKey(tenant.id, asked, cursor)}>
          {(items, cursor) => (
            <ul aria-label={cursor ? `${title}, continued` : title} className="divide-y border-b">
              {items.map((row) => (
                <RowLine key={`${row.day} ${row.id}`} row={row} currency={currency} />
              ))}
            </ul>
          )}
        </PagedList>
      )}
    </>
  );
}

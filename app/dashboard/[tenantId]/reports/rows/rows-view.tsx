"use client";

import { ArrowLeft, Rows3 } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { RevenueRow, RevenueRows } from "@/lib/analytics/list-revenue-rows";
import type { Method, RowKind } from "@/lib/analytics/rules";
import { formatMoney } from "@/lib/platform/format";
import { ListLoading } from "../../list-loading";
import { PagedList } from "../../paged-list";
import { daysWords } from "../../payroll/pay-words";
import { daysOnly, reportQuery } from "../report-keys";
import { RowLine } from "./row-line";
import { type AskedRows, rowsKey } from "./rows-key";

const ofKind: Record<RowKind, Phrase> = {
  fee: phrase("Fees kept"),
  vat: phrase("VAT"),
  tips: phrase("Tips"),
  discounts: phrase("Let off"),
  paid: phrase("Paid"),
  back: phrase("Given back"),
  sales: phrase("Sales"),
  owed: phrase("Not paid yet"),
};
const ofMethod: Record<Method, Phrase> = {
  mpesa: phrase("Paid by M-Pesa"),
  cash: phrase("Paid in cash"),
  card: phrase("Paid by card"),
  other: phrase("Paid in other ways"),
};

function titleOf(say: Say, { kind, method, category, staff }: AskedRows, about: string | null): string {
  if (method) return say(ofMethod[method]);
  if (kind) return say(ofKind[kind]);
  if (!about && staff === "none") return say("Revenue of nobody");
  const of = about || category;
  return of ? say("Revenue: {of}", { of }) : say("Revenue");
}

/** The sales, bookings and payments that a number adds up, the latest first. */
export function RowsView({ asked }: { asked: AskedRows }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<RevenueRows>(rowsKey(tenant.id, asked, ""), fetchJson);
  if (!data) return <ListLoading rows={8} />;
  const { period, total, currency, about } = data;
  const title = titleOf(say, asked, about);
  return (
    <>
      <div className="grid gap-1 border-b px-4 py-4 md:px-6 xl:px-8">
        <Link
          href={`/dashboard/${tenant.id}/reports${reportQuery(daysOnly(asked))}`}
          className="flex w-fit items-center gap-1.5 text-quiet hover:text-ink print:hidden"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {say("Money")}
        </Link>
        <h2 className="font-semibold">
          {title}, {daysWords(say, period)}
        </h2>
        <p className="text-xl font-semibold tabular-nums" data-stat="rows-total">
          {formatMoney(total.minor, currency)}
        </p>
        <p className="text-quiet">{say("{rows, plural, one {1 row} other {{rows} rows}}", { rows: total.rows })}</p>
      </div>
      {total.rows === 0 ? (
        <div className="px-4 md:px-6 xl:px-8">
          <EmptyState
            icon={Rows3}
            title={say("There are no rows")}
            why={say("Nothing of this kind came or went in these days.")}
          />
        </div>
      ) : (
        <PagedList<RevenueRow> keyOf={(cursor) => rowsKey(tenant.id, asked, cursor)}>
          {(items, cursor) => (
            <ul aria-label={cursor ? say("{title}, continued", { title }) : title} className="divide-y border-b">
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

"use client";

import { TicketPercent } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import { formatDate } from "@/lib/platform/format";
import type { ListedVoucher, VoucherList } from "@/lib/rewards/list-vouchers";
import { statusWords, voucherStatuses } from "@/lib/vouchers/rules";
import { ListLoading } from "../../list-loading";
import { openPanel } from "../../members/panel-address";
import { codesKey, type ShownCodes } from "../reward-keys";

/** Whose codes wait to be used, and what became of the others. */
export function CodesView({ shown }: { shown: ShownCodes }) {
  const say = useSay();
  const { tenant } = useShell();
  const [cursors, setCursors] = useState<string[]>([]);
  const { data } = useSWR<VoucherList>(codesKey(tenant.id, shown), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  return (
    <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-4 px-4 pt-4 md:px-6 xl:pl-8">
      <nav aria-label={say("Which codes")} className="flex flex-wrap gap-2">
        {[
          { value: "", label: say("All") },
          ...voucherStatuses.map(({ value, label }) => ({ value, label: say.known(label) })),
        ].map(({ value, label }) => (
          <Link
            key={value}
            href={placeOf({ ...shown, status: value })}
            aria-current={(shown.status ?? "") === value ? "true" : undefined}
            scroll={false}
            className="flex h-9 items-center rounded-full border px-3 text-quiet hover:text-ink aria-[current=true]:border-ink aria-[current=true]:font-medium aria-[current=true]:text-ink"
          >
            {label}
          </Link>
        ))}
      </nav>
      {data.vouchers.length === 0 ? (
        <EmptyState
          icon={TicketPercent}
          title={shown.status || shown.customer ? say("None of these") : say("No codes yet")}
          why={say(
            "When a customer turns in points, or you give something, their code stands here until it is used at the till.",
          )}
          action={null}
        />
      ) : (
        <>
          <Rows vouchers={data.vouchers} shown={shown} />
          {cursors.map((cursor) => (
            <MoreRows key={cursor} shown={{ ...shown, cursor }} onMore={(next) => setCursors([...cursors, next])} />
          ))}
          {data.nextCursor && cursors.length === 0 ? (
            <Button className="justify-self-center" onClick={() => setCursors([data.nextCursor!])}>
              {say("Show more")}
            </Button>
          ) : null}
        </>
      )}
    </div>
  );
}

function MoreRows({ shown, onMore }: { shown: ShownCodes; onMore(cursor: string): void }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<VoucherList>(codesKey(tenant.id, shown), fetchJson);
  if (!data) return <ListLoading rows={3} />;
  return (
    <>
      <Rows vouchers={data.vouchers} shown={shown} />
      {data.nextCursor ? (
        <Button className="justify-self-center" onClick={() => onMore(data.nextCursor!)}>
          {say("Show more")}
        </Button>
      ) : null}
    </>
  );
}

/** The list as it is shown, with one of its codes open where one is named. */
const placeOf = ({ status, customer }: { status?: string | undefined; customer?: string | undefined }, code = "") =>
  `?${new URLSearchParams(Object.entries({ status, customer, code }).filter((pair): pair is [string, string] => Boolean(pair[1])))}`;

function Rows({ vouchers, shown }: { vouchers: readonly ListedVoucher[]; shown: ShownCodes }) {
  const say = useSay();
  const { tenant } = useShell();
  const at = (id: string) => placeOf(shown, id);
  return (
    <ul aria-label={say("Codes")} className="divide-y border-y">
      {vouchers.map(({ id, customer, name, code, status: state, expiresAt, redeemedAt, createdAt }) => (
        <li key={id}>
          <a
            href={at(id)}
            onClick={(event) => openPanel(event, at(id))}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row) transition-colors hover:bg-wash"
          >
            <span className="min-w-0 truncate font-medium">{customer.name}</span>
            <span className={`text-right ${state === "pending" ? "font-medium" : "text-quiet"}`}>
              {say.known(statusWords(state))}
            </span>
            <span className="min-w-0 truncate text-quiet">
              {name} · <span className="tabular-nums">{code}</span>
            </span>
            <span className="text-right text-quiet tabular-nums">
              {state === "pending"
                ? say("until {day}", { day: formatDate(expiresAt, tenant.timeZone, say.language) })
                : formatDate(redeemedAt ?? createdAt, tenant.timeZone, say.language)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

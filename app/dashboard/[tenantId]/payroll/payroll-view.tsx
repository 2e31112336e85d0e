"use client";

import { Coins } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { ClosedPeriod, Payroll } from "@/lib/payroll/get-payroll";
import { formatMoney } from "@/lib/platform/format";
import { ListLoading } from "../list-loading";
import { daysWords } from "./pay-words";
import { payrollKey } from "./payroll-keys";
import { PeopleList } from "./people-list";
import { SettleForm } from "./settle-form";

/** What everybody is due for the days that are not settled, and the periods that are. */
export function PayrollView({ to }: { to: string | undefined }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<Payroll>(payrollKey(tenant.id, to), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  const { people, currency, closed } = data;
  const base = `/dashboard/${tenant.id}/payroll`;
  const sum = people.reduce((minor, { payMinor }) => minor + payMinor, 0);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10 px-4 pt-6 md:px-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] xl:gap-12 xl:pl-8">
      <section aria-labelledby="open-title" className="grid max-w-200 grid-cols-[minmax(0,1fr)] content-start gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="open-title" className="text-lg font-semibold">
            {daysWords(say, data)}
          </h2>
          {people.length > 0 ? (
            <p className="text-lg font-semibold tabular-nums">
              {say("{money} to pay", { money: formatMoney(sum, currency) })}
            </p>
          ) : null}
        </div>
        {people.length === 0 ? (
          <EmptyState
            icon={Coins}
            title={say("Nobody has earned anything yet")}
            why={say(
              "Say what people earn by their work. From then on each paid sale adds to their pay, line by line.",
            )}
            action={
              <Button asChild>
                <Link href={`${base}/rates`}>{say("Set rates")}</Link>
              </Button>
            }
          />
        ) : (
          <>
            <PeopleList
              people={people}
              currency={currency}
              hrefOf={({ staffId }) => `${base}/person/${staffId}`}
              more={({ carriedMinor }) =>
                carriedMinor < 0 ? say("{money} next time", { money: formatMoney(-carriedMinor, currency) }) : null
              }
            />
            <SettleForm payroll={data} />
          </>
        )}
      </section>
      <section aria-labelledby="closed-title" className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
        <h2 id="closed-title" className="font-semibold">
          {say("Settled")}
        </h2>
        {closed.length > 0 ? (
          <Periods periods={closed} base={base} currency={currency} />
        ) : (
          <p className="text-quiet">{say("No period is settled yet. Each one is listed here with its payslips.")}</p>
        )}
      </section>
    </div>
  );
}

function Periods({ periods, base, currency }: { periods: ClosedPeriod[]; base: string; currency: string }) {
  const say = useSay();
  return (
    <ul className="divide-y border-y">
      {periods.map((period) => (
        <li key={period.id}>
          <Link
            href={`${base}/${period.id}`}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row) transition-colors hover:bg-wash"
          >
            <span className="font-medium tabular-nums">{daysWords(say, period)}</span>
            <span className="text-right font-medium tabular-nums">{formatMoney(period.payMinor, currency)}</span>
            <span className="text-quiet">
              {say("{people, plural, one {one payslip} other {{people} payslips}}", { people: period.people })}
            </span>
            <span className={`text-right ${period.unpaid > 0 ? "text-requested" : "text-quiet"}`}>
              {period.unpaid > 0 ? say("{unpaid} to pay out", { unpaid: period.unpaid }) : say("paid out")}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

"use client";

import { ChevronRight, Download } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { MyEarnings } from "@/lib/payroll/my-earnings";
import { formatCalendarDate, formatMoney, formatTime } from "@/lib/platform/format";
import { daysWords } from "../payroll/pay-words";
import { earningsKey, ownPayslip } from "../payroll/payroll-keys";

/** What I have earned on this day, with each line that it comes from; nobody else's. */
export function Earned({ date, isToday }: { date: string; isToday: boolean }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<MyEarnings>(earningsKey(tenant.id, date), fetchJson);
  if (!data || (!isToday && data.lines.length === 0)) return null;
  const { currency, commissionMinor, tipsMinor, lines, soFar, since, payslips } = data;
  const money = (minor: number) => formatMoney(minor, currency);
  const sum = { day: formatCalendarDate(since, say.language), money: money(soFar.payMinor) };
  return (
    <section aria-labelledby="earned-title" className="border-b px-4 py-3 md:px-6 xl:pl-8">
      <details>
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-2">
          <ChevronRight
            aria-hidden
            className="size-4 text-quiet transition-transform [details[open]>summary>&]:rotate-90"
          />
          <h2 id="earned-title" className="font-medium">
            {isToday ? say("Earned today") : say("Earned")}
          </h2>
          <span className="ml-auto text-lg font-semibold tabular-nums" aria-live="polite">
            {money(commissionMinor + tipsMinor)}
          </span>
        </summary>
        {lines.length === 0 ? (
          <p className="pt-2 text-quiet">{say("Nothing yet. It grows as soon as what you did is paid.")}</p>
        ) : (
          <ul className="mt-2 divide-y border-y">
            {lines.map(({ id, kind, at, name, amountMinor }) => (
              <li key={id} className="flex justify-between gap-4 py-2">
                <span className="min-w-0 break-words">
                  {kind === "tip" ? say("Tip: {name}", { name }) : name}
                  <span className="block text-quiet tabular-nums">{formatTime(at, tenant.timeZone)}</span>
                </span>
                <span className="shrink-0 tabular-nums">{money(amountMinor)}</span>
              </li>
            ))}
          </ul>
        )}
        <p className="pt-2 text-quiet tabular-nums">
          {soFar.advancesMinor > 0
            ? say("Since {day}: {money}, with {advances} of advances taken off", {
                ...sum,
                advances: money(soFar.advancesMinor),
              })
            : say("Since {day}: {money}", sum)}
        </p>
        {isToday && payslips.length > 0 ? (
          <ul aria-label={say("Payslips")} className="mt-2 divide-y border-y">
            {payslips.map((slip) => (
              <li key={slip.periodId} className="flex items-center justify-between gap-4 py-1.5">
                <span className="min-w-0">
                  {daysWords(say, slip)}
                  <span className="block text-quiet tabular-nums">
                    {money(slip.payMinor)}
                    {slip.paid ? `, ${say("paid")}` : ""}
                  </span>
                </span>
                <Button asChild>
                  <a
                    href={ownPayslip(tenant.id, slip.periodId)}
                    download
                    aria-label={say("Payslip {days}", { days: daysWords(say, slip) })}
                  >
                    <Download aria-hidden />
                    {say("Payslip")}
                  </a>
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
      </details>
    </section>
  );
}

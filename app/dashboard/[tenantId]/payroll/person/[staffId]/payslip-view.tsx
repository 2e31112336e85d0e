"use client";

import { Download } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { Payslip } from "@/lib/payroll/get-payslip";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { ListLoading } from "../../../list-loading";
import { payslipFile, payslipKey } from "../../payroll-keys";
import { AdvanceForm } from "./advance-form";
import { PayForm } from "./pay-form";
import { PayLines } from "./pay-lines";

/** One person's pay: what it comes to, and every line that it comes from. */
export function PayslipView({ staffId, period }: { staffId: string; period: string | undefined }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<Payslip>(payslipKey(tenant.id, staffId, period), fetchJson);
  if (!data) return <ListLoading rows={8} />;
  const { currency, paid, payMinor, carriedMinor } = data;
  const sums = [
    { word: say("Commission"), minor: data.commissionMinor, always: true },
    { word: say("Tips"), minor: data.tipsMinor, always: true },
    { word: say("Advances"), minor: -data.advancesMinor },
    { word: say("Left over from before"), minor: data.broughtMinor },
  ].filter(({ minor, always }) => always || minor !== 0);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10 px-4 pt-6 md:px-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] xl:gap-12 xl:pl-8">
      <section aria-label={say("Sum")} className="grid max-w-120 grid-cols-[minmax(0,1fr)] content-start gap-4">
        {/* On paper nothing else says whose it is. */}
        <p className="hidden font-semibold print:block">
          {tenant.name} · {say("Payslip")}
        </p>
        <dl className="grid gap-1.5 tabular-nums">
          {sums.map(({ word, minor }) => (
            <div key={word} className="flex justify-between gap-4">
              <dt className="text-quiet">{word}</dt>
              <dd>{formatMoney(minor, currency)}</dd>
            </div>
          ))}
          <div className="flex justify-between gap-4 border-t pt-2 text-lg font-semibold">
            <dt>{period ? say("Pay") : say("To pay so far")}</dt>
            <dd>{formatMoney(payMinor, currency)}</dd>
          </div>
          {carriedMinor < 0 ? (
            <div className="flex justify-between gap-4 text-quiet">
              <dt>{say("Taken off next time")}</dt>
              <dd>{formatMoney(-carriedMinor, currency)}</dd>
            </div>
          ) : null}
        </dl>
        {period ? (
          <>
            {paid ? (
              <p className="text-confirmed">
                {paid.from === "cash" ? say("Paid from the drawer") : say("Paid from elsewhere")},{" "}
                {formatDayTime(paid.at, tenant.timeZone, say.language)}
                {paid.by ? `, ${say("by {name}", { name: paid.by })}` : ""}
                {paid.reference ? `: ${paid.reference}` : ""}
              </p>
            ) : payMinor > 0 ? (
              <PayForm staffId={staffId} periodId={period} />
            ) : null}
            <Button asChild className="justify-self-start">
              <a href={payslipFile(tenant.id, staffId, period)} download>
                <Download aria-hidden />
                {say("Payslip as a file")}
              </a>
            </Button>
          </>
        ) : (
          <AdvanceForm staffId={staffId} currency={currency} />
        )}
      </section>
      <PayLines slip={data} />
    </div>
  );
}

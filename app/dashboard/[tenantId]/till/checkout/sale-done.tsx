"use client";

import { Ban, CircleCheck, ReceiptText } from "lucide-react";
import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Fact, Facts } from "@/app/_components/ui/fact";
import { useSay } from "@/app/_words/use-say";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import type { SaleFacts } from "@/lib/till/get-sale";
import { closeCheckout } from "./checkout-address";
import { RefundSection } from "./refund-section";
import { SendReceipt } from "./send-receipt";
import { TenderList } from "./tender-list";

/** A sale that is over: what it was, and what can still be done with it. */
export function SaleDone({ sale, change }: { sale: SaleFacts; change: number }) {
  const say = useSay();
  const { tenant } = useShell();
  const { status, lines, currency, discountMinor, tipMinor, totalMinor, owedMinor, vatMinor, voidReason, closedAt } =
    sale;
  const money = (minor: number) => formatMoney(minor, currency);
  const voided = status === "voided";
  return (
    <div className="grid gap-6">
      <div role="status" className="grid gap-1">
        <p className={`flex items-center gap-2 font-medium ${voided ? "text-quiet" : "text-confirmed"}`}>
          {voided ? <Ban aria-hidden className="size-4" /> : <CircleCheck aria-hidden className="size-4" />}
          {voided ? say("Void") : say("Paid")}
        </p>
        <p className={`text-xl font-semibold tabular-nums ${voided ? "line-through" : ""}`}>{money(totalMinor)}</p>
        {change > 0 ? (
          <p className="text-lg font-semibold tabular-nums" data-testid="change">
            {say("Give {money} change", { money: money(change) })}
          </p>
        ) : null}
        {owedMinor < 0 ? (
          <p className="font-medium text-danger tabular-nums">
            {say("{money} more was paid than owed.", { money: money(-owedMinor) })}{" "}
            {sale.dueBackMinor > 0 ? (
              <Link href={`/dashboard/${tenant.id}/payments/refunds`} className="underline underline-offset-4">
                {say("It waits among the refunds.")}
              </Link>
            ) : (
              say("Giving it back is asked for.")
            )}
          </p>
        ) : null}
        {voided ? <p className="break-words text-quiet">“{voidReason}”</p> : null}
        {closedAt ? (
          <p className="text-quiet tabular-nums">{formatDayTime(closedAt, tenant.timeZone, say.language)}</p>
        ) : null}
      </div>
      {voided ? null : (
        <div className="grid gap-4">
          <div className="flex flex-wrap gap-2">
            <Button asChild size="large" kind="primary">
              <a href={`/r/${sale.receiptToken}`} target="_blank" rel="noreferrer">
                <ReceiptText aria-hidden />
                {say("Receipt")}
                <span className="sr-only">{say("(opens a new tab)")}</span>
              </a>
            </Button>
            <Button size="large" onClick={closeCheckout}>
              {say("Done")}
            </Button>
          </div>
          <SendReceipt sale={sale} />
        </div>
      )}
      <ul aria-label={say("Sold")} className="divide-y border-y">
        {lines.map(({ id, name, quantity, unitMinor, staffName }) => (
          <li key={id} className="flex justify-between gap-4 py-2">
            <span className="min-w-0">
              <span className="block font-medium break-words">
                {quantity > 1 ? `${quantity} × ` : ""}
                {name}
              </span>
              {staffName ? (
                <span className="block break-words text-quiet">{say("by {name}", { name: staffName })}</span>
              ) : null}
            </span>
            <span className="shrink-0 tabular-nums">{money(quantity * unitMinor)}</span>
          </li>
        ))}
      </ul>
      <Facts>
        {discountMinor > 0 ? (
          <Fact term={say("Discount")}>
            − {money(discountMinor)} <span className="text-quiet">“{sale.discountReason}”</span>
          </Fact>
        ) : null}
        {tipMinor > 0 ? <Fact term={say("Tip")}>{money(tipMinor)}</Fact> : null}
        <Fact term={say("Total")}>
          <span className="font-semibold">{money(totalMinor)}</span>
        </Fact>
        {sale.vatPercent ? (
          <Fact term={say("VAT {percent} %", { percent: sale.vatPercent })}>
            {say("{money} in it", { money: money(vatMinor) })}
          </Fact>
        ) : null}
      </Facts>
      <TenderList sale={sale} />
      {voided && owedMinor >= 0 ? null : <RefundSection sale={sale} />}
    </div>
  );
}

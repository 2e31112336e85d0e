"use client";

import Link from "next/link";
import { useState } from "react";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { RefundItem } from "@/lib/payments/list-refunds";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { PayForm } from "./pay-form";
import { howWords, noteWords, stateWords, whyWords } from "./refund-words";

const payable = new Set<RefundItem["status"]>(["queued", "failed", "needs_review"]);

/** One refund: how much, to whom and why, where it stands, and paying it. */
export function RefundLine({ refund }: { refund: RefundItem }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const { amountMinor, currency, customerName, why, status, note, notBefore, bookingId, bookingReference } = refund;
  const early = status === "queued" && notBefore > now;
  const mayPay = tenant.may.includes("refunds.approve");
  return (
    <li className="grid gap-3 px-4 py-4 md:px-6 xl:pl-8">
      <div className="grid gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-4">
          <span className="font-semibold tabular-nums">{formatMoney(amountMinor, currency)}</span>
          <span className="min-w-0 font-medium break-words">
            {say("to {name}", { name: customerName ?? say("a walk-in") })}
          </span>
          <span className="font-medium text-quiet">{say(stateWords[status])}</span>
        </p>
        <p className="text-quiet">
          {say(whyWords[why])}
          {bookingId ? (
            <>
              :{" "}
              <Link
                href={`/dashboard/${tenant.id}/bookings?booking=${bookingId}`}
                className="underline decoration-edge underline-offset-4"
              >
                {bookingReference ?? say("the booking")}
              </Link>
            </>
          ) : null}
          {refund.saleId ? (
            <>
              :{" "}
              <Link
                href={`/dashboard/${tenant.id}/till?checkout=sale:${refund.saleId}`}
                className="underline decoration-edge underline-offset-4"
              >
                {say("the sale")}
              </Link>
            </>
          ) : null}
          , {formatDayTime(refund.at, tenant.timeZone, say.language)}
          {refund.askedBy ? `, ${say("asked for by {name}", { name: refund.askedBy })}` : ""}
        </p>
        {status === "done" ? (
          <p className="break-words tabular-nums">{howWords(say, refund, tenant.timeZone)}</p>
        ) : null}
        {note ? <p className="max-w-[72ch] break-words">{noteWords(say, refund)}</p> : null}
        {early ? (
          <p className="text-quiet">
            {say("What made it due can still be taken back, until {until}.", {
              until: formatDayTime(notBefore, tenant.timeZone, say.language),
            })}
          </p>
        ) : null}
      </div>
      {status === "asked" ? (
        <Button asChild className="justify-self-start">
          <Link href={`/dashboard/${tenant.id}/till`}>{say("See it at the till")}</Link>
        </Button>
      ) : !payable.has(status) || early ? null : !mayPay ? (
        <p className="text-quiet">{say("An owner or a manager gives it back.")}</p>
      ) : refund.own ? (
        <p className="text-quiet">{say("You asked for it: another owner or manager gives it back.")}</p>
      ) : open ? (
        <PayForm refund={refund} onLeave={() => setOpen(false)} />
      ) : (
        <Button className="justify-self-start" onClick={() => setOpen(true)}>
          {say("Give it back")}
        </Button>
      )}
    </li>
  );
}

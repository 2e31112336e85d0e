"use client";

import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { PaymentItem } from "@/lib/payments/list-payments";
import { formatMoney, formatTime } from "@/lib/platform/format";
import { openPanel } from "../members/panel-address";
import { methodWords } from "../method-words";
import { paymentAddress } from "./payment-address";
import { PaymentState } from "./payment-state";

function whatFor(say: Say, { purpose, bookingReference, saleNumber }: PaymentItem): string {
  if (purpose === "deposit")
    return bookingReference ? say("Deposit of {reference}", { reference: bookingReference }) : say("Deposit");
  return saleNumber ? say("Sale {number}", { number: saleNumber }) : say("Sale");
}

/** One payment: a row on wide screens, three short lines on phones. Opens its panel. */
export function PaymentRow({ payment, timeZone }: { payment: PaymentItem; timeZone: string }) {
  const say = useSay();
  const what = whatFor(say, payment);
  const { id, at, amountMinor, currency, customerName, method, receipt, byName } = payment;
  return (
    <li className="border-t first:border-t-0">
      <a
        href={`?payment=${id}`}
        data-payment={id}
        onClick={(event) => openPanel(event, paymentAddress(id))}
        className="grid grid-cols-[3.25rem_minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 px-4 py-(--row) transition-colors hover:bg-wash focus-visible:-outline-offset-2 md:grid-cols-[3.25rem_minmax(0,2fr)_minmax(0,2fr)_minmax(0,2fr)_10rem_6.5rem] md:px-6 xl:pl-8"
      >
        <span className="font-semibold tabular-nums">{formatTime(at, timeZone)}</span>
        <span className="min-w-0 truncate font-medium">{customerName ?? say("Walk-in")}</span>
        <span className="text-right font-medium tabular-nums md:order-last">{formatMoney(amountMinor, currency)}</span>
        <span className="hidden truncate text-quiet md:block">{what}</span>
        <span className="col-span-2 col-start-2 truncate text-quiet md:col-span-1 md:col-start-auto">
          <span className="md:hidden">{what}, </span>
          {say(methodWords[method])}
          {receipt ? <span className="tabular-nums"> {receipt}</span> : null}
          {byName ? `, ${byName}` : ""}
        </span>
        <span className="col-span-2 col-start-2 md:col-span-1 md:col-start-auto">
          <PaymentState payment={payment} />
        </span>
      </a>
    </li>
  );
}

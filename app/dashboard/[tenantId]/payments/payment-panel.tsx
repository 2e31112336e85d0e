"use client";

import { ArrowRight, SearchX } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson, HttpError } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Fact, Facts } from "@/app/_components/ui/fact";
import { Sheet } from "@/app/_components/ui/sheet";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { useSay } from "@/app/_words/use-say";
import type { PaymentFacts } from "@/lib/payments/get-payment";
import { denied, neverSaid } from "@/lib/payments/rules";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { methodWords } from "../method-words";
import { AskAgain } from "./ask-again";
import { DenyCard } from "./deny-card";
import { DoubtCard } from "./doubt-card";
import { paymentKey } from "./money-keys";
import { closePayment } from "./payment-address";
import { PaymentState } from "./payment-state";
import { reasonWords, stepWords } from "./payment-words";

/** The payment that the address names, beside the list. */
export function PaymentPanel() {
  const say = useSay();
  const { tenant } = useShell();
  const asked = useSearchParams().get("payment");
  // Kept while the panel slides out, so that it does not empty on its way.
  const [id, setId] = useState(asked);
  if (asked && asked !== id) setId(asked);
  const { data, error } = useSWR<PaymentFacts>(id ? paymentKey(tenant.id, id) : null, fetchJson, {
    shouldRetryOnError: (problem) => !(problem instanceof HttpError && problem.status < 500),
  });
  const missing = error instanceof HttpError && error.status < 500 && !data;
  return (
    <Sheet
      open={asked !== null}
      onClose={closePayment}
      title={data ? formatMoney(data.amountMinor, data.currency) : missing ? say("Payment not found") : say("Payment")}
      about={
        data
          ? `${data.customerName ?? say("Walk-in")}, ${formatDayTime(data.at, tenant.timeZone, say.language)}`
          : missing
            ? say("Nothing to show")
            : say("Loading")
      }
    >
      {data ? (
        <div className="grid gap-6">
          <PaymentState payment={data} />
          {data.doubt ? <DoubtCard key={data.doubt} payment={data} doubt={data.doubt} /> : null}
          <What payment={data} />
          <DenyCard payment={data} />
          {data.askable ? <AskAgain paymentId={data.id} /> : null}
          <History payment={data} />
        </div>
      ) : missing ? (
        <EmptyState
          icon={SearchX}
          title={say("This payment is not here")}
          why={say("It is another business’s, or was never made.")}
        />
      ) : error ? (
        <p role="alert">{say("The payment could not be loaded. It comes by itself once the server answers.")}</p>
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </Sheet>
  );
}

function What({ payment }: { payment: PaymentFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  const {
    method,
    receipt,
    claimed,
    resultCode,
    phone,
    reference,
    shortcode,
    byName,
    bookingId,
    bookingReference,
    saleId,
    saleNumber,
  } = payment;
  const why = reasonWords(say, resultCode);
  return (
    <Facts>
      <Fact term={say("Paid by")}>{say(methodWords[method])}</Fact>
      {bookingId ? (
        <Fact term={say("Deposit of")}>
          <Go href={`/dashboard/${tenant.id}/bookings?booking=${bookingId}`}>
            {bookingReference ?? say("the booking")}
          </Go>
        </Fact>
      ) : saleId ? (
        <Fact term={say("For")}>
          <Go href={`/dashboard/${tenant.id}/till?checkout=sale:${saleId}`}>
            {saleNumber ? say("Sale {number}", { number: saleNumber }) : say("the sale")}
          </Go>
        </Fact>
      ) : null}
      {receipt ? <Fact term={say("M-Pesa code")}>{receipt}</Fact> : null}
      {claimed && !receipt ? (
        <Fact term={say("Code given")}>{say("{code}, not confirmed by M-Pesa", { code: claimed })}</Fact>
      ) : null}
      {why ? (
        <Fact term={say("Not paid")}>
          {why}
          {resultCode === denied || resultCode === neverSaid ? null : (
            <span className="text-quiet"> {say("(code {code})", { code: String(resultCode) })}</span>
          )}
        </Fact>
      ) : null}
      {phone ? <Fact term={say("Phone")}>{phone}</Fact> : null}
      {reference ? <Fact term={say("Reference")}>{reference}</Fact> : null}
      {shortcode ? <Fact term={say("{of, select, other {To}}", { of: "number" })}>{shortcode}</Fact> : null}
      {byName ? <Fact term={method === "prompt" ? say("Asked for by") : say("Entered by")}>{byName}</Fact> : null}
      {payment.looks > 0 ? (
        <Fact term={say("Asked after")}>
          {say("{times, plural, one {once} other {{times} times}}", { times: payment.looks })}
        </Fact>
      ) : null}
    </Facts>
  );
}

const Go = ({ href, children }: { href: string; children: string }) => (
  <Link href={href} className="inline-flex items-center gap-1 underline decoration-edge underline-offset-4">
    {children}
    <ArrowRight aria-hidden className="size-3.5" />
  </Link>
);

function History({ payment: { steps, currency } }: { payment: PaymentFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <section aria-labelledby="history-title" className="grid gap-2 border-t pt-5">
      <h3 id="history-title" className="font-medium">
        {say("History")}
      </h3>
      <ol className="grid gap-2">
        {steps.map((step, at) => (
          // Two steps may be of one instant and one kind.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
          <li key={at} className="grid gap-0.5">
            <span>{stepWords(say, step, currency)}</span>
            <span className="text-quiet tabular-nums">{formatDayTime(step.at, tenant.timeZone, say.language)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

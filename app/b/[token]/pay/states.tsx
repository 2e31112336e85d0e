import Link from "next/link";
import { Countdown } from "@/app/book/_parts/countdown";
import { Check, Clock } from "@/app/book/_parts/icons";
import { privacyHref } from "@/app/book/_parts/privacy-href";
import { readablePhone } from "@/app/book/_parts/words";
import { payHref } from "@/lib/bookings/booking-token";
import type { Ticket } from "@/lib/bookings/get-ticket";
import type { Deposit } from "@/lib/payments/get-deposit";
import { formatMoney, formatTime } from "@/lib/platform/format";
import { CodeForm, PhoneForm } from "./pay-forms";
import { failureWords, waitingWords } from "./words";

const link = "inline-flex h-11 items-center underline decoration-edge underline-offset-4 hover:text-ink";

type EndedProps = { token: string; deposit: Deposit; status: Ticket["status"]; house: string };

/** Nothing is waited for any more, and the way on. */
export function Ended({ token, deposit, status, house }: EndedProps) {
  const { state, amountMinor, currency, latest } = deposit;
  const asks = status === "requested";
  return (
    <div className="grid gap-4">
      <p className={`flex items-center gap-2 font-semibold ${asks ? "text-requested" : "text-confirmed"}`}>
        {asks ? <Clock /> : <Check size={24} />}
        {asks ? "Waiting for a yes" : "Your time is booked"}
      </p>
      {state === "paid" ? (
        <p>
          {house} has your {formatMoney(amountMinor, currency)}
          {latest?.receipt ? (
            <>
              , M-Pesa code <span className="font-medium tabular-nums">{latest.receipt}</span>
            </>
          ) : null}
          .{asks ? ` ${house} answers soon; if it cannot be, all of it comes back to you.` : ""}
        </p>
      ) : (
        <p>{house} asks for no deposit any more.</p>
      )}
      {state === "paid" && latest?.isUnverified ? (
        <details>
          <summary className={`${link} cursor-pointer`}>The code is not right</summary>
          <div className="mt-3">
            <CodeForm token={token} main={false} word="This is the code" />
          </div>
        </details>
      ) : null}
      <Link
        href={`/b/${token}`}
        prefetch={false}
        className="inline-flex h-12 items-center justify-center rounded-control bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong"
      >
        Your booking
      </Link>
    </div>
  );
}

type WaitingProps = {
  token: string;
  latest: NonNullable<Deposit["latest"]>;
  /** Whether a code may be typed, and is being typed: then the page does not load itself anew. */
  code: "none" | "offered" | "open";
};

/** It has been asked for and nobody knows yet. Without a script the page asks again by itself. */
export function Waiting({ token, latest, code }: WaitingProps) {
  const { title, text } = waitingWords(latest);
  return (
    <section aria-label="Payment" className="grid gap-4">
      {code === "open" ? null : (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
      )}
      <div role="status" className="rounded-panel border border-line bg-surface p-5">
        <p className="flex items-center gap-2 font-semibold text-requested">
          <Clock />
          {title}
        </p>
        <p className="mt-2">{text}</p>
      </div>
      {code === "open" ? <CodeForm token={token} main={false} /> : null}
      {code === "offered" ? (
        <Link href={`${payHref(token)}?code`} prefetch={false} replace className={link}>
          {latest.claimed ? "Type another code" : "I paid but it still waits"}
        </Link>
      ) : null}
    </section>
  );
}

/** Whether it has been paid is a person's to say: nothing here asks for it again. */
export const LookedAt = ({ tenant }: Pick<Ticket, "tenant">) => (
  <div role="status" className="rounded-panel border border-line bg-surface p-5">
    <p className="flex items-center gap-2 font-semibold text-requested">
      <Clock />
      We are looking at your payment
    </p>
    <p className="mt-2">
      Do not pay again. {tenant.name} sees whether it came, and this page shows it then. If it takes long, call{" "}
      <a
        href={`tel:${tenant.phone}`}
        className="whitespace-nowrap underline decoration-edge underline-offset-4 tabular-nums"
      >
        {readablePhone(tenant.phone)}
      </a>
      .
    </p>
  </div>
);

type ToAskProps = { token: string; deposit: Deposit; phone: string | null; ticket: Ticket };

/** Asks a phone; what became of the last time stands above. */
export function ToAsk({ token, deposit, phone, ticket: { tenant } }: ToAskProps) {
  const { latest, promptsLeft, nextAskAt, amountMinor, currency } = deposit;
  return (
    <section aria-label="Ask a phone" className="grid gap-4">
      {latest ? (
        <p role="alert" className="rounded-panel border border-edge bg-surface p-4">
          {failureWords(latest, tenant.name)}
        </p>
      ) : null}
      {promptsLeft > 0 ? (
        <>
          <PhoneForm
            token={token}
            phone={phone}
            amount={formatMoney(amountMinor, currency)}
            again={latest !== null}
            privacy={privacyHref(tenant.slug)}
          />
          <p className="text-sm text-quiet">
            {latest === null
              ? "M-Pesa asks on that phone; type your PIN there."
              : `It can be asked for ${promptsLeft === 1 ? "once more" : `${promptsLeft} more times`}.`}
            {nextAskAt ? (
              <>
                {" "}
                The same phone again from {formatTime(nextAskAt, tenant.timeZone)} on. <Countdown until={nextAskAt} />
              </>
            ) : null}
          </p>
        </>
      ) : (
        <p>It cannot be asked for on a phone again. Pay by hand below, or call.</p>
      )}
    </section>
  );
}

/** Where it is paid to when nobody is asked, and the code that tells it. */
export function ByHand({ token, deposit, house }: { token: string; deposit: Deposit; house: string }) {
  const { account, amountMinor, currency, reference, prompts, promptsLeft } = deposit;
  if (!account) return <p>{house} cannot be paid here at the moment. Please call.</p>;
  const isOnly = !prompts || promptsLeft === 0;
  const steps = (
    <div className="grid gap-4">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 rounded-panel border border-line bg-surface p-5">
        <dt className="text-quiet">{account.kind === "till" ? "Till (Buy Goods)" : "Paybill"}</dt>
        <dd className="font-semibold tabular-nums">{account.number}</dd>
        {account.kind === "paybill" ? (
          <>
            <dt className="text-quiet">Account</dt>
            <dd className="font-semibold tabular-nums">{reference}</dd>
          </>
        ) : null}
        <dt className="text-quiet">Amount</dt>
        <dd className="font-semibold tabular-nums">{formatMoney(amountMinor, currency)}</dd>
      </dl>
      <CodeForm token={token} main={isOnly} />
    </div>
  );
  if (isOnly)
    return (
      <section aria-label="Pay by hand" className="grid gap-3">
        <p>Pay in the M-Pesa menu of your phone, then type the code of the message that you get.</p>
        {steps}
      </section>
    );
  return (
    <details>
      <summary className={`${link} cursor-pointer`}>Pay by hand, or type a code</summary>
      <div className="mt-3">{steps}</div>
    </details>
  );
}

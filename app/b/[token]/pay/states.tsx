import Link from "next/link";
import { languageHere } from "@/app/_server/language";
import { Countdown } from "@/app/book/_parts/countdown";
import { Check, Clock } from "@/app/book/_parts/icons";
import { privacyHref } from "@/app/book/_parts/plain-links";
import { publicWords } from "@/app/book/_parts/public-words";
import { readablePhone } from "@/app/book/_parts/words";
import { payHref } from "@/lib/bookings/booking-token";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { payerNotice } from "@/lib/customers/consent-words";
import type { Deposit } from "@/lib/payments/get-deposit";
import { formatMoney, formatTime, type Language } from "@/lib/platform/format";
import { ticketWords } from "../words";
import { CodeForm, PhoneForm } from "./pay-forms";
import { failureWords, payWords, waitingWords } from "./words";

const link = "inline-flex h-11 items-center underline decoration-edge underline-offset-4 hover:text-ink";

/** What the form of a code is written with, for the browser. */
function codeWords(language: Language, deed = payWords[language].havePaid) {
  const { codeOf, codeHelp } = payWords[language];
  return { codeOf, codeHelp, deed, busy: publicWords[language].busy };
}

type EndedProps = { token: string; deposit: Deposit; status: Ticket["status"]; house: string };

/** Nothing is waited for any more, and the way on. */
export async function Ended({ token, deposit, status, house }: EndedProps) {
  const language = await languageHere();
  const words = payWords[language];
  const { state, amountMinor, currency, latest } = deposit;
  const asks = status === "requested";
  return (
    <div className="grid gap-4">
      <p className={`flex items-center gap-2 font-semibold ${asks ? "text-requested" : "text-confirmed"}`}>
        {asks ? <Clock /> : <Check size={24} />}
        {asks ? ticketWords[language].requested : words.isBooked}
      </p>
      {state === "paid" ? (
        <p>
          {words.hasYour(house, formatMoney(amountMinor, currency))}
          {latest?.receipt ? (
            <>
              , {words.mpesaCode} <span className="font-medium tabular-nums">{latest.receipt}</span>
            </>
          ) : null}
          .{asks ? ` ${words.ifNot(house)}` : ""}
        </p>
      ) : (
        <p>{words.noDeposit(house)}</p>
      )}
      {state === "paid" && latest?.isUnverified ? (
        <details>
          <summary className={`${link} cursor-pointer`}>{words.notRight}</summary>
          <div className="mt-3">
            <CodeForm token={token} main={false} words={codeWords(language, words.thisOne)} />
          </div>
        </details>
      ) : null}
      <Link
        href={`/b/${token}`}
        prefetch={false}
        className="inline-flex h-12 items-center justify-center rounded-control bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong"
      >
        {ticketWords[language].yourBooking}
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
export async function Waiting({ token, latest, code }: WaitingProps) {
  const language = await languageHere();
  const words = payWords[language];
  const { title, text } = waitingWords(latest, words);
  return (
    <section aria-label={words.payment} className="grid gap-4">
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
      {code === "open" ? <CodeForm token={token} main={false} words={codeWords(language)} /> : null}
      {code === "offered" ? (
        <Link href={`${payHref(token)}?code`} prefetch={false} replace className={link}>
          {latest.claimed ? words.otherCode : words.stillWaits}
        </Link>
      ) : null}
    </section>
  );
}

/** Whether it has been paid is a person's to say: nothing here asks for it again. */
export const LookedAt = async ({ tenant }: Pick<Ticket, "tenant">) => (
  <div role="status" className="rounded-panel border border-line bg-surface p-5">
    <p className="flex items-center gap-2 font-semibold text-requested">
      <Clock />
      {payWords[await languageHere()].lookedAt}
    </p>
    <p className="mt-2">
      {payWords[await languageHere()].lookedAtAbout(tenant.name)}{" "}
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
export async function ToAsk({ token, deposit, phone, ticket: { tenant } }: ToAskProps) {
  const language = await languageHere();
  const words = payWords[language];
  const { latest, promptsLeft, nextAskAt, amountMinor, currency } = deposit;
  return (
    <section aria-label={words.askPhone} className="grid gap-4">
      {latest ? (
        <p role="alert" className="rounded-panel border border-edge bg-surface p-4">
          {failureWords(latest, tenant.name, words)}
        </p>
      ) : null}
      {promptsLeft > 0 ? (
        <>
          <PhoneForm
            token={token}
            phone={phone}
            privacy={privacyHref(tenant.slug)}
            ask={(latest === null ? words.askMine : words.askAgain)(formatMoney(amountMinor, currency))}
            words={{
              phoneThatPays: words.phoneThatPays,
              phoneHelp: phone ? words.emptyFor(phone) : publicWords[language].phoneHelp,
              busy: publicWords[language].busy,
              notice: payerNotice[language],
              privacy: publicWords[language].privacy,
            }}
          />
          <p className="text-sm text-quiet">
            {latest === null ? words.asksThere : words.moreTimes(promptsLeft)}
            {nextAskAt ? (
              <>
                {" "}
                {words.samePhoneFrom(formatTime(nextAskAt, tenant.timeZone))}{" "}
                <Countdown until={nextAskAt} label={publicWords[language].timeLeft} />
              </>
            ) : null}
          </p>
        </>
      ) : (
        <p>{words.noMoreAsking}</p>
      )}
    </section>
  );
}

/** Where it is paid to when nobody is asked, and the code that tells it. */
export async function ByHand({ token, deposit, house }: { token: string; deposit: Deposit; house: string }) {
  const language = await languageHere();
  const words = payWords[language];
  const { account, amountMinor, currency, reference, prompts, promptsLeft } = deposit;
  if (!account) return <p>{words.cannotPay(house)}</p>;
  const isOnly = !prompts || promptsLeft === 0;
  const steps = (
    <div className="grid gap-4">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 rounded-panel border border-line bg-surface p-5">
        <dt className="text-quiet">{account.kind === "till" ? words.till : words.paybill}</dt>
        <dd className="font-semibold tabular-nums">{account.number}</dd>
        {account.kind === "paybill" ? (
          <>
            <dt className="text-quiet">{words.account}</dt>
            <dd className="font-semibold tabular-nums">{reference}</dd>
          </>
        ) : null}
        <dt className="text-quiet">{words.amount}</dt>
        <dd className="font-semibold tabular-nums">{formatMoney(amountMinor, currency)}</dd>
      </dl>
      <CodeForm token={token} main={isOnly} words={codeWords(language)} />
    </div>
  );
  if (isOnly)
    return (
      <section aria-label={words.byHand} className="grid gap-3">
        <p>{words.byHandAbout}</p>
        {steps}
      </section>
    );
  return (
    <details>
      <summary className={`${link} cursor-pointer`}>{words.byHandOrCode}</summary>
      <div className="mt-3">{steps}</div>
    </details>
  );
}

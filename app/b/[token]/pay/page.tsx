import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { languageHere } from "@/app/_server/language";
import { Countdown } from "@/app/book/_parts/countdown";
import { Frame } from "@/app/book/_parts/frame";
import { Live } from "@/app/book/_parts/live";
import { publicWords } from "@/app/book/_parts/public-words";
import { StepTitle } from "@/app/book/_parts/step";
import { guest, type Query, single } from "@/app/book/_parts/tenant";
import { readablePhone } from "@/app/book/_parts/words";
import { getTicket, type Ticket } from "@/lib/bookings/get-ticket";
import { phoneOf } from "@/lib/bookings/phone-of";
import { type Deposit, getDeposit } from "@/lib/payments/get-deposit";
import type { LateMoney } from "@/lib/payments/late-money";
import { isOpen } from "@/lib/payments/rules";
import { now } from "@/lib/platform/clock";
import { formatDayTime, formatMoney, formatTime } from "@/lib/platform/format";
import { masked } from "@/lib/platform/masked";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { Forget } from "../forget";
import { Lapsed } from "../lapsed";
import { LateNote, lateMoneyOf } from "../late-note";
import { ticketWords } from "../words";
import { ByHand, Ended, LookedAt, ToAsk, Waiting } from "./states";
import { type PayWords, payWords } from "./words";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: payWords[await languageHere()].title,
  robots: { index: false, follow: false },
});

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> };

/** What is paid before a booking is promised. All that it says comes from the server: it may be closed and opened again. */
export default async function PayPage({ params, searchParams }: Props) {
  const since = now().getTime();
  const { token } = await params;
  const ticket = await getTicket(token);
  if (!ticket) notFound();
  const { tenant } = ticket;
  const language = await languageHere();
  const words = ticketWords[language];
  const { deposit, phone } = await readTenant(tenant.id, guest, async (scope) => {
    const [deposit, phone] = await Promise.all([getDeposit(scope, ticket.id), phoneOf(scope, ticket.id)]);
    return { deposit, phone: phone && masked(phone) };
  });
  if (!deposit) redirect(`/b/${token}`);
  const late = deposit.state === "due" ? null : await lateMoneyOf(ticket);
  const withCode = single(await searchParams, "code") !== undefined;
  return (
    <Frame tenant={tenant}>
      <div className="grid max-w-[28rem] grid-cols-[minmax(0,1fr)] gap-5 pb-12">
        <StepTitle
          back={{ href: `/b/${token}`, label: words.yourBooking }}
          title={titleOf(deposit, payWords[language])}
        >
          {ticket.lines.map(({ serviceName }) => serviceName).join(", ")},{" "}
          {formatDayTime(ticket.startsAt, tenant.timeZone, language)}
        </StepTitle>
        {late ? <LateNote late={late} ticket={ticket} /> : null}
        <State {...{ token, ticket, deposit, phone, withCode, late }} />
        {deposit.isLookedAt ? null : (
          <p className="text-quiet">
            {words.callHouse(tenant.name, readablePhone(tenant.phone).replaceAll(" ", "\u00a0"))}
          </p>
        )}
        <Forget slug={tenant.slug} />
        <Live stream={`/api/b/${token}/stream`} since={since} days={null} />
      </div>
    </Frame>
  );
}

function titleOf({ state, amountMinor, currency, isLookedAt }: Deposit, words: PayWords): string {
  if (state !== "due") return words[state];
  const money = formatMoney(amountMinor, currency);
  return isLookedAt ? words.depositOf(money) : words.pay(money);
}

type StateProps = {
  token: string;
  ticket: Ticket;
  deposit: Deposit;
  phone: string | null;
  withCode: boolean;
  late: LateMoney | null;
};

async function State({ token, ticket, deposit, phone, withCode, late }: StateProps) {
  const language = await languageHere();
  const words = payWords[language];
  const { tenant, status } = ticket;
  const { state, latest, expiresAt } = deposit;
  if (state === "paid" || state === "waived")
    return <Ended token={token} deposit={deposit} status={status} house={tenant.name} />;
  if (state === "owed") return <p>{words.notFound(tenant.name)}</p>;
  if (state === "lapsed")
    return (
      <>
        {latest && isOpen(latest.status) ? (
          // It may be paid: nobody is led to book, and pay, a second time.
          <Waiting token={token} latest={latest} code="none" />
        ) : deposit.isLookedAt ? (
          <LookedAt tenant={tenant} />
        ) : late ? null : (
          <Lapsed token={token} ticket={ticket} at={now()} />
        )}
        <Link
          href={`/b/${token}`}
          prefetch={false}
          className="inline-flex h-11 items-center underline underline-offset-4"
        >
          {ticketWords[language].yourBooking}
        </Link>
      </>
    );
  return (
    <>
      {expiresAt ? (
        <p>
          {words.keptUntil(formatTime(expiresAt, tenant.timeZone))}{" "}
          <Countdown until={expiresAt} label={publicWords[language].timeLeft} />
        </p>
      ) : null}
      {latest && isOpen(latest.status) ? (
        <Waiting token={token} latest={latest} code={withCode ? "open" : "offered"} />
      ) : deposit.isLookedAt ? (
        <LookedAt tenant={tenant} />
      ) : (
        <>
          {deposit.prompts ? <ToAsk token={token} deposit={deposit} phone={phone} ticket={ticket} /> : null}
          <ByHand token={token} deposit={deposit} house={tenant.name} />
        </>
      )}
    </>
  );
}

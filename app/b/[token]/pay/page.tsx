import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Countdown } from "@/app/book/_parts/countdown";
import { Frame } from "@/app/book/_parts/frame";
import { Live } from "@/app/book/_parts/live";
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
import { ByHand, Ended, LookedAt, ToAsk, Waiting } from "./states";

export const metadata: Metadata = { title: "Pay the deposit", robots: { index: false, follow: false } };

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> };

/** What is paid before a booking is promised. All that it says comes from the server: it may be closed and opened again. */
export default async function PayPage({ params, searchParams }: Props) {
  const since = now().getTime();
  const { token } = await params;
  const ticket = await getTicket(token);
  if (!ticket) notFound();
  const { tenant } = ticket;
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
        <StepTitle back={{ href: `/b/${token}`, label: "Your booking" }} title={titleOf(deposit)}>
          <What ticket={ticket} />
        </StepTitle>
        {late ? <LateNote late={late} ticket={ticket} /> : null}
        <State {...{ token, ticket, deposit, phone, withCode, late }} />
        {deposit.isLookedAt ? null : (
          <p className="text-quiet">
            Questions? Call {tenant.name}, <span className="whitespace-nowrap">{readablePhone(tenant.phone)}</span>.
          </p>
        )}
        <Forget slug={tenant.slug} />
        <Live stream={`/api/b/${token}/stream`} since={since} days={null} />
      </div>
    </Frame>
  );
}

const titles: Record<Exclude<Deposit["state"], "due">, string> = {
  paid: "Paid",
  waived: "Nothing to pay",
  lapsed: "Not kept any longer",
  owed: "To pay at your visit",
};

const titleOf = ({ state, amountMinor, currency, isLookedAt }: Deposit): string => {
  if (state !== "due") return titles[state];
  const money = formatMoney(amountMinor, currency);
  return isLookedAt ? `Deposit of ${money}` : `Pay ${money}`;
};

const What = ({ ticket: { lines, startsAt, tenant } }: { ticket: Ticket }): ReactNode =>
  `${lines.map(({ serviceName }) => serviceName).join(", ")}, ${formatDayTime(startsAt, tenant.timeZone)}`;

type StateProps = {
  token: string;
  ticket: Ticket;
  deposit: Deposit;
  phone: string | null;
  withCode: boolean;
  late: LateMoney | null;
};

function State({ token, ticket, deposit, phone, withCode, late }: StateProps) {
  const { tenant, status } = ticket;
  const { state, latest, expiresAt } = deposit;
  if (state === "paid" || state === "waived")
    return <Ended token={token} deposit={deposit} status={status} house={tenant.name} />;
  if (state === "owed")
    return (
      <p>
        Your time is kept. {tenant.name} has not found the payment of your deposit: bring the M-Pesa message with you,
        or pay it there.
      </p>
    );
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
          Your booking
        </Link>
      </>
    );
  return (
    <>
      {expiresAt ? (
        <p>
          Your time is kept until {formatTime(expiresAt, tenant.timeZone)}. <Countdown until={expiresAt} />
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

import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { missingWords } from "@/app/_components/errors/missing-words";
import { languageHere } from "@/app/_server/language";
import { Frame } from "@/app/book/_parts/frame";
import { zoneName } from "@/app/book/_parts/in-words";
import { servicesHref } from "@/app/book/_parts/links";
import { Live } from "@/app/book/_parts/live";
import { portalHref } from "@/app/book/_parts/plain-links";
import { publicWords } from "@/app/book/_parts/public-words";
import { readablePhone } from "@/app/book/_parts/words";
import { getTicket, type Ticket } from "@/lib/bookings/get-ticket";
import { hasRunOut, mayMove, movesFor } from "@/lib/bookings/rules";
import { now } from "@/lib/platform/clock";
import { formatDay, formatDayTime, formatMoney, formatTime, type Language } from "@/lib/platform/format";
import { AskedToMove, isAsked } from "./asked-to-move";
import { CancelForm } from "./cancel-form";
import { CostNote, cancelWords } from "./cost";
import { Forget } from "./forget";
import { HereForm } from "./here-form";
import { HoldForm } from "./hold-form";
import { Lapsed } from "./lapsed";
import { LateNote, lateMoneyOf } from "./late-note";
import { Proposals } from "./proposals";
import { StatusMark, statusOf } from "./status";
import { PaidNote, ToPay } from "./to-pay";
import { WaysOn } from "./ways-on";
import { ticketWords } from "./words";

type Props = { params: Promise<{ token: string }> };

const knownTicket = cache(getTicket);
const ticketAt = async (token: string): Promise<Ticket> => (await knownTicket(token)) ?? notFound();

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ticket = await knownTicket((await params).token);
  if (!ticket) return { title: missingWords[await languageHere()].title };
  return {
    title: { absolute: ticketWords[await languageHere()].title(ticket.reference, ticket.tenant.name) },
    robots: { index: false, follow: false },
  };
}

export default async function TicketPage({ params }: Props) {
  const since = now().getTime();
  const { token } = await params;
  const language = await languageHere();
  const words = ticketWords[language];
  const ticket = await ticketAt(token);
  const { tenant, lines, status } = ticket;
  const at = now();
  const late = await lateMoneyOf(ticket);
  const may = movesFor({ ...ticket, timeZone: tenant.timeZone }, "customer", at);
  const asked = isAsked(ticket, at);
  const { over, note } = statusOf(hasRunOut(ticket, at) ? "expired" : status, tenant, words);
  const isUnpaid = status === "held" && ticket.deposit === "due" && !hasRunOut(ticket, at);
  return (
    <Frame tenant={tenant}>
      <div className="pb-12">
        {/* Whose money is here or on its way back is not led to pay a second time. */}
        {late ? <LateNote late={late} ticket={ticket} /> : <Lapsed token={token} ticket={ticket} at={at} />}
        <AskedToMove token={token} ticket={ticket} at={at} />
        <Proposals token={token} ticket={ticket} at={at} />
        <article className="overflow-hidden rounded-panel border border-line bg-surface sm:max-w-[28rem]">
          <div className="p-5">
            <StatusMark
              status={hasRunOut(ticket, at) ? "expired" : status}
              isAsked={asked}
              isUnpaid={isUnpaid}
              words={words}
            />
            <h1 className={`mt-4 text-xl ${over ? "line-through decoration-2" : ""}`}>
              {formatDay(ticket.startsAt, tenant.timeZone, language)}, {formatTime(ticket.startsAt, tenant.timeZone)}
              <span className="text-quiet"> – {formatTime(ticket.endsAt, tenant.timeZone)}</span>
            </h1>
            <p className="mt-1 text-sm text-quiet">{zoneName(tenant.timeZone, new Date(ticket.startsAt), language)}</p>
            {ticket.movedFrom && !over ? (
              <p className="mt-1 text-quiet">
                {words.movedFrom(formatDayTime(ticket.movedFrom, tenant.timeZone, language))}
              </p>
            ) : null}
          </div>

          <div className="border-t border-dashed border-edge p-5">
            <ul className="grid gap-3">
              {lines.map((line) => (
                <li key={line.startsAt} className="flex items-start justify-between gap-4">
                  <span className="min-w-0">
                    <span className="block font-medium">{line.serviceName}</span>
                    <span className="block text-quiet">
                      {lines.length > 1 ? `${formatTime(line.startsAt, tenant.timeZone)} ` : ""}
                      {words.with(line.staffName)}
                    </span>
                  </span>
                  <span className="shrink-0 tabular-nums">{formatMoney(line.priceMinor, ticket.currency)}</span>
                </li>
              ))}
            </ul>
            {lines.length > 1 ? (
              <p className="mt-3 flex justify-between gap-4 border-t border-line pt-3 font-medium">
                {words.total} <span className="tabular-nums">{formatMoney(ticket.totalMinor, ticket.currency)}</span>
              </p>
            ) : null}
          </div>

          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 border-t border-line p-5">
            <Fact name={words.for}>{ticket.bookedName}</Fact>
            <Fact name={words.where}>
              {tenant.name}, {tenant.city}
            </Fact>
            <Fact name={words.phone}>
              <a href={`tel:${tenant.phone}`} className="underline decoration-edge underline-offset-4 tabular-nums">
                {readablePhone(tenant.phone)}
              </a>
            </Fact>
          </dl>

          <div className="border-t border-dashed border-edge p-5">
            <p className="text-sm text-quiet">{words.reference}</p>
            <p className="mt-1 text-xl font-semibold tracking-[0.12em] tabular-nums">{ticket.reference}</p>
          </div>
        </article>
        <p className="mt-4 max-w-[28rem] text-quiet">
          {asked
            ? words.callHouse(tenant.name, readablePhone(tenant.phone))
            : isUnpaid
              ? `${words.yoursOncePaid} ${words.call(readablePhone(tenant.phone))}`
              : note}
        </p>
        <Forget slug={tenant.slug} />
        <Live stream={`/api/b/${token}/stream`} since={since} days={null} />
        {may.includes("check_in") ? (
          <HereForm token={token} words={{ here: words.here, busy: publicWords[language].busy }} />
        ) : null}
        <PaidNote ticket={ticket} />
        <CostNote ticket={ticket} />
        {isUnpaid ? <ToPay token={token} ticket={ticket} /> : null}
        {may.includes("confirm") ? (
          <HoldForm
            token={token}
            until={ticket.expiresAt ?? ticket.startsAt}
            words={{
              kept: words.keptUntil(formatDayTime(ticket.expiresAt ?? ticket.startsAt, tenant.timeZone, language)),
              timeLeft: publicWords[language].timeLeft,
              book: words.book,
              booking: words.booking,
            }}
          />
        ) : null}
        {mayMove(ticket, "customer", at) && !asked ? (
          <Link
            href={`/b/${token}/move`}
            prefetch={false}
            className="mt-6 inline-flex h-11 items-center rounded-control border border-edge bg-surface px-4 font-medium hover:bg-wash"
          >
            {words.changeTime}
          </Link>
        ) : null}
        {may.includes("cancel") || may.includes("release") ? (
          <CancelForm token={token} status={status} words={cancelWords(ticket, at, language)} />
        ) : null}
        <Others others={ticket.others} timeZone={tenant.timeZone} language={language} />
        <WaysOn token={token} over={over} asked={asked} />
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Link
            href={servicesHref(tenant.slug)}
            prefetch={false}
            className="inline-flex h-11 items-center rounded-control border border-edge bg-surface px-4 font-medium hover:bg-wash"
          >
            {words.bookOther}
          </Link>
          <Link
            href={portalHref(tenant.slug)}
            prefetch={false}
            className="inline-flex h-11 items-center text-quiet underline decoration-edge underline-offset-4 hover:text-ink"
          >
            {words.allBookings}
          </Link>
        </div>
      </div>
    </Frame>
  );
}

type OthersProps = { others: Ticket["others"]; timeZone: string; language: Language };

/** The other dates of a visit that comes round, each with a page of its own. */
function Others({ others, timeZone, language }: OthersProps) {
  if (others.length === 0) return null;
  return (
    <details className="mt-6 max-w-[28rem]">
      <summary className="inline-flex h-11 cursor-pointer items-center underline decoration-edge underline-offset-4">
        {ticketWords[language].otherDates(others.length)}
      </summary>
      <ul className="border-y border-line">
        {others.map(({ startsAt, token }) => (
          <li key={token} className="border-t border-line first:border-t-0">
            <Link
              href={`/b/${token}`}
              prefetch={false}
              className="flex min-h-11 items-center py-2 tabular-nums underline decoration-edge underline-offset-4"
            >
              {formatDayTime(startsAt, timeZone, language)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-quiet">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

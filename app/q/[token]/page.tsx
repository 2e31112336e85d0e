import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { languageHere } from "@/app/_server/language";
import { EndForm } from "@/app/book/_parts/end-form";
import { EveryMinute } from "@/app/book/_parts/every-minute";
import { Frame } from "@/app/book/_parts/frame";
import { duration } from "@/app/book/_parts/in-words";
import { servicesHref } from "@/app/book/_parts/links";
import { Live } from "@/app/book/_parts/live";
import { publicWords } from "@/app/book/_parts/public-words";
import { TooOften, waitToLook } from "@/app/book/_parts/too-often";
import { bookWords } from "@/app/book/[slug]/words";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatTime, type Language } from "@/lib/platform/format";
import { type OpenTicket, openTicket } from "@/lib/waitlist/open-ticket";
import { leaveQueue } from "./actions";
import { type QueueWords, queueWords } from "./words";

type Props = { params: Promise<{ token: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: queueWords[await languageHere()].title,
  robots: { index: false, follow: false },
});

/** A ticket of the queue: whose turn it is before, how long it takes, and a way out. */
export default async function TicketPage({ params }: Props) {
  const since = now().getTime();
  const { token } = await params;
  // Before anything is reckoned: whoever looks too often costs nobody anything.
  const wait = await waitToLook();
  if (wait) return <TooOften seconds={wait} />;
  const ticket = (await openTicket(token)) ?? notFound();
  const language = await languageHere();
  const words = queueWords[language];
  const { tenant } = ticket;
  const today = localDate(now(), tenant.timeZone);
  const waits = ticket.isToday && (ticket.status === "waiting" || ticket.status === "called");
  return (
    <Frame tenant={tenant}>
      <div className="pb-12">
        <article className="overflow-hidden rounded-panel border border-line bg-surface sm:max-w-[28rem]">
          <div className="p-5">
            <p className="text-quiet">{words.yourNumber}</p>
            <h1 className="text-[4rem] leading-none font-semibold tabular-nums">{ticket.number}</h1>
            <p role="status" className="mt-4 text-lg font-medium">
              {sentence(ticket, words)}
            </p>
            <p className="mt-1 text-quiet">
              {ticket.serviceName}
              {ticket.staffName ? ` ${bookWords[language].withPerson(ticket.staffName)}` : ""}
            </p>
          </div>
          {waits && ticket.status === "waiting" ? <Reckoned ticket={ticket} language={language} /> : null}
        </article>
        {waits ? (
          <>
            <p className="mt-4 max-w-[28rem] text-quiet">
              {words.elsewhere}
              <noscript> {words.loadAgain}</noscript>
            </p>
            <EndForm
              act={leaveQueue}
              fields={{ token }}
              label={words.leave}
              deed={words.leaveIt}
              busy={publicWords[language].busy}
            >
              {words.leaveAbout}
            </EndForm>
            <Live stream={`/api/public/${tenant.slug}/stream`} since={since} days={[today, today]} />
            <EveryMinute />
          </>
        ) : (
          <p className="mt-6 flex flex-wrap gap-3">
            <Link
              href={ticket.bookingToken ? `/b/${ticket.bookingToken}` : servicesHref(tenant.slug)}
              prefetch={false}
              className="inline-flex h-11 items-center rounded-control border border-edge bg-surface px-4 font-medium hover:bg-wash"
            >
              {ticket.bookingToken ? words.yourVisit : words.bookTime}
            </Link>
          </p>
        )}
      </div>
    </Frame>
  );
}

function sentence({ status, isToday, before, calledTo, tenant }: OpenTicket, words: QueueWords): string {
  switch (status) {
    case "served":
      return words.served;
    case "left":
      return words.left;
    case "removed":
      return words.removed;
    default:
  }
  if (!isToday) return words.over(tenant.name);
  if (status === "called") return words.yours(calledTo);
  return before.length === 0 ? words.next : words.before(before.length);
}

/** How long it takes, and what that is reckoned from: nobody is told more of others than their number. */
function Reckoned({ ticket, language }: { ticket: OpenTicket; language: Language }) {
  const words = queueWords[language];
  const { before, start, tenant } = ticket;
  const clock = (at: string) => formatTime(at, tenant.timeZone);
  const minutes = start ? Math.max(0, Math.round((Date.parse(start.startsAt) - now().getTime()) / 60_000)) : 0;
  return (
    <div className="border-t border-dashed border-edge p-5">
      {start ? (
        <p>
          <span className="block text-quiet">{words.waitingTime(clock(now().toISOString()))}</span>
          <span className="block text-xl font-semibold tabular-nums">
            {start.isNow || minutes === 0 ? words.anyMoment : words.about(duration(minutes, language))}
          </span>
          <span className="block tabular-nums">
            {start.isNow ? words.withPerson(start.staffName) : words.atWith(clock(start.startsAt), start.staffName)}
          </span>
        </p>
      ) : (
        <p className="font-medium">{words.noTime}</p>
      )}
      <details className="mt-4">
        <summary className="inline-flex h-11 cursor-pointer items-center text-quiet underline decoration-edge underline-offset-4 hover:text-ink">
          {words.how}
        </summary>
        <p className="text-quiet">{words.howAbout}</p>
        <ol className="mt-3 grid gap-1 tabular-nums">
          {before.map(({ number, isCalled, start: theirs }) => (
            <li key={number}>
              {words.number(number)}{" "}
              {isCalled
                ? words.calledNow
                : theirs
                  ? words.atWithUntil(
                      theirs.isNow ? words.now : clock(theirs.startsAt),
                      theirs.staffName,
                      clock(theirs.endsAt),
                    )
                  : words.noneLeft}
            </li>
          ))}
          {start ? (
            <li className="font-medium">
              {words.you} {words.atWith(start.isNow ? words.now : clock(start.startsAt), start.staffName)}
            </li>
          ) : null}
        </ol>
      </details>
    </div>
  );
}

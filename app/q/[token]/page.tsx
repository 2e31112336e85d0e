import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EndForm } from "@/app/book/_parts/end-form";
import { EveryMinute } from "@/app/book/_parts/every-minute";
import { Frame } from "@/app/book/_parts/frame";
import { servicesHref } from "@/app/book/_parts/links";
import { Live } from "@/app/book/_parts/live";
import { TooOften, waitToLook } from "@/app/book/_parts/too-often";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatTime } from "@/lib/platform/format";
import { minuteWords } from "@/lib/services/rules";
import { type OpenTicket, openTicket } from "@/lib/waitlist/open-ticket";
import { leaveQueue } from "./actions";

type Props = { params: Promise<{ token: string }> };

export const metadata: Metadata = { title: "Your turn", robots: { index: false, follow: false } };

/** A ticket of the queue: whose turn it is before, how long it takes, and a way out. */
export default async function TicketPage({ params }: Props) {
  const since = now().getTime();
  const { token } = await params;
  // Before anything is reckoned: whoever looks too often costs nobody anything.
  const wait = await waitToLook();
  if (wait) return <TooOften seconds={wait} />;
  const ticket = (await openTicket(token)) ?? notFound();
  const { tenant } = ticket;
  const today = localDate(now(), tenant.timeZone);
  const waits = ticket.isToday && (ticket.status === "waiting" || ticket.status === "called");
  return (
    <Frame tenant={tenant}>
      <div className="pb-12">
        <article className="overflow-hidden rounded-panel border border-line bg-surface sm:max-w-[28rem]">
          <div className="p-5">
            <p className="text-quiet">Your number</p>
            <h1 className="text-[4rem] leading-none font-semibold tabular-nums">{ticket.number}</h1>
            <p role="status" className="mt-4 text-lg font-medium">
              {sentence(ticket)}
            </p>
            <p className="mt-1 text-quiet">
              {ticket.serviceName}
              {ticket.staffName ? ` with ${ticket.staffName}` : ""}
            </p>
          </div>
          {waits && ticket.status === "waiting" ? <Reckoned ticket={ticket} /> : null}
        </article>
        {waits ? (
          <>
            <p className="mt-4 max-w-[28rem] text-quiet">
              You may wait somewhere else, and be back in time.
              <noscript> Load this page again to see how far it is.</noscript>
            </p>
            <EndForm act={leaveQueue} fields={{ token }} label="Leave the queue" deed="Leave it">
              Somebody else gets your turn. To come back you would need a new number.
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
              {ticket.bookingToken ? "Your visit" : "Book a time"}
            </Link>
          </p>
        )}
      </div>
    </Frame>
  );
}

function sentence({ status, isToday, before, calledTo, tenant }: OpenTicket): string {
  switch (status) {
    case "served":
      return "It was your turn. Enjoy your visit.";
    case "left":
      return "You left the queue.";
    case "removed":
      return "You are out of the queue. Please ask at the desk.";
    default:
  }
  if (!isToday) return `The queue of that day is over. Please call ${tenant.name}.`;
  if (status === "called") return `It is your turn${calledTo ? `: go to ${calledTo}` : ""}.`;
  if (before.length === 0) return "You are next.";
  return before.length === 1 ? "One person is before you." : `${before.length} people are before you.`;
}

/** How long it takes, and what that is reckoned from: nobody is told more of others than their number. */
function Reckoned({ ticket }: { ticket: OpenTicket }) {
  const { before, start, tenant } = ticket;
  const clock = (at: string) => formatTime(at, tenant.timeZone);
  const minutes = start ? Math.max(0, Math.round((Date.parse(start.startsAt) - now().getTime()) / 60_000)) : 0;
  return (
    <div className="border-t border-dashed border-edge p-5">
      {start ? (
        <p>
          <span className="block text-quiet">Waiting time, as of {clock(now().toISOString())}</span>
          <span className="block text-xl font-semibold tabular-nums">
            {start.isNow || minutes === 0 ? "Any moment now" : `About ${minuteWords(minutes)}`}
          </span>
          <span className="block tabular-nums">
            {start.isNow ? `With ${start.staffName}` : `${clock(start.startsAt)} with ${start.staffName}`}
          </span>
        </p>
      ) : (
        <p className="font-medium">
          As it looks, there is no time left for this today. Please ask at the desk before you wait.
        </p>
      )}
      <details className="mt-4">
        <summary className="inline-flex h-11 cursor-pointer items-center text-quiet underline decoration-edge underline-offset-4 hover:text-ink">
          How this is reckoned
        </summary>
        <p className="text-quiet">
          From everything that is booked today and from those before you, each with the first who is free for them. It
          may be sooner when somebody is done early, and later when something takes longer.
        </p>
        <ol className="mt-3 grid gap-1 tabular-nums">
          {before.map(({ number, isCalled, start: theirs }) => (
            <li key={number}>
              Number {number}:{" "}
              {isCalled
                ? "called now"
                : theirs
                  ? `${theirs.isNow ? "now" : clock(theirs.startsAt)} with ${theirs.staffName}, until ${clock(theirs.endsAt)}`
                  : "no time left today"}
            </li>
          ))}
          {start ? (
            <li className="font-medium">
              You: {start.isNow ? "now" : clock(start.startsAt)} with {start.staffName}
            </li>
          ) : null}
        </ol>
      </details>
    </div>
  );
}

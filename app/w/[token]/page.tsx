import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Countdown } from "@/app/book/_parts/countdown";
import { EndForm } from "@/app/book/_parts/end-form";
import { EveryMinute } from "@/app/book/_parts/every-minute";
import { Frame } from "@/app/book/_parts/frame";
import { servicesHref, timesHref } from "@/app/book/_parts/links";
import { Live } from "@/app/book/_parts/live";
import { readablePhone } from "@/app/book/_parts/words";
import { now } from "@/lib/platform/clock";
import { formatDayTime } from "@/lib/platform/format";
import { type OpenEntry, openEntry } from "@/lib/waitlist/open-entry";
import { windowWords } from "@/lib/waitlist/window-words";
import { stopWaiting } from "./actions";

type Props = { params: Promise<{ token: string }> };

const knownEntry = cache(openEntry);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = await knownEntry((await params).token);
  if (!entry) return { title: "Not found" };
  return { title: { absolute: `Waitlist · ${entry.tenant.name}` }, robots: { index: false, follow: false } };
}

const link =
  "inline-flex h-11 items-center rounded-control border border-edge bg-surface px-4 font-medium hover:bg-wash";

/** Somebody's place on the list: what they wait for, what they are asked about now, and a way out. */
export default async function WaitPage({ params }: Props) {
  const since = now().getTime();
  const { token } = await params;
  const entry = (await knownEntry(token)) ?? notFound();
  const { tenant, offer, ended, windows } = entry;
  return (
    <Frame tenant={tenant}>
      <div className="pb-12">
        {offer ? <Offer offer={offer} timeZone={tenant.timeZone} /> : null}
        <article className="overflow-hidden rounded-panel border border-line bg-surface sm:max-w-[28rem]">
          <div role="status" className="p-5">
            <h1 className="text-xl">{title(entry)}</h1>
            <p className="mt-2 text-quiet">{about(entry)}</p>
          </div>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 border-t border-dashed border-edge p-5">
            <dt className="text-quiet">For</dt>
            <dd>
              {entry.serviceName} {entry.staffName ? `with ${entry.staffName}` : "with anyone"}
            </dd>
            <dt className="text-quiet">When</dt>
            <dd>
              {windows.map((window) => (
                <span key={`${window.from} ${window.to} ${window.fromMinute}`} className="block">
                  {windowWords(window)}
                </span>
              ))}
            </dd>
          </dl>
        </article>
        {ended === null ? (
          <>
            <EndForm act={stopWaiting} fields={{ token }} label="Leave the waitlist" deed="Leave it">
              You are asked about no more times.{offer ? " The time that is kept for you goes to the next." : ""}
            </EndForm>
            <Live
              stream={`/api/public/${tenant.slug}/stream`}
              since={since}
              days={[
                windows.map(({ from }) => from).sort()[0]!,
                windows
                  .map(({ to }) => to)
                  .sort()
                  .at(-1)!,
              ]}
            />
            <EveryMinute />
          </>
        ) : (
          <p className="mt-6 flex flex-wrap gap-3">
            {entry.bookingToken ? (
              <Link href={`/b/${entry.bookingToken}`} prefetch={false} className={link}>
                Your booking
              </Link>
            ) : (
              <Link
                href={timesHref(tenant.slug, { lines: [{ service: entry.serviceId, add: [] }] })}
                prefetch={false}
                className={link}
              >
                Look for a time
              </Link>
            )}
            <Link href={servicesHref(tenant.slug)} prefetch={false} className={link}>
              Book something else
            </Link>
          </p>
        )}
      </div>
    </Frame>
  );
}

function Offer({ offer, timeZone }: { offer: NonNullable<OpenEntry["offer"]>; timeZone: string }) {
  return (
    <section role="alert" className="mb-5 max-w-[28rem] rounded-panel border border-edge bg-surface p-5">
      <h2 className="font-semibold">A time has come free</h2>
      <p className="mt-1 text-lg tabular-nums">{formatDayTime(offer.startsAt, timeZone)}</p>
      <p className="mt-1 text-quiet">
        {offer.isRequest ? (
          "The house has been asked for it on your behalf and says yes or no."
        ) : (
          <>
            It is kept for you until {formatDayTime(offer.expiresAt, timeZone)}. <Countdown until={offer.expiresAt} />
          </>
        )}
      </p>
      <Link
        href={`/b/${offer.token}`}
        prefetch={false}
        className="mt-4 inline-flex h-11 items-center rounded-control bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong"
      >
        {offer.isRequest ? "See it" : "Take it or let it go"}
      </Link>
    </section>
  );
}

function title({ ended }: OpenEntry): string {
  switch (ended) {
    case null:
      return "You are on the waitlist";
    case "booked":
      return "You have your time";
    case "left":
      return "You left the waitlist";
    case "removed":
      return "You are off the waitlist";
    case "unanswered":
      return "We stopped asking you";
    case "over":
      return "Those days are over";
  }
}

function about({ ended, others, tenant }: OpenEntry): string {
  switch (ended) {
    case null:
      return `When a time comes free we ask whoever fills most of it, then whoever has waited longest, one at a time. ${others === 0 ? "Nobody else waits for these days." : others === 1 ? "One other person waits for these days." : `${others} others wait for these days.`} You get a message with a link, and have some minutes to answer.`;
    case "booked":
      return "You wait for nothing more.";
    case "unanswered":
      return "Two times were kept for you and not answered. You can wait again whenever you like.";
    case "over":
      return "No time came free for you. We are sorry.";
    default:
      return `Questions? Call ${tenant.name}, ${readablePhone(tenant.phone)}.`;
  }
}

import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { missingWords } from "@/app/_components/errors/missing-words";
import { languageHere } from "@/app/_server/language";
import { Countdown } from "@/app/book/_parts/countdown";
import { EndForm } from "@/app/book/_parts/end-form";
import { EveryMinute } from "@/app/book/_parts/every-minute";
import { Frame } from "@/app/book/_parts/frame";
import { servicesHref, timesHref } from "@/app/book/_parts/links";
import { Live } from "@/app/book/_parts/live";
import { publicWords } from "@/app/book/_parts/public-words";
import { readablePhone } from "@/app/book/_parts/words";
import { bookWords } from "@/app/book/[slug]/words";
import { now } from "@/lib/platform/clock";
import { formatDayTime, type Language } from "@/lib/platform/format";
import { type OpenEntry, openEntry } from "@/lib/waitlist/open-entry";
import { windowWords } from "@/lib/waitlist/window-words";
import { stopWaiting } from "./actions";
import { type WaitWords, waitingWords } from "./words";

type Props = { params: Promise<{ token: string }> };

const knownEntry = cache(openEntry);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = await knownEntry((await params).token);
  if (!entry) return { title: missingWords[await languageHere()].title };
  return {
    title: { absolute: waitingWords[await languageHere()].of(entry.tenant.name) },
    robots: { index: false, follow: false },
  };
}

const link =
  "inline-flex h-11 items-center rounded-control border border-edge bg-surface px-4 font-medium hover:bg-wash";

/** Somebody's place on the list: what they wait for, what they are asked about now, and a way out. */
export default async function WaitPage({ params }: Props) {
  const since = now().getTime();
  const { token } = await params;
  const entry = (await knownEntry(token)) ?? notFound();
  const language = await languageHere();
  const words = waitingWords[language];
  const { tenant, offer, ended, windows } = entry;
  return (
    <Frame tenant={tenant}>
      <div className="pb-12">
        {offer ? <Offer offer={offer} timeZone={tenant.timeZone} language={language} /> : null}
        <article className="overflow-hidden rounded-panel border border-line bg-surface sm:max-w-[28rem]">
          <div role="status" className="p-5">
            <h1 className="text-xl">{words[entry.ended ?? "waits"]}</h1>
            <p className="mt-2 text-quiet">{about(entry, words)}</p>
          </div>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 border-t border-dashed border-edge p-5">
            <dt className="text-quiet">{words.for}</dt>
            <dd>
              {entry.serviceName}{" "}
              {entry.staffName ? bookWords[language].withPerson(entry.staffName) : bookWords[language].withAnyone}
            </dd>
            <dt className="text-quiet">{words.when}</dt>
            <dd>
              {windows.map((window) => (
                <span key={`${window.from} ${window.to} ${window.fromMinute}`} className="block">
                  {windowWords(window, language)}
                </span>
              ))}
            </dd>
          </dl>
        </article>
        {ended === null ? (
          <>
            <EndForm
              act={stopWaiting}
              fields={{ token }}
              label={words.leave}
              deed={words.leaveIt}
              busy={publicWords[language].busy}
            >
              {words.leaveAbout} {offer ? words.offerGoes : ""}
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
                {words.yourBooking}
              </Link>
            ) : (
              <Link
                href={timesHref(tenant.slug, { lines: [{ service: entry.serviceId, add: [] }] })}
                prefetch={false}
                className={link}
              >
                {words.lookForTime}
              </Link>
            )}
            <Link href={servicesHref(tenant.slug)} prefetch={false} className={link}>
              {words.bookOther}
            </Link>
          </p>
        )}
      </div>
    </Frame>
  );
}

type OfferProps = { offer: NonNullable<OpenEntry["offer"]>; timeZone: string; language: Language };

function Offer({ offer, timeZone, language }: OfferProps) {
  const words = waitingWords[language];
  return (
    <section role="alert" className="mb-5 max-w-[28rem] rounded-panel border border-edge bg-surface p-5">
      <h2 className="font-semibold">{words.cameFree}</h2>
      <p className="mt-1 text-lg tabular-nums">{formatDayTime(offer.startsAt, timeZone, language)}</p>
      <p className="mt-1 text-quiet">
        {offer.isRequest ? (
          words.houseAsked
        ) : (
          <>
            {words.keptUntil(formatDayTime(offer.expiresAt, timeZone, language))}{" "}
            <Countdown until={offer.expiresAt} label={publicWords[language].timeLeft} />
          </>
        )}
      </p>
      <Link
        href={`/b/${offer.token}`}
        prefetch={false}
        className="mt-4 inline-flex h-11 items-center rounded-control bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong"
      >
        {offer.isRequest ? words.see : words.takeOrLetGo}
      </Link>
    </section>
  );
}

function about({ ended, others, tenant }: OpenEntry, words: WaitWords): string {
  switch (ended) {
    case null:
      return words.about(others);
    case "booked":
      return words.bookedAbout;
    case "unanswered":
      return words.unansweredAbout;
    case "over":
      return words.overAbout;
    default:
      return words.call(tenant.name, readablePhone(tenant.phone));
  }
}

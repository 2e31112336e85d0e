import Link from "next/link";
import type { OwnBooking, OwnBookings } from "@/lib/bookings/list-own";
import { formatDayTime, type Language } from "@/lib/platform/format";
import type { OwnDues } from "@/lib/till/own-money";
import { Pay } from "./pay";
import { portalWords } from "./portal-words";

type Props = {
  slug: string;
  bookings: OwnBookings;
  money: OwnDues;
  /** The number that they signed in with: it is the one that is asked to pay. */
  phone: string;
  timeZone: string;
  ownName: string;
  language: Language;
};

/** What is to come, and what was, to be had once more. */
export function Bookings({ bookings: { toCome, past }, slug, money, phone, ...shown }: Props) {
  const words = portalWords[shown.language];
  return (
    <>
      <section aria-labelledby="to-come" className="grid gap-2">
        <h2 id="to-come" className="font-medium">
          {words.toCome}
        </h2>
        {toCome.length === 0 ? <p className="max-w-[34rem] text-quiet">{words.none}</p> : null}
        <ul className="grid gap-2 empty:hidden">
          {toCome.map((booking) => (
            <li key={booking.reference} className="grid gap-2">
              <Link
                href={`/b/${booking.token}`}
                prefetch={false}
                className="block rounded-panel border border-line bg-surface p-4 hover:bg-wash"
              >
                <What booking={booking} {...shown} />
                <span className="mt-1 block underline decoration-edge underline-offset-4">{words.open}</span>
              </Link>
              <Pay {...{ slug, booking, money, phone }} language={shown.language} />
            </li>
          ))}
        </ul>
      </section>
      {past.length > 0 ? (
        <section aria-labelledby="past" className="grid gap-2">
          <h2 id="past" className="font-medium">
            {words.past}
          </h2>
          <ul className="divide-y divide-line border-y border-line">
            {past.map((booking) => (
              <li key={booking.reference} className="grid justify-items-start py-3">
                <Link href={`/b/${booking.token}`} prefetch={false} className="block hover:underline">
                  <What booking={booking} {...shown} />
                </Link>
                <Link
                  href={`/b/${booking.token}/again`}
                  prefetch={false}
                  className="inline-flex h-11 items-center underline decoration-edge underline-offset-4"
                >
                  {words.again}
                </Link>
                <Pay {...{ slug, booking, money, phone }} language={shown.language} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

type WhatProps = Pick<Props, "timeZone" | "ownName" | "language"> & { booking: OwnBooking };

function What({ booking, timeZone, ownName, language }: WhatProps) {
  const { startsAt, services, staffNames, customerName, status } = booking;
  const words = portalWords[language];
  const waits = status === "requested" || status === "held";
  const after = waits ? words.unconfirmed : words.over[status];
  return (
    <>
      <span className="block font-medium tabular-nums">{formatDayTime(startsAt, timeZone, language)}</span>
      <span className="block text-quiet">
        {words.withWhom(services.join(", "), staffNames.join(language === "en" ? " and " : " na "))}
        {customerName === ownName ? "" : `, ${words.forWhom(customerName)}`}
        {after ? ` · ${after}` : ""}
      </span>
    </>
  );
}

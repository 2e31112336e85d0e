import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { againOffers } from "@/app/_components/bookings/again-offers";
import { languageHere } from "@/app/_server/language";
import { Frame } from "@/app/book/_parts/frame";
import { servicesHref } from "@/app/book/_parts/links";
import { StepTitle } from "@/app/book/_parts/step";
import { guest } from "@/app/book/_parts/tenant";
import { TooOftenPage, waitToLook } from "@/app/book/_parts/too-often";
import { getTicket } from "@/lib/bookings/get-ticket";
import { listAgain } from "@/lib/bookings/list-again";
import { termsOf, termsSeen } from "@/lib/bookings/terms";
import { now } from "@/lib/platform/clock";
import { formatMoney } from "@/lib/platform/format";
import { takesBookings } from "@/lib/tenancy/rules";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { ticketWords } from "../words";
import { bookSame } from "./actions";
import { AgainForm } from "./again-form";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: ticketWords[await languageHere()].bookAgain,
  robots: { index: false, follow: false },
});

export default async function AgainPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const ticket = await getTicket(token);
  if (!ticket) notFound();
  const language = await languageHere();
  const words = ticketWords[language];
  const { tenant, lines } = ticket;
  const wait = await waitToLook();
  if (wait) return <TooOftenPage tenant={tenant} seconds={wait} />;
  const found = await readTenant(tenant.id, guest, (scope) => listAgain(scope, { id: ticket.id, channel: "public" }));
  const { times, terms } = found.ok && takesBookings(tenant, now()) ? found.value : { times: [], terms: null };
  const prices = [...new Set(times.flatMap(({ slots }) => slots.map(({ totalMinor }) => totalMinor)))];
  return (
    <Frame tenant={tenant}>
      <div className="grid max-w-[34rem] gap-2 pb-12">
        <StepTitle back={{ href: `/b/${token}`, label: words.yourBooking }} title={words.sameAgain}>
          {lines.map(({ serviceName, staffName }) => `${serviceName} ${words.with(staffName)}`).join(", ")}
          {prices.length > 0 ? (
            <span className="block tabular-nums">
              {prices
                .toSorted((a, b) => a - b)
                .map((price) => formatMoney(price, tenant.currency))
                .join(` ${words.or} `)}
            </span>
          ) : null}
        </StepTitle>
        {times.length > 0 ? (
          <AgainForm
            act={bookSame}
            about={{ token }}
            formKey={randomUUID()}
            offers={againOffers(times, tenant.timeZone, { language, inWeeks: words.inWeeks })}
            words={{ choosing: words.choosingBooks, book: words.bookAt }}
            terms={{ seen: termsSeen(terms), words: termsOf(times, terms, tenant.currency, language) }}
          />
        ) : (
          <p role="status">{found.ok ? words.nothingAround : words.notOffered}</p>
        )}
        <Link
          href={servicesHref(tenant.slug)}
          prefetch={false}
          className="mt-4 inline-flex h-11 items-center underline decoration-edge underline-offset-4"
        >
          {words.another}
        </Link>
      </div>
    </Frame>
  );
}

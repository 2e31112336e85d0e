import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { againOffers } from "@/app/_components/bookings/again-offers";
import { ownPage, portalTitle } from "@/app/_server/portal-page";
import { AgainForm } from "@/app/b/[token]/again/again-form";
import { ticketWords } from "@/app/b/[token]/words";
import { plainBarButton } from "@/app/book/_parts/bar";
import { childrenHref, servicesHref } from "@/app/book/_parts/links";
import { StepTitle } from "@/app/book/_parts/step";
import { openTenantAt } from "@/app/book/_parts/tenant";
import { TooOftenPage, waitToLook } from "@/app/book/_parts/too-often";
import { lastOfFamily } from "@/lib/bookings/book-for-child";
import { type AgainTimes, listAgain } from "@/lib/bookings/list-again";
import { termsOf, termsSeen } from "@/lib/bookings/terms";
import { formatMoney } from "@/lib/platform/format";
import { isId } from "@/lib/platform/ids";
import { portalWords } from "../../portal-words";
import { bookTheirs } from "../actions";
import { childrenWords } from "../words";

type Props = { params: Promise<{ slug: string; childId: string }> };

export const generateMetadata = (): Promise<Metadata> => portalTitle((language) => portalWords[language].children);

/** The same as last time, for a child: the next tap books it. */
export default async function ForChildPage({ params }: Props) {
  const { slug, childId } = await params;
  const tenant = await openTenantAt(slug);
  if (!tenant) return null;
  const wait = await waitToLook();
  if (wait) return <TooOftenPage tenant={tenant} seconds={wait} />;
  const { own, shown } = await ownPage(tenant, async (scope, own) => {
    const family = isId(childId) ? await lastOfFamily(scope, own.id, childId) : null;
    if (!family?.last) return family && { ...family, found: null };
    return { ...family, found: await listAgain(scope, { id: family.last.id, channel: "public" }) };
  });
  if (!shown) notFound();
  const words = childrenWords[own.language];
  const said = ticketWords[own.language];
  const { child, last, found } = shown;
  const { times, terms } = found?.ok ? found.value : { times: [], terms: null };
  return (
    <div lang={own.language} className="grid max-w-[34rem] gap-2 pb-12">
      <StepTitle back={{ href: childrenHref(slug), label: words.back }} title={words.book(child.name)}>
        {last ? <What services={last.services} times={times} currency={tenant.currency} /> : null}
        {!last ? words.nothing : last.isTheirs ? words.sameAgain : words.notYet(child.name)}
      </StepTitle>
      {times.length > 0 ? (
        <AgainForm
          act={bookTheirs}
          about={{ slug, child: child.id }}
          formKey={randomUUID()}
          offers={againOffers(times, tenant.timeZone, { language: own.language, inWeeks: said.inWeeks })}
          words={{ choosing: said.choosingBooks, book: said.bookAt }}
          terms={{ seen: termsSeen(terms), words: termsOf(times, terms, tenant.currency, own.language) }}
        />
      ) : found ? (
        <p role="status">{found.ok ? words.noTimes : words.notSold}</p>
      ) : null}
      <Link href={servicesHref(slug)} prefetch={false} className={`${plainBarButton} mt-4 justify-self-start`}>
        {found ? words.otherService : words.chooseService}
      </Link>
    </div>
  );
}

type WhatProps = { services: readonly string[]; times: AgainTimes; currency: string };

/** What it is, and what it costs at the times below. */
function What({ services, times, currency }: WhatProps) {
  const prices = [...new Set(times.flatMap(({ slots }) => slots.map(({ totalMinor }) => totalMinor)))];
  const words = prices.toSorted((a, b) => a - b).map((price) => formatMoney(price, currency));
  return (
    <span className="block font-medium text-ink tabular-nums">
      {[services.join(", "), words.join(" / ")].filter(Boolean).join(" · ")}
    </span>
  );
}

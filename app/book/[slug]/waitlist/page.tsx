import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { languageHere } from "@/app/_server/language";
import { addDays, isDate, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { listServices } from "@/lib/services/list-services";
import { listOffers } from "@/lib/staff/list-offers";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { waitDays } from "@/lib/waitlist/rules";
import { contactWords } from "../../_parts/contact-words";
import { servicesHref, timesHref } from "../../_parts/links";
import { publicWords } from "../../_parts/public-words";
import { StepTitle } from "../../_parts/step";
import { guest, openTenantAt, type Query, single } from "../../_parts/tenant";
import { linesIn } from "../../_parts/visit";
import { knownLines } from "../known-lines";
import { moreWords } from "../more-words";
import { bookWords } from "../words";
import { JoinForm } from "./join-form";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: moreWords[await languageHere()].waitlist,
  robots: { index: false },
});

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

/** For whom no free time suits: they are asked when one comes free. */
export default async function WaitlistPage({ params, searchParams }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const query = await searchParams;
  const [line] = linesIn((name) => single(query, name));
  if (!line) redirect(servicesHref(tenant.slug));
  const known = await readTenant(tenant.id, guest, async (scope) => {
    const [services, offers] = await Promise.all([listServices(scope), listOffers(scope, [line.service])]);
    return knownLines([line], services, offers);
  });
  if ("instead" in known) redirect(servicesHref(tenant.slug));
  const [{ service, person }] = known.found as [(typeof known.found)[number]];
  const language = await languageHere();
  const { when, firstDay, lastDay, timeOfDay, linkComes, costsNothing, wait, ...words } = moreWords[language];
  const today = localDate(now(), tenant.timeZone);
  const asked = single(query, "day");
  const day = isDate(asked) && asked >= today ? asked : today;
  return (
    <>
      <StepTitle
        back={{ href: timesHref(tenant.slug, { lines: [line], day }), label: bookWords[language].times }}
        title={words.waitlist}
      >
        {service.name}
        {person ? ` ${bookWords[language].withPerson(person.name)}` : ""}
      </StepTitle>
      <JoinForm
        wish={{ slug: tenant.slug, service: line.service, staff: line.staff ?? "", key: randomUUID() }}
        start={{ typed: { name: "", phone: "", from: day, to: day, part: "any" }, errors: {} }}
        days={{ first: today, last: addDays(today, waitDays) }}
        parts={Object.entries(words.parts).map(([value, label]) => ({ value, label }))}
        words={{
          contact: contactWords(language),
          ...{ when, firstDay, lastDay, timeOfDay, linkComes, costsNothing, wait, busy: publicWords[language].busy },
        }}
      />
    </>
  );
}

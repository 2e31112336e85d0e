import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { addDays, isDate, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { listServices } from "@/lib/services/list-services";
import { listOffers } from "@/lib/staff/list-offers";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { waitDays } from "@/lib/waitlist/rules";
import { dayParts } from "@/lib/waitlist/window-words";
import { servicesHref, timesHref } from "../../_parts/links";
import { StepTitle } from "../../_parts/step";
import { guest, openTenantAt, type Query, single } from "../../_parts/tenant";
import { linesIn } from "../../_parts/visit";
import { knownLines } from "../known-lines";
import { JoinForm } from "./join-form";

export const metadata: Metadata = { title: "Waitlist", robots: { index: false } };

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
  const today = localDate(now(), tenant.timeZone);
  const asked = single(query, "day");
  const day = isDate(asked) && asked >= today ? asked : today;
  return (
    <>
      <StepTitle back={{ href: timesHref(tenant.slug, { lines: [line], day }), label: "Times" }} title="Waitlist">
        {service.name}
        {person ? ` with ${person.name}` : ""}
      </StepTitle>
      <JoinForm
        wish={{ slug: tenant.slug, service: line.service, staff: line.staff ?? "", key: randomUUID() }}
        start={{ typed: { name: "", phone: "", from: day, to: day, part: "any" }, errors: {} }}
        days={{ first: today, last: addDays(today, waitDays) }}
        parts={Object.entries(dayParts).map(([value, { label }]) => ({ value, label }))}
      />
    </>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { bookSlotInput } from "@/lib/bookings/input";
import { keptFor } from "@/lib/bookings/place-hold";
import { getCancellation } from "@/lib/bookings/set-cancellation";
import { termsSeen, termsWords } from "@/lib/bookings/terms";
import { now } from "@/lib/platform/clock";
import { formatDayTime, formatTime } from "@/lib/platform/format";
import { isId } from "@/lib/platform/ids";
import { listServices } from "@/lib/services/list-services";
import { listStaff } from "@/lib/staff/list-staff";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { keptHold } from "../../_parts/kept-hold";
import { servicesHref, timesHref } from "../../_parts/links";
import { StepTitle } from "../../_parts/step";
import { guest, openTenantAt, type Query, single } from "../../_parts/tenant";
import { duration, zoneName } from "../../_parts/words";
import { BookingForm } from "./booking-form";

export const metadata: Metadata = { title: "Your details" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

/** A link may be old, and a tab left open over night. */
function isToCome(at: string): boolean {
  const read = bookSlotInput.shape.startsAt.safeParse(at);
  return read.success && read.data > now();
}

export default async function DetailsPage({ params, searchParams }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const query = await searchParams;
  const [serviceId, staffId, at] = ["service", "staff", "at"].map((name) => single(query, name));
  if (!isId(serviceId)) redirect(servicesHref(tenant.slug));
  if (!at || !isToCome(at)) redirect(timesHref(tenant.slug, { service: serviceId, staff: staffId }));

  const hold = await keptHold();
  const { service, person, terms, keptUntil } = await readTenant(tenant.id, guest, async (scope) => {
    const [services, staff, accepted, kept] = await Promise.all([
      listServices(scope),
      listStaff(scope, { serviceId }),
      getCancellation(scope),
      hold ? keptFor(scope, hold, new Date(at)) : null,
    ]);
    return {
      service: services.find(({ id }) => id === serviceId),
      person: staff.find(({ id }) => id === staffId),
      terms: accepted,
      keptUntil: kept,
    };
  });
  if (!service) redirect(servicesHref(tenant.slug));
  if (staffId && !person) redirect(timesHref(tenant.slug, { service: service.id }));

  const times = timesHref(tenant.slug, {
    service: service.id,
    staff: person?.id,
    day: new Intl.DateTimeFormat("en-CA", { timeZone: tenant.timeZone }).format(new Date(at)),
  });
  return (
    <>
      <StepTitle back={{ href: times, label: "Times" }} title="Your details">
        {service.name}, {duration(service.durationMinutes)}
        {person ? ` with ${person.name}` : ""}
      </StepTitle>
      <BookingForm
        wish={{
          slug: tenant.slug,
          service: service.id,
          staff: person?.id ?? "",
          at,
          when: formatDayTime(at, tenant.timeZone),
          totalMinor: service.priceMinor,
          currency: service.currency,
          terms: { seen: termsSeen(terms), words: termsWords(terms, service.priceMinor, service.currency) },
          kept: keptUntil ? { until: keptUntil, words: formatTime(keptUntil, tenant.timeZone) } : null,
          // Drawn with the form: pressing twice, or again after a lost answer, makes one booking.
          formKey: randomUUID(),
        }}
        timesHref={times}
        zone={zoneName(tenant.timeZone, now())}
      />
    </>
  );
}

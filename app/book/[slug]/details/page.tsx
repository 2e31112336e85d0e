import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { bookSlotInput } from "@/lib/bookings/input";
import { listOpenSlots } from "@/lib/bookings/list-open-slots";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatDayTime } from "@/lib/platform/format";
import { isId } from "@/lib/platform/ids";
import { listServices } from "@/lib/services/list-services";
import { listOffers } from "@/lib/staff/list-offers";
import { readTenant } from "@/lib/tenancy/with-tenant";
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

  const day = localDate(new Date(at), tenant.timeZone);
  const { service, person, priceMinor } = await readTenant(tenant.id, guest, async (scope) => {
    const [services, staff] = await Promise.all([listServices(scope), listOffers(scope, serviceId)]);
    const service = services.find(({ id }) => id === serviceId);
    const person = staff.find(({ id }) => id === staffId);
    if (!service || person || service.fromMinor === service.toMinor)
      return { service, person, priceMinor: person?.priceMinor ?? service?.fromMinor ?? 0 };
    // Who does it decides what it costs: whoever the house would choose for that time.
    const open = await listOpenSlots(scope, { serviceId, staffId: "any", from: day, to: day });
    const slots = open.ok ? open.value.days.flatMap(({ slots }) => slots) : [];
    const slot = slots.find(({ startsAt }) => Date.parse(startsAt) === Date.parse(at));
    return { service, person, priceMinor: slot?.totalMinor ?? service.fromMinor };
  });
  if (!service) redirect(servicesHref(tenant.slug));
  if (staffId && !person) redirect(timesHref(tenant.slug, { service: service.id }));

  const times = timesHref(tenant.slug, {
    service: service.id,
    staff: person?.id,
    day,
  });
  return (
    <>
      <StepTitle back={{ href: times, label: "Times" }} title="Your details">
        {service.name}, {duration(person?.durationMinutes ?? service.durationMinutes)}
        {person ? ` with ${person.name}` : ""}
      </StepTitle>
      <BookingForm
        wish={{
          slug: tenant.slug,
          service: service.id,
          staff: person?.id ?? "",
          at,
          when: formatDayTime(at, tenant.timeZone),
          totalMinor: priceMinor,
          currency: service.currency,
          // Drawn with the form: pressing twice, or again after a lost answer, makes one booking.
          formKey: randomUUID(),
        }}
        timesHref={times}
        zone={zoneName(tenant.timeZone, now())}
      />
    </>
  );
}

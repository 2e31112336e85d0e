import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { bookSlotInput } from "@/lib/bookings/input";
import { listOpenSlots } from "@/lib/bookings/list-open-slots";
import { nearestTo } from "@/lib/bookings/nearest-to";
import { keptFor } from "@/lib/bookings/place-hold";
import { getCancellation } from "@/lib/bookings/set-cancellation";
import { termsSeen, termsWords } from "@/lib/bookings/terms";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatDayTime, formatTime } from "@/lib/platform/format";
import { isId } from "@/lib/platform/ids";
import { listServices } from "@/lib/services/list-services";
import { listOffers } from "@/lib/staff/list-offers";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { extrasOf, idsIn } from "../../_parts/extras";
import { keptHold } from "../../_parts/kept-hold";
import { servicesHref, timesHref } from "../../_parts/links";
import { StepTitle } from "../../_parts/step";
import { guest, openTenantAt, type Query, single } from "../../_parts/tenant";
import { waitToLook } from "../../_parts/too-often";
import { duration, zoneName } from "../../_parts/words";
import { BookingForm } from "./booking-form";
import { taken } from "./taken";

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
  const [serviceId, staffId, at, add] = ["service", "staff", "at", "add"].map((name) => single(query, name));
  const addonIds = idsIn(add);
  if (!isId(serviceId)) redirect(servicesHref(tenant.slug));
  if (!at || !isToCome(at)) redirect(timesHref(tenant.slug, { service: serviceId, add, staff: staffId }));

  const day = localDate(new Date(at), tenant.timeZone);
  const hold = await keptHold();
  const { service, person, priceMinor, terms, keptUntil } = await readTenant(tenant.id, guest, async (scope) => {
    const [services, staff, terms, keptUntil] = await Promise.all([
      listServices(scope),
      listOffers(scope, serviceId),
      getCancellation(scope),
      hold ? keptFor(scope, hold, new Date(at)) : null,
    ]);
    const service = services.find(({ id }) => id === serviceId);
    const person = staff.find(({ id }) => id === staffId);
    const more = service ? extrasOf(service, addonIds).priceMinor : 0;
    const known = { service, person, terms, keptUntil };
    if (!service || person || service.fromMinor === service.toMinor)
      return { ...known, priceMinor: (person?.priceMinor ?? service?.fromMinor ?? 0) + more };
    // Who does it decides what it costs: whoever the house would choose for that time.
    const open = await listOpenSlots(scope, { serviceId, addonIds, staffId: "any", from: day, to: day, hold });
    const slots = open.ok ? open.value.days.flatMap(({ slots }) => slots) : [];
    const slot = slots.find(({ startsAt }) => Date.parse(startsAt) === Date.parse(at));
    return { ...known, priceMinor: slot?.totalMinor ?? service.fromMinor + more };
  });
  if (!service) redirect(servicesHref(tenant.slug));
  const extras = extrasOf(service, addonIds);
  if (extras.added.length < addonIds.length) redirect(timesHref(tenant.slug, { service: service.id, staff: staffId }));
  if (staffId && !person) redirect(timesHref(tenant.slug, { service: service.id, add }));

  // Kept no longer, or never: what is gone by now is said before anything is typed for it.
  const chosen = { serviceId, addonIds, staffId: person?.id, startsAt: new Date(at) };
  const mayLook = !keptUntil && (await waitToLook()) === null;
  const near = mayLook ? await readTenant(tenant.id, guest, (scope) => nearestTo(scope, chosen)) : null;
  const times = timesHref(tenant.slug, {
    service: service.id,
    add: addonIds.join(","),
    staff: person?.id,
    day,
  });
  return (
    <>
      <StepTitle back={{ href: times, label: "Times" }} title="Your details">
        {[service.name, ...extras.added.map(({ name }) => name)].join(" + ")},{" "}
        {duration((person?.durationMinutes ?? service.durationMinutes) + extras.minutes)}
        {person ? ` with ${person.name}` : ""}
      </StepTitle>
      <BookingForm
        wish={{
          slug: tenant.slug,
          service: service.id,
          add: addonIds.join(","),
          staff: person?.id ?? "",
          at,
          when: formatDayTime(at, tenant.timeZone),
          totalMinor: priceMinor,
          currency: service.currency,
          terms: { seen: termsSeen(terms), words: termsWords(terms, priceMinor, service.currency) },
          gone: near && taken(near, tenant),
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

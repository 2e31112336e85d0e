import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { bookSlotInput } from "@/lib/bookings/input";
import { isDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { isId } from "@/lib/platform/ids";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { CallInstead } from "../../_parts/closed";
import { servicesHref, timesHref } from "../../_parts/links";
import { StepTitle } from "../../_parts/step";
import { openTenantAt, type Query, single } from "../../_parts/tenant";
import { duration, zoneName } from "../../_parts/words";
import { chooseTime } from "./actions";
import { Chips } from "./chips";
import { ChoiceBar } from "./choice-bar";
import { DayStrip } from "./day-strip";
import { findTimes, type Times } from "./find-times";
import { isFree } from "./fortnight";
import { NoTimes } from "./no-times";
import { StaffChooser } from "./staff-chooser";

export const metadata: Metadata = { title: "Choose a time" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export default async function TimesPage({ params, searchParams }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const query = await searchParams;
  const [service, staff, day, from, gone] = ["service", "staff", "day", "from", "gone"].map((name) =>
    single(query, name),
  );
  if (!isId(service)) redirect(servicesHref(tenant.slug));

  const times = await findTimes(tenant, {
    serviceId: service,
    staffId: isId(staff) ? staff : "any",
    day: isDate(day) ? day : null,
    from: isDate(from) ? from : null,
  });
  if (times === "no_service") redirect(servicesHref(tenant.slug));
  if (times === "no_person") redirect(timesHref(tenant.slug, { service, day, from }));
  const isTime = bookSlotInput.shape.startsAt.safeParse(gone).success;
  const asked = { from: isDate(from) ? from : undefined, gone: isTime ? gone : undefined };
  return <TimesStep tenant={tenant} times={times} {...asked} />;
}

type Step = { tenant: PublicTenant; times: Times; from: string | undefined; gone: string | undefined };

function TimesStep({ tenant, times, from, gone }: Step) {
  const { service, staff, person, fortnight } = times;
  const chosen = { service: service.id, staff: person?.id, from };
  const title = (
    <StepTitle back={{ href: servicesHref(tenant.slug), label: "Services" }} title={service.name}>
      {duration(service.durationMinutes)} · {formatMoney(service.priceMinor, service.currency)}
    </StepTitle>
  );
  if (!person && !fortnight.nextFree) {
    return (
      <>
        {title}
        <CallInstead tenant={tenant} title="Fully booked" under>
          There is no free time for this online. Please call: sometimes a place opens up.
        </CallInstead>
      </>
    );
  }
  return (
    <form action={chooseTime} className="flex grow flex-col">
      {title}
      {gone ? <Gone at={gone} timeZone={tenant.timeZone} /> : null}
      <input type="hidden" name="slug" value={tenant.slug} />
      <input type="hidden" name="service" value={service.id} />
      {person ? <input type="hidden" name="staff" value={person.id} /> : null}
      <div className="grid gap-6 pb-8">
        {staff.length > 1 ? (
          <StaffChooser slug={tenant.slug} staff={staff} person={person} chosen={chosen} day={fortnight.day?.date} />
        ) : null}
        <DayStrip slug={tenant.slug} fortnight={fortnight} chosen={chosen} />
        {fortnight.day && isFree(fortnight.day) ? (
          <Chips slots={fortnight.day.slots} timeZone={tenant.timeZone} />
        ) : (
          <NoTimes tenant={tenant} times={times} />
        )}
        <p className="text-sm text-quiet">Times are in {zoneName(tenant.timeZone, now())}.</p>
      </div>
      {fortnight.day && isFree(fortnight.day) ? (
        <ChoiceBar
          slots={fortnight.day.slots}
          timeZone={tenant.timeZone}
          more={[formatMoney(service.priceMinor, service.currency), person?.name.split(" ")[0] ?? ""]}
        />
      ) : null}
    </form>
  );
}

/** Said where the others stand, so that nothing has been typed for nothing. */
function Gone({ at, timeZone }: { at: string; timeZone: string }) {
  return (
    <p role="alert" className="mb-5 rounded-panel border border-edge bg-surface p-4">
      <span className="block font-medium">{formatDayTime(at, timeZone)} has just been taken</span>
      <span className="text-quiet">These are the times that are free now.</span>
    </p>
  );
}

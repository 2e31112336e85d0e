import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { bookSlotInput } from "@/lib/bookings/input";
import { isDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { isId } from "@/lib/platform/ids";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { CallInstead } from "../../_parts/closed";
import { extrasOf, idsIn } from "../../_parts/extras";
import { servicesHref, timesHref } from "../../_parts/links";
import { Live } from "../../_parts/live";
import { StepTitle } from "../../_parts/step";
import { openTenantAt, type Query, single } from "../../_parts/tenant";
import { TooOften, waitToLook } from "../../_parts/too-often";
import { duration, priceFrom, zoneName } from "../../_parts/words";
import { chooseTime } from "./actions";
import { Chips } from "./chips";
import { ChoiceBar } from "./choice-bar";
import { DayStrip } from "./day-strip";
import { ExtrasChooser } from "./extras-chooser";
import { findTimes, type Times } from "./find-times";
import { NoTimes } from "./no-times";
import { anyone, StaffChooser, staffChoices } from "./staff-chooser";

export const metadata: Metadata = { title: "Choose a time" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export default async function TimesPage({ params, searchParams }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const wait = await waitToLook();
  if (wait) return <TooOften seconds={wait} />;
  const since = now().getTime();
  const query = await searchParams;
  const [service, staff, day, from, gone, add] = ["service", "staff", "day", "from", "gone", "add"].map((name) =>
    single(query, name),
  );
  const addonIds = idsIn(add);
  if (!isId(service)) redirect(servicesHref(tenant.slug));

  const times = await findTimes(tenant, {
    serviceId: service,
    addonIds,
    staffId: isId(staff) ? staff : "any",
    day: isDate(day) ? day : null,
    from: isDate(from) ? from : null,
  });
  if (times === "no_service") redirect(servicesHref(tenant.slug));
  if (times === "no_extra") redirect(timesHref(tenant.slug, { service, staff, day, from }));
  if (times === "no_person") redirect(timesHref(tenant.slug, { service, add, day, from }));
  const isTime = bookSlotInput.shape.startsAt.safeParse(gone).success;
  const asked = { from: isDate(from) ? from : undefined, gone: isTime ? gone : undefined };
  const { days } = times.fortnight;
  return (
    <>
      <TimesStep tenant={tenant} times={times} {...asked} />
      <Live
        stream={`/api/public/${tenant.slug}/stream`}
        since={since}
        days={[days[0]!.date, times.fortnight.nextFree ? days.at(-1)!.date : farOff]}
      />
    </>
  );
}

/** Who finds nothing free waits for any day. */
const farOff = "9999-12-31";

type Step = { tenant: PublicTenant; times: Times; from: string | undefined; gone: string | undefined };

function TimesStep({ tenant, times, from, gone }: Step) {
  const { service, addonIds, staff, person, fortnight } = times;
  const extras = extrasOf(service, addonIds);
  const chosen = { service: service.id, add: addonIds.join(","), staff: person?.id, from };
  const price = priceFrom({
    fromMinor: (person?.priceMinor ?? service.fromMinor) + extras.priceMinor,
    toMinor: (person?.priceMinor ?? service.toMinor) + extras.priceMinor,
    currency: service.currency,
  });
  const slots = fortnight.day?.slots ?? [];
  const title = (
    <StepTitle back={{ href: servicesHref(tenant.slug), label: "Services" }} title={service.name}>
      {duration((person?.durationMinutes ?? service.durationMinutes) + extras.minutes)} · {price}
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
      <input type="hidden" name="add" value={chosen.add} />
      {person ? <input type="hidden" name="staff" value={person.id} /> : null}
      <div className="grid gap-6 pb-8">
        {service.addons.length > 0 ? (
          <ExtrasChooser
            extras={service.addons.map(({ id, name, minutes, priceMinor }) => ({
              id,
              name,
              words: [
                minutes > 0 ? duration(minutes) : [],
                priceMinor > 0 ? formatMoney(priceMinor, service.currency) : "free",
              ]
                .flat()
                .join(" · "),
            }))}
            chosen={addonIds}
            href={timesHref(tenant.slug, { ...chosen, add: undefined, day: fortnight.day?.date })}
          />
        ) : null}
        {staff.length > 1 ? (
          <StaffChooser
            choices={[anyone, ...staffChoices(staff, service.currency)]}
            current={person?.id ?? anyone.id}
            hrefOf={(id) => timesHref(tenant.slug, { ...chosen, staff: id, day: fortnight.day?.date })}
          />
        ) : null}
        <DayStrip
          fortnight={fortnight}
          shut={times.shut}
          hrefOf={(to) => timesHref(tenant.slug, { ...chosen, ...to })}
        />
        <Chips
          key={`${person?.id} ${fortnight.day?.date} ${chosen.add}`}
          slots={slots.map(({ startsAt, seatsLeft }) => ({ startsAt, seatsLeft }))}
          timeZone={tenant.timeZone}
        >
          <NoTimes tenant={tenant} times={times} />
        </Chips>
        <p className="text-sm text-quiet">Times are in {zoneName(tenant.timeZone, now())}.</p>
      </div>
      {slots.length > 0 ? (
        <ChoiceBar
          slots={slots}
          timeZone={tenant.timeZone}
          price={price}
          currency={service.currency}
          who={person?.name.split(" ")[0]}
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

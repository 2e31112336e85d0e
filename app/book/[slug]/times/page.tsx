import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatMoney } from "@/lib/platform/format";
import { isId } from "@/lib/platform/ids";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { CallInstead } from "../../_parts/closed";
import { detailsPath, servicesHref, timesHref } from "../../_parts/links";
import { Live } from "../../_parts/live";
import { StepTitle } from "../../_parts/step";
import { openTenantAt, type Query, single } from "../../_parts/tenant";
import { TooOften, waitToLook } from "../../_parts/too-often";
import { duration, priceFrom, zoneName } from "../../_parts/words";
import { Chips } from "./chips";
import { ChoiceBar } from "./choice-bar";
import { DayStrip } from "./day-strip";
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
  const [service, staff, day, from] = ["service", "staff", "day", "from"].map((name) => single(query, name));
  if (!isId(service)) redirect(servicesHref(tenant.slug));

  const times = await findTimes(tenant, {
    serviceId: service,
    staffId: isId(staff) ? staff : "any",
    day: isDate(day) ? day : null,
    from: isDate(from) ? from : null,
  });
  if (times === "no_service") redirect(servicesHref(tenant.slug));
  if (times === "no_person") redirect(timesHref(tenant.slug, { service, day, from }));
  const { days } = times.fortnight;
  return (
    <>
      <TimesStep tenant={tenant} times={times} from={isDate(from) ? from : undefined} />
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

function TimesStep({ tenant, times, from }: { tenant: PublicTenant; times: Times; from: string | undefined }) {
  const { service, staff, person, fortnight } = times;
  const chosen = { service: service.id, staff: person?.id, from };
  const price = person ? formatMoney(person.priceMinor, service.currency) : priceFrom(service);
  const slots = fortnight.day?.slots ?? [];
  const title = (
    <StepTitle back={{ href: servicesHref(tenant.slug), label: "Services" }} title={service.name}>
      {duration(person?.durationMinutes ?? service.durationMinutes)} · {price}
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
    <form action={detailsPath(tenant.slug)} className="flex grow flex-col">
      {title}
      <input type="hidden" name="service" value={service.id} />
      {person ? <input type="hidden" name="staff" value={person.id} /> : null}
      <div className="grid gap-6 pb-8">
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
          key={`${person?.id} ${fortnight.day?.date}`}
          slots={slots.map(({ startsAt }) => ({ startsAt }))}
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

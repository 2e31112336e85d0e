import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { languageHere } from "@/app/_server/language";
import { bookSlotInput } from "@/lib/bookings/input";
import { isDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { CallInstead } from "../../_parts/closed";
import { duration, priceFrom, zoneName } from "../../_parts/in-words";
import { addServiceHref, servicesHref, timesHref, waitlistHref } from "../../_parts/links";
import { Live } from "../../_parts/live";
import { SoftLink } from "../../_parts/soft-link";
import { StepTitle } from "../../_parts/step";
import { openTenantAt, type Query, single } from "../../_parts/tenant";
import { TooOften, waitToLook } from "../../_parts/too-often";
import { type ChosenLine, fieldsOf, linesIn } from "../../_parts/visit";
import { type KnownLine, totalOf } from "../known-lines";
import { bookWords } from "../words";
import { chooseTime } from "./actions";
import { chipWords } from "./chip-words";
import { Chips } from "./chips";
import { ChoiceBar } from "./choice-bar";
import { DayStrip } from "./day-strip";
import { type Around, ExtrasChooser } from "./extras-chooser";
import { findTimes, type Times } from "./find-times";
import { NoTimes } from "./no-times";
import { anyoneId, StaffChooser, staffChoices } from "./staff-chooser";
import { AddService, VisitLines } from "./visit-lines";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: bookWords[await languageHere()].chooseTime,
});

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export default async function TimesPage({ params, searchParams }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const query = await searchParams;
  const [day, from, gone, line] = ["day", "from", "gone", "line"].map((name) => single(query, name));
  const lines = linesIn((name) => single(query, name));
  if (lines.length === 0) redirect(servicesHref(tenant.slug));
  const wait = await waitToLook(lines.length);
  if (wait) return <TooOften seconds={wait} />;

  const since = now().getTime();
  const times = await findTimes(tenant, {
    lines,
    day: isDate(day) ? day : null,
    from: isDate(from) ? from : null,
  });
  if ("instead" in times)
    redirect(
      times.instead.length > 0
        ? timesHref(tenant.slug, { lines: times.instead, day, from })
        : servicesHref(tenant.slug),
    );
  const isTime = bookSlotInput.shape.startsAt.safeParse(gone).success;
  const isOf = line !== undefined && /^\d$/.test(line) && Number(line) in times.lines;
  const current = times.lines.length === 1 ? 0 : isOf ? Number(line) : undefined;
  const asked = {
    wished: isDate(day) ? day : undefined,
    from: isDate(from) ? from : undefined,
    gone: isTime ? gone : undefined,
    current,
  };
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

type Step = {
  tenant: PublicTenant;
  times: Times;
  /** The day that was chosen; without one it is the first that has free times. */
  wished: string | undefined;
  from: string | undefined;
  gone: string | undefined;
  /** The service that extras and a person are chosen for: the only one, or of several the one that is asked for. */
  current: number | undefined;
};

async function TimesStep({ tenant, times, wished, from, gone, current }: Step) {
  const language = await languageHere();
  const words = bookWords[language];
  const { lines, fortnight } = times;
  const [first] = lines as [KnownLine, ...KnownLine[]];
  const isOne = lines.length === 1;
  const chosen = { lines: lines.map((line) => line.chosen), line: isOne ? undefined : current, from };
  const total = totalOf(lines);
  const price = priceFrom(total, language);
  const slots = fortnight.day?.slots ?? [];
  const day = fortnight.day?.date;
  const choosers =
    current === undefined ? null : (
      <Choosers slug={tenant.slug} lines={lines} current={current} chosen={chosen} day={day} />
    );
  const title = (
    <StepTitle
      back={{
        href: isOne ? servicesHref(tenant.slug) : addServiceHref(tenant.slug, chosen.lines, wished),
        label: words.services,
      }}
      title={isOne ? first.service.name : words.yourVisit}
    >
      <span className="flex flex-wrap items-center gap-x-4">
        {duration(total.minutes, language)} · {price}
        {isOne ? <AddService slug={tenant.slug} lines={lines} day={wished} /> : null}
      </span>
    </StepTitle>
  );
  const visit = (
    <VisitLines slug={tenant.slug} lines={lines} current={current} day={wished} from={from}>
      {choosers}
    </VisitLines>
  );
  if (!fortnight.nextFree && lines.every((line) => !line.person)) {
    return (
      <>
        {title}
        {isOne ? null : visit}
        <CallInstead tenant={tenant} title={words.fullyBooked} under>
          {isOne ? words.fullyBookedOne : words.fullyBookedSeveral}
        </CallInstead>
        {isOne ? <Wait slug={tenant.slug} line={first.chosen} day={wished} /> : null}
      </>
    );
  }
  return (
    <form action={chooseTime} className="flex grow flex-col">
      {title}
      {gone ? <Gone at={gone} timeZone={tenant.timeZone} /> : null}
      <input type="hidden" name="slug" value={tenant.slug} />
      {Object.entries(fieldsOf(chosen.lines)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-6 pb-8">
        {isOne ? choosers : visit}
        <DayStrip
          fortnight={fortnight}
          shut={times.shut}
          hrefOf={(to) => timesHref(tenant.slug, { ...chosen, ...to })}
        />
        <Chips
          key={`${JSON.stringify(fieldsOf(chosen.lines))} ${day}`}
          slots={slots.map(({ startsAt, seatsLeft }) => ({ startsAt, seatsLeft }))}
          timeZone={tenant.timeZone}
          words={chipWords(language)}
        >
          <NoTimes tenant={tenant} times={times} />
        </Chips>
        <p className="text-sm text-quiet">{words.timesAreIn(zoneName(tenant.timeZone, now(), language))}</p>
        {isOne && slots.length > 0 ? <Wait slug={tenant.slug} line={first.chosen} day={day} /> : null}
      </div>
      {slots.length > 0 ? (
        <ChoiceBar
          slots={slots}
          timeZone={tenant.timeZone}
          price={price}
          currency={first.service.currency}
          who={isOne ? first.person?.name.split(" ")[0] : undefined}
        />
      ) : null}
    </form>
  );
}

/** None of them suits: they are asked when another one comes free. */
async function Wait({ slug, line, day }: { slug: string; line: ChosenLine; day: string | undefined }) {
  const words = bookWords[await languageHere()];
  return (
    <p className="text-quiet">
      {words.noneSuits}{" "}
      <SoftLink
        href={waitlistHref(slug, line, day)}
        className="inline-flex h-11 items-center underline decoration-edge underline-offset-4 hover:text-ink"
      >
        {words.joinWaitlist}
      </SoftLink>
    </p>
  );
}

type Choosing = {
  slug: string;
  lines: KnownLine[];
  current: number;
  chosen: { lines: ChosenLine[]; line: number | undefined; from: string | undefined };
  day: string | undefined;
};

/** What may be added to a service, and who may do it. */
async function Choosers({ slug, lines, current, chosen, day }: Choosing) {
  const { service, staff, person } = lines[current]!;
  const language = await languageHere();
  const words = bookWords[language];
  const isOne = lines.length === 1;
  const anyone = { id: anyoneId, label: words.anyone };
  return (
    <>
      {service.addons.length > 0 ? (
        <ExtrasChooser
          label={isOne ? words.extras : words.extrasFor(service.name)}
          signs={{ extras: words.extras, add: words.add, without: words.without }}
          extras={service.addons.map(({ id, name, minutes, priceMinor }) => ({
            id,
            name,
            words: [
              minutes > 0 ? duration(minutes, language) : [],
              priceMinor > 0 ? formatMoney(priceMinor, service.currency) : words.free,
            ]
              .flat()
              .join(" · "),
          }))}
          chosen={chosen.lines[current]!.add}
          around={aroundExtras(current, (add) =>
            timesHref(slug, { ...chosen, lines: changed(chosen.lines, current, { add }), day }),
          )}
        />
      ) : null}
      {staff.length > 1 ? (
        <StaffChooser
          label={isOne ? words.withWhom : words.withWhomFor(service.name)}
          choices={[anyone, ...staffChoices(staff, service.currency)]}
          current={person?.id ?? anyone.id}
          hrefOf={(id) =>
            timesHref(slug, {
              ...chosen,
              lines: changed(chosen.lines, current, { staff: id === anyone.id ? undefined : id }),
              day,
            })
          }
        />
      ) : null}
    </>
  );
}

const changed = (lines: readonly ChosenLine[], at: number, to: Partial<ChosenLine>) =>
  lines.map((line, place) => (place === at ? { ...line, ...to } : line));

/** The address of other extras, split where they stand: the first service has a field of its own for them. */
function aroundExtras(current: number, hrefOf: (add: string[]) => string): Around {
  const [lead, separator] = current === 0 ? ["&add=", ","] : [".", "."];
  const [before = "", after = ""] = hrefOf(["EXTRAS"]).split(`${lead}EXTRAS`);
  return { before, lead, separator, after };
}

/** Said where the others stand, so that nothing has been typed for nothing. */
async function Gone({ at, timeZone }: { at: string; timeZone: string }) {
  const language = await languageHere();
  const words = bookWords[language];
  return (
    <p role="alert" className="mb-5 rounded-panel border border-edge bg-surface p-4">
      <span className="block font-medium">{words.gone(formatDayTime(at, timeZone, language))}</span>
      <span className="text-quiet">{words.goneAbout}</span>
    </p>
  );
}

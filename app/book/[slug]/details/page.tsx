import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { languageHere } from "@/app/_server/language";
import { depositWords } from "@/lib/bookings/deposit-words";
import { bookSlotInput } from "@/lib/bookings/input";
import { nearestTo } from "@/lib/bookings/nearest-to";
import { type KeptChoice, keptFor } from "@/lib/bookings/place-hold";
import { type PlannedLine, planVisit } from "@/lib/bookings/plan-visit";
import { getCancellation } from "@/lib/bookings/set-cancellation";
import { termsSeen, termsWords } from "@/lib/bookings/terms";
import { shown, wordings } from "@/lib/customers/consent-words";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatDayTime, formatTime } from "@/lib/platform/format";
import { listServices } from "@/lib/services/list-services";
import { listOffers } from "@/lib/staff/list-offers";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { duration, zoneName } from "../../_parts/in-words";
import { keptHold } from "../../_parts/kept-hold";
import { servicesHref, timesHref } from "../../_parts/links";
import { StepTitle } from "../../_parts/step";
import { guest, openTenantAt, type Query, single } from "../../_parts/tenant";
import { TooOften, waitToLook } from "../../_parts/too-often";
import { askedLines, fieldsOf, linesIn } from "../../_parts/visit";
import { type KnownLine, knownLines, nameOf, totalOf } from "../known-lines";
import { bookWords } from "../words";
import { BookingForm } from "./booking-form";
import { formWords } from "./form-words";
import { taken } from "./taken";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: bookWords[await languageHere()].yourDetails,
});

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
  const lines = linesIn((name) => single(query, name));
  const at = single(query, "at");
  if (lines.length === 0) redirect(servicesHref(tenant.slug));
  if (!at || !isToCome(at)) redirect(timesHref(tenant.slug, { lines }));

  const wait = await waitToLook(lines.length);
  if (wait) return <TooOften seconds={wait} />;
  const startsAt = new Date(at);
  const hold = await keptHold();
  const { known, plan, terms, keptUntil } = await readTenant(tenant.id, guest, async (scope) => {
    const [services, offers, terms, kept, plan] = await Promise.all([
      listServices(scope),
      listOffers(
        scope,
        lines.map(({ service }) => service),
      ),
      getCancellation(scope),
      hold ? keptFor(scope, hold, startsAt) : null,
      planVisit(scope, { lines: askedLines(lines), startsAt, hold }),
    ]);
    const isThis = kept && plan.ok && isKept(plan.value.lines, kept);
    return { known: knownLines(lines, services, offers), plan, terms, keptUntil: isThis ? kept.until : null };
  });
  if ("instead" in known)
    redirect(known.instead.length > 0 ? timesHref(tenant.slug, { lines: known.instead }) : servicesHref(tenant.slug));

  // Kept no longer, or never: what is gone by now is said before anything is typed for it.
  const near =
    !plan.ok && !keptUntil
      ? await readTenant(tenant.id, guest, (scope) => nearestTo(scope, { lines: askedLines(lines), startsAt }))
      : null;
  const language = await languageHere();
  const words = bookWords[language];
  const day = localDate(startsAt, tenant.timeZone);
  const times = timesHref(tenant.slug, { lines, day });
  const { fromMinor, currency } = totalOf(known.found);
  // Who does it decides what it costs: whoever the house would choose for that time.
  const totalMinor = plan.ok ? plan.value.totalMinor : fromMinor;
  const depositMinor = plan.ok ? plan.value.depositMinor : null;
  return (
    <>
      <StepTitle back={{ href: times, label: words.times }} title={words.yourDetails}>
        <Visit lines={known.found} planned={plan.ok ? plan.value.lines : []} timeZone={tenant.timeZone} />
      </StepTitle>
      <BookingForm
        wish={{
          slug: tenant.slug,
          chosen: fieldsOf(lines),
          at,
          when: formatDayTime(at, tenant.timeZone, language),
          totalMinor,
          currency,
          terms: {
            seen: termsSeen(terms),
            words: termsWords(terms, totalMinor, currency, { startsAt, at: now() }, language),
          },
          deposit: {
            minor: depositMinor ?? 0,
            words: depositWords({ depositMinor, totalMinor, currency, terms }, { startsAt, at: now() }, language),
          },
          marketing: wordings[shown.marketing].words(tenant.name)[language],
          gone: near && (await taken(near, tenant, lines)),
          kept: keptUntil ? { until: keptUntil, words: formatTime(keptUntil, tenant.timeZone) } : null,
          // Drawn with the form: pressing twice, or again after a lost answer, makes one booking.
          formKey: randomUUID(),
        }}
        timesHref={times}
        zone={zoneName(tenant.timeZone, now(), language)}
        words={formWords(language)}
      />
    </>
  );
}

/** What was chosen is what is kept: as long, and by the same people, as far as it is known who they are. */
const isKept = (lines: readonly PlannedLine[], kept: KeptChoice): boolean =>
  lines.at(-1)?.endsAt === kept.endsAt &&
  lines.every(({ staffId }, at) => staffId === null || staffId === kept.staffIds[at]);

type Parts = { lines: KnownLine[]; planned: PlannedLine[]; timeZone: string };

/** One service in a line; of several who does which, and when. */
async function Visit({ lines, planned, timeZone }: Parts) {
  const language = await languageHere();
  const words = bookWords[language];
  const [only, ...more] = lines as [KnownLine, ...KnownLine[]];
  if (more.length === 0) {
    const { person, minutes } = only;
    return `${nameOf(only)}, ${duration(minutes, language)}${person ? ` ${words.withPerson(person.name)}` : ""}`;
  }
  return (
    <ol aria-label={words.yourVisit} className="grid gap-1">
      {lines.map((line, at) => (
        <li key={`${line.service.id} ${planned[at]?.startsAt ?? at}`} className="grid grid-cols-[3.5rem_minmax(0,1fr)]">
          <span className="tabular-nums">{planned[at] ? formatTime(planned[at].startsAt, timeZone) : ""}</span>
          <span>
            {nameOf(line)}, {duration(line.minutes, language)}
            {planned[at]?.staffName ? ` ${words.withPerson(planned[at].staffName)}` : ""}
          </span>
        </li>
      ))}
    </ol>
  );
}

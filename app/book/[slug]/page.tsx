import { languageHere } from "@/app/_server/language";
import { type OpenDay, openingHours } from "@/lib/bookings/opening-hours";
import { mostServices } from "@/lib/bookings/rules";
import { publicPictures } from "@/lib/gallery/list-pictures";
import { mostOnBookingPage } from "@/lib/gallery/rules";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Language } from "@/lib/platform/format";
import { publicAverage } from "@/lib/reviews/public-reviews";
import { averageWords } from "@/lib/reviews/rules";
import { listServices, type ServiceItem } from "@/lib/services/list-services";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { Star } from "../../_components/reviews/stars";
import { CallInstead } from "../_parts/closed";
import { GalleryStrip } from "../_parts/gallery-strip";
import { Clock, Forward } from "../_parts/icons";
import { duration, priceFrom } from "../_parts/in-words";
import { contactHref, reviewsHref, servicePhotoHref, timesHref } from "../_parts/links";
import { openAt } from "../_parts/opening";
import { portalHref } from "../_parts/plain-links";
import { SoftLink } from "../_parts/soft-link";
import { StepTitle } from "../_parts/step";
import { StructuredData } from "../_parts/structured-data";
import { guest, openTenantAt, type Query, single } from "../_parts/tenant";
import { type ChosenLine, linesIn } from "../_parts/visit";
import { About } from "./about";
import { type BookWords, bookWords } from "./words";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export default async function ServicesPage({ params, searchParams }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const language = await languageHere();
  const words = bookWords[language];
  const { timeZone } = tenant;
  const query = await searchParams;
  // Chosen already: what is chosen now is one more.
  const lines = linesIn((name) => single(query, name)).slice(0, mostServices - 1);
  const day = single(query, "day");
  const yesterday = addDays(localDate(now(), timeZone), -1);
  const [services, hours, said, pictures] = await readTenant(tenant.id, guest, (scope) =>
    Promise.all([
      listServices(scope),
      openingHours(scope, yesterday, 10),
      publicAverage(scope),
      publicPictures(scope, mostOnBookingPage),
    ]),
  );
  if (services.length === 0) {
    return (
      <CallInstead tenant={tenant} title={words.nothingYet}>
        {words.nothingYetAbout(tenant.name)}
      </CallInstead>
    );
  }
  return (
    <div className="pb-12">
      <StructuredData tenant={tenant} services={services} hours={hours} />
      {lines.length > 0 ? (
        <StepTitle
          back={{ href: timesHref(tenant.slug, { lines, day }), label: words.yourVisit }}
          title={words.whatToAdd}
        >
          {words.doneAfter(
            lines
              .map(({ service }) => services.find(({ id }) => id === service)?.name ?? words.whatYouChose)
              .join(", "),
          )}
        </StepTitle>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-x-4">
            <Opening days={hours.days} timeZone={timeZone} language={language} />
            <Said slug={tenant.slug} said={said} words={words} />
          </div>
          <About tenant={tenant} language={language} />
          <h1 className="pt-2 text-lg sm:text-xl">{words.whatWouldYouLike}</h1>
        </>
      )}
      {byCategory(services).map(([category, items]) => (
        <section key={category} aria-label={category} className="mt-5">
          <h2 className="pb-1 text-sm text-quiet">{category}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {items.map((service) => (
              <li key={service.id}>
                <ServiceRow slug={tenant.slug} service={service} after={lines} day={day} language={language} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {lines.length === 0 ? <GalleryStrip slug={tenant.slug} pictures={pictures} language={language} /> : null}
      <p className="mt-6 text-quiet">
        {words.bookedBefore}{" "}
        <SoftLink
          href={portalHref(tenant.slug)}
          className="inline-flex min-h-11 items-center underline decoration-edge underline-offset-4 hover:text-ink"
        >
          {words.seeBookings}
        </SoftLink>{" "}
        {words.toAsk}{" "}
        <SoftLink
          href={contactHref(tenant.slug)}
          className="inline-flex min-h-11 items-center underline decoration-edge underline-offset-4 hover:text-ink"
        >
          {words.writeTo(tenant.name)}
        </SoftLink>
      </p>
    </div>
  );
}

type SaidProps = { slug: string; said: { count: number; average: number | null }; words: BookWords };

/** What customers say, where anybody has said something to everybody. */
function Said({ slug, said, words }: SaidProps) {
  if (said.average === null) return null;
  return (
    <SoftLink
      href={reviewsHref(slug)}
      className="inline-flex min-h-11 items-center gap-1 text-sm text-quiet tabular-nums hover:text-ink"
    >
      <Star filled size={15} />
      <span className="sr-only">{words.rated} </span>
      {averageWords(said.average)} · {words.reviews(said.count)}
    </SoftLink>
  );
}

type OpeningProps = { days: OpenDay[]; timeZone: string; language: Language };

function Opening({ days, timeZone, language }: OpeningProps) {
  const { open, words } = openAt(days, timeZone, now(), language);
  return (
    <p className={`flex items-center gap-1.5 text-sm ${open ? "text-confirmed" : "text-quiet"}`}>
      <Clock size={16} />
      {words}
    </p>
  );
}

type Row = {
  slug: string;
  service: ServiceItem;
  after: readonly ChosenLine[];
  day: string | undefined;
  language: Language;
};

function ServiceRow({ slug, service, after, day, language }: Row) {
  return (
    <SoftLink
      href={timesHref(slug, { lines: [...after, { service: service.id, add: [] }], day })}
      className="-mx-4 flex min-h-16 items-center gap-3 px-4 py-3 transition-colors hover:bg-wash md:-mx-3 md:rounded-control md:px-3"
    >
      {service.photo ? (
        // biome-ignore lint/performance/noImgElement: it is small already, and next/image would cost the page its script
        <img
          src={servicePhotoHref(slug, service.id, service.photo)}
          alt=""
          width={48}
          height={48}
          loading="lazy"
          decoding="async"
          className="size-12 shrink-0 rounded-control bg-wash object-cover"
        />
      ) : null}
      <span className="min-w-0 grow">
        <span className="block font-medium">{service.name}</span>
        <span className="block text-sm text-quiet">
          {duration(service.durationMinutes, language)}
          {service.description ? ` · ${service.description}` : ""}
        </span>
      </span>
      <span className="shrink-0 whitespace-nowrap tabular-nums">{priceFrom(service, language)}</span>
      <span className="text-quiet">
        <Forward />
      </span>
    </SoftLink>
  );
}

/** In the order of the price list, each category where its first service stands. */
const byCategory = (services: ServiceItem[]): [string, ServiceItem[]][] =>
  [...new Set(services.map(({ category }) => category))].map((category) => [
    category,
    services.filter((service) => service.category === category),
  ]);

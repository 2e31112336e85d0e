import Link from "next/link";
import { type OpenDay, openingHours } from "@/lib/bookings/opening-hours";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatTime } from "@/lib/platform/format";
import { listServices, type ServiceItem } from "@/lib/services/list-services";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { CallInstead } from "../_parts/closed";
import { Clock, Forward } from "../_parts/icons";
import { portalHref, servicePhotoHref, timesHref } from "../_parts/links";
import { openingNow } from "../_parts/opening";
import { Pending } from "../_parts/pending";
import { StructuredData } from "../_parts/structured-data";
import { guest, openTenantAt } from "../_parts/tenant";
import { duration, priceFrom } from "../_parts/words";

export default async function ServicesPage({ params }: { params: Promise<{ slug: string }> }) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const { timeZone } = tenant;
  const yesterday = addDays(localDate(now(), timeZone), -1);
  const [services, hours] = await readTenant(tenant.id, guest, (scope) =>
    Promise.all([listServices(scope), openingHours(scope, yesterday, 10)]),
  );
  if (services.length === 0) {
    return (
      <CallInstead tenant={tenant} title="Nothing to book online yet">
        {tenant.name} has not put its services here yet. You can call to ask for a time.
      </CallInstead>
    );
  }
  return (
    <div className="pb-12">
      <StructuredData tenant={tenant} services={services} hours={hours} />
      <Opening days={hours.days} timeZone={timeZone} />
      <h1 className="pt-2 text-lg sm:text-xl">What would you like?</h1>
      {byCategory(services).map(([category, items]) => (
        <section key={category} aria-label={category} className="mt-5">
          <h2 className="pb-1 text-sm text-quiet">{category}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {items.map((service) => (
              <li key={service.id}>
                <ServiceRow slug={tenant.slug} service={service} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="mt-6 text-quiet">
        Booked before?{" "}
        <Link
          href={portalHref(tenant.slug)}
          prefetch={false}
          className="inline-flex min-h-11 items-center underline decoration-edge underline-offset-4 hover:text-ink"
        >
          See your bookings
        </Link>
      </p>
    </div>
  );
}

function Opening({ days, timeZone }: { days: OpenDay[]; timeZone: string }) {
  const [hour = 0, minute = 0] = formatTime(now().toISOString(), timeZone).split(":").map(Number);
  const { open, words } = openingNow(days, hour * 60 + minute);
  return (
    <p className={`flex items-center gap-1.5 text-sm ${open ? "text-confirmed" : "text-quiet"}`}>
      <Clock size={16} />
      {words}
    </p>
  );
}

function ServiceRow({ slug, service }: { slug: string; service: ServiceItem }) {
  return (
    <Link
      href={timesHref(slug, { service: service.id })}
      prefetch={false}
      className="relative -mx-4 flex min-h-16 items-center gap-3 px-4 py-3 transition-colors hover:bg-wash md:-mx-3 md:rounded-control md:px-3"
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
          {duration(service.durationMinutes)}
          {service.description ? ` · ${service.description}` : ""}
        </span>
      </span>
      <span className="shrink-0 whitespace-nowrap tabular-nums">{priceFrom(service)}</span>
      <span className="text-quiet">
        <Forward />
      </span>
      <Pending />
    </Link>
  );
}

/** In the order of the price list, each category where its first service stands. */
const byCategory = (services: ServiceItem[]): [string, ServiceItem[]][] =>
  [...new Set(services.map(({ category }) => category))].map((category) => [
    category,
    services.filter((service) => service.category === category),
  ]);

import type { OpeningHours } from "@/lib/bookings/opening-hours";
import type { ServiceItem } from "@/lib/services/list-services";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { servicesHref, timesHref } from "./links";

const types: Record<string, string> = {
  kinyozi: "HairSalon",
  salon: "BeautySalon",
  spa: "DaySpa",
  clinic: "MedicalClinic",
};

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const mostOffers = 60;

/** A business as schema.org knows one; only what we know of it. */
export function businessData(
  origin: string,
  tenant: PublicTenant,
  services: ServiceItem[],
  hours: OpeningHours,
): object {
  const url = origin + servicesHref(tenant.slug);
  return {
    "@context": "https://schema.org",
    "@type": types[tenant.businessType] ?? "HealthAndBeautyBusiness",
    "@id": url,
    url,
    name: tenant.name,
    telephone: tenant.phone,
    image: `${url}/opengraph-image`,
    address: {
      "@type": "PostalAddress",
      ...(tenant.address ? { streetAddress: tenant.address } : {}),
      addressLocality: tenant.city,
    },
    ...(tenant.mapLink ? { hasMap: tenant.mapLink } : {}),
    ...(tenant.about ? { description: tenant.about } : {}),
    currenciesAccepted: tenant.currency,
    openingHoursSpecification: hours.weekly.map(({ weekday, from, to }) => ({
      "@type": "OpeningHoursSpecification",
      dayOfWeek: weekdays[weekday],
      opens: clock(from),
      // A night ends on the next morning's clock; midnight itself would be read as the morning before.
      closes: to === 1_440 ? "23:59" : clock(to % 1_440),
    })),
    makesOffer: services.slice(0, mostOffers).map((service) => ({
      "@type": "Offer",
      url: origin + timesHref(tenant.slug, { lines: [{ service: service.id, add: [] }] }),
      itemOffered: {
        "@type": "Service",
        name: service.name,
        ...(service.description ? { description: service.description } : {}),
      },
      ...priceOf(service),
    })),
  };
}

const priceOf = ({ fromMinor, toMinor, currency }: ServiceItem) =>
  fromMinor === toMinor
    ? { price: fromMinor / 100, priceCurrency: currency }
    : {
        priceSpecification: {
          "@type": "PriceSpecification",
          minPrice: fromMinor / 100,
          maxPrice: toMinor / 100,
          priceCurrency: currency,
        },
      };

const clock = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** As the text of a script element: nothing a business typed can end the element or begin a comment in it. */
export const writeData = (data: object): string => JSON.stringify(data).replaceAll("<", "\\u003c");

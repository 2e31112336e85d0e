/** The steps' addresses: everything chosen so far stands in the URL, so going back loses nothing. */
export type Chosen = {
  service: string;
  staff?: string | undefined;
  day?: string | undefined;
  from?: string | undefined;
  /** Ids of what is added to the service, with commas between them. */
  add?: string | undefined;
  /** A time that was chosen and has just gone. */
  gone?: string | undefined;
};

const query = (values: Record<string, string | undefined>) =>
  new URLSearchParams(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString();

export const servicesHref = (slug: string) => `/book/${slug}`;

export const timesHref = (slug: string, { service, add, staff, day, from, gone }: Chosen) =>
  `/book/${slug}/times?${query({ service, add, staff: staff === "any" ? undefined : staff, from, day, gone })}`;

export const servicePhotoHref = (slug: string, serviceId: string, version: string): string =>
  `/api/public/${slug}/services/${serviceId}/photo?v=${version}`;

type Details = { service: string; add: string; staff: string; at: string };

export const detailsHref = (slug: string, { service, add, staff, at }: Details) =>
  `/book/${slug}/details?${query({ service, add, staff, at })}`;

export const portalHref = (slug: string): string => `/portal/${slug}`;

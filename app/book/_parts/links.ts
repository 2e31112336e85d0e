/** The steps' addresses: everything chosen so far stands in the URL, so going back loses nothing. */
export type Chosen = {
  service: string;
  staff?: string | undefined;
  day?: string | undefined;
  from?: string | undefined;
};

const query = (values: Record<string, string | undefined>) =>
  new URLSearchParams(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString();

export const servicesHref = (slug: string) => `/book/${slug}`;

export const timesHref = (slug: string, { service, staff, day, from }: Chosen) =>
  `/book/${slug}/times?${query({ service, staff: staff === "any" ? undefined : staff, from, day })}`;

export const servicePhotoHref = (slug: string, serviceId: string, version: string): string =>
  `/api/public/${slug}/services/${serviceId}/photo?v=${version}`;

export const detailsPath = (slug: string) => `/book/${slug}/details`;

export const portalHref = (slug: string): string => `/portal/${slug}`;

/** The steps' addresses: everything chosen so far stands in the URL, so going back loses nothing. */
export type Chosen = {
  service: string;
  staff?: string | undefined;
  day?: string | undefined;
  from?: string | undefined;
  /** A time that was chosen and has just gone. */
  gone?: string | undefined;
};

const query = (values: Record<string, string | undefined>) =>
  new URLSearchParams(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString();

export const servicesHref = (slug: string) => `/book/${slug}`;

export const timesHref = (slug: string, { service, staff, day, from, gone }: Chosen) =>
  `/book/${slug}/times?${query({ service, staff: staff === "any" ? undefined : staff, from, day, gone })}`;

export const detailsHref = (slug: string, { service, staff, at }: { service: string; staff: string; at: string }) =>
  `/book/${slug}/details?${query({ service, staff, at })}`;

export const portalHref = (slug: string): string => `/portal/${slug}`;

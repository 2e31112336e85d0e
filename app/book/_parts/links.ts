import type { PictureSize } from "@/lib/gallery/rules";
import { type ChosenLine, fieldsOf } from "./visit";

/** The steps' addresses: everything chosen so far stands in the URL, so going back loses nothing. */
export type Chosen = {
  lines: readonly ChosenLine[];
  /** Which of several services is being chosen for, from 0. */
  line?: number | undefined;
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

/** The price list again, for one service more. */
export const addServiceHref = (slug: string, lines: readonly ChosenLine[], day?: string) =>
  `/book/${slug}?${query({ ...fieldsOf(lines), day })}`;

export const timesHref = (slug: string, { lines, line, day, from, gone }: Chosen) =>
  `/book/${slug}/times?${query({ ...fieldsOf(lines), line: line === undefined ? "" : String(line), from, day, gone })}`;

/** To be asked when a time comes free. */
export const waitlistHref = (slug: string, { service, staff }: ChosenLine, day?: string) =>
  `/book/${slug}/waitlist?${query({ service, staff, day })}`;

export const servicePhotoHref = (slug: string, serviceId: string, version: string): string =>
  `/api/public/${slug}/services/${serviceId}/photo?v=${version}`;

/** `picture`: looked at alone. */
export const galleryHref = (slug: string, picture?: string): string =>
  `/book/${slug}/gallery${picture ? `?${query({ picture })}` : ""}`;

export const pictureHref = (slug: string, id: string, size: PictureSize): string =>
  `/api/public/${slug}/gallery/${id}/picture?size=${size}`;

export const logoHref = (slug: string, version: string): string => `/api/public/${slug}/logo?v=${version}`;

export const detailsHref = (slug: string, lines: readonly ChosenLine[], at: string) =>
  `/book/${slug}/details?${query({ ...fieldsOf(lines), at })}`;

export const reviewsHref = (slug: string, cursor?: string): string =>
  `/book/${slug}/reviews${cursor ? `?${query({ cursor })}` : ""}`;
export const contactHref = (slug: string): string => `/book/${slug}/contact`;
export const childrenHref = (slug: string): string => `/portal/${slug}/children`;
export const childHref = (slug: string, childId: string): string => `${childrenHref(slug)}/${childId}`;
export const ownGalleryHref = (slug: string, picture?: string): string =>
  `/portal/${slug}/gallery${picture ? `?${query({ picture })}` : ""}`;

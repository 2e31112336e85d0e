/** Addresses that the browser makes too: nothing is imported for them. */

export const portalHref = (slug: string): string => `/portal/${slug}`;

/** What the business does with what it is told. */
export const privacyHref = (slug: string): string => `/book/${slug}/privacy`;

/** In a file of its own: forms in the browser want it, and the other addresses bring what reads them along. */
export const privacyHref = (slug: string): string => `/book/${slug}/privacy`;

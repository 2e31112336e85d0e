/** A business's public address: lower-case words joined by hyphens. */
export const isSlug = (text: string): boolean => text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** Words that stand, or may one day stand, where a business's address stands. */
const reserved = new Set(
  `admin api app auth b book bookings clientpulse contact dashboard demo dev docs find health help home invitations login
  logout mail me new platform portal pricing privacy profile register search settings setup sign-in sign-up static status
  stream support tenant tenants terms test times www`.split(/\s+/),
);

/** Room is left for the number of a namesake. */
const most = 50;

/** The address that a name asks for. Letters lose their accents; a name in another script has none of its own. */
export function slugOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, most)
    .replace(/^-+|-+$/g, "");
  return words === "" || reserved.has(words) ? `${words || "the"}-house` : words;
}

/** What is wrong with an address somebody wants, or null. */
export function slugFault(wanted: string): string | null {
  if (!isSlug(wanted)) return "is made of small letters, digits and hyphens between them";
  if (wanted.length < 3) return "is shorter than 3 characters";
  if (wanted.length > most) return `is longer than ${most} characters`;
  return reserved.has(wanted) ? "is kept for pages of our own" : null;
}

/** The first is the name's own; namesakes get a number. */
export const numberedSlug = (slug: string, number: number): string => (number === 1 ? slug : `${slug}-${number}`);

import type { CancellationTerms, Fee } from "@/db/schema/tenants";
import { formatMoney, type Language } from "@/lib/platform/format";
import { termsWordsIn } from "./terms-words";

// What cancelling late and not coming cost: accepted with the booking, and kept with it.

/** What a form says it has shown; another text means other terms. */
export const termsSeen = (terms: CancellationTerms | null | undefined): string =>
  terms ? `${terms.freeHours} ${feeSeen(terms.late)} ${feeSeen(terms.noShow)}` : "";

const feeSeen = (fee: Fee | undefined) => {
  if (!fee) return "none";
  return fee.kind === "percent" ? `${fee.percent}%` : String(fee.amountMinor);
};

/** Never more than the price. */
export function feeOf(fee: Fee | undefined, totalMinor: number): number {
  if (!fee) return 0;
  return fee.kind === "percent"
    ? Math.round((totalMinor * Math.min(fee.percent, 100)) / 100)
    : Math.min(fee.amountMinor, totalMinor);
}

/** Who has just booked may think again for so long, however soon it begins. */
const graceMs = 15 * 60_000;
const hourMs = 3_600_000;

/** Until when it can be cancelled for nothing; null when that never costs anything. */
export function freeUntil(terms: CancellationTerms | null | undefined, startsAt: Date, bookedAt: Date): Date | null {
  if (!terms?.late) return null;
  const before = new Date(startsAt.getTime() - terms.freeHours * hourMs);
  const grace = thinkAgainUntil(startsAt, bookedAt);
  return before > grace ? before : grace;
}

/** For who has just been told that it stands; never beyond its beginning. */
export const thinkAgainUntil = (startsAt: Date, toldAt: Date): Date =>
  new Date(Math.min(toldAt.getTime() + graceMs, startsAt.getTime()));

/**
 * `Free to cancel until 24 hours before. After that it costs KES 500, and not coming KES 1,000.`; empty for nothing. For a
 * visit that begins so soon that only the time to think again is free, that is what is said.
 */
export function termsWords(
  terms: CancellationTerms | null | undefined,
  totalMinor: number,
  currency: string,
  visit?: { startsAt: Date; at: Date },
  language: Language = "en",
): string {
  const words = termsWordsIn[language];
  const [late, noShow] = [terms?.late, terms?.noShow].map((fee) => feeOf(fee, totalMinor)) as [number, number];
  const money = (minor: number) => formatMoney(minor, currency);
  if (!terms || late + noShow === 0) return "";
  if (late === 0) return `${words.free} ${words.noShow(money(noShow))}`;
  const before = freeBefore(terms, visit, language);
  const until = before ? words.freeUntil(before) : words.freeAfterBooking;
  if (noShow === 0) return `${until} ${words.after(money(late))}`;
  return `${until} ${noShow === late ? words.afterOrNoShow(money(late)) : words.afterAndNoShow(money(late), money(noShow))}`;
}

/** `24 hours before`; null for a visit that begins so soon that there is only the time to think again. */
export function freeBefore(
  { freeHours }: CancellationTerms,
  visit?: { startsAt: Date; at: Date },
  language: Language = "en",
): string | null {
  const isSoon = visit && visit.startsAt.getTime() - freeHours * hourMs <= visit.at.getTime() + graceMs;
  return isSoon ? null : hoursWords(freeHours, language);
}

/** The same for times of several prices, each sentence once; with its price where they differ. */
export function termsOf(
  times: readonly { slots: readonly { totalMinor: number }[] }[],
  terms: CancellationTerms | null,
  currency: string,
  language: Language = "en",
): string[] {
  const prices = [...new Set(times.flatMap(({ slots }) => slots.map(({ totalMinor }) => totalMinor)))];
  const words = prices
    .toSorted((a, b) => a - b)
    .map((price) => [price, termsWords(terms, price, currency, undefined, language)] as const);
  const [first, ...more] = new Set(words.flatMap(([, said]) => said || []));
  if (!first) return [];
  if (more.length === 0) return [first];
  return words.flatMap(([price, said]) =>
    said ? termsWordsIn[language].atPrice(formatMoney(price, currency), said) : [],
  );
}

function hoursWords(hours: number, language: Language): string {
  const words = termsWordsIn[language];
  if (hours === 0) return words.begins;
  if (hours % 24 === 0 && hours >= 48) return words.daysBefore(hours / 24);
  return hours === 1 ? words.hourBefore : words.hoursBefore(hours);
}

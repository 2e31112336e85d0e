import type { CancellationTerms } from "@/db/schema/tenants";
import { formatMoney, type Language } from "@/lib/platform/format";
import { depositHoldMinutes } from "./deposit-rules";
import { feeOf, freeBefore } from "./terms";
import { termsWordsIn } from "./terms-words";

type Offered = {
  depositMinor: number | null;
  totalMinor: number;
  currency: string;
  terms: CancellationTerms | null;
};

/**
 * `KES 500 now makes it yours: … It comes back in full if you cancel until 24 hours before; later KES 300 of it is kept, and
 * if you do not come it is kept.`; empty for nothing. What is kept is what the terms say that it costs.
 */
export function depositWords(
  { depositMinor, totalMinor, currency, terms }: Offered,
  visit?: { startsAt: Date; at: Date },
  language: Language = "en",
): string {
  const words = termsWordsIn[language];
  if (!depositMinor) return "";
  const money = (minor: number) => formatMoney(minor, currency);
  const [late, noShow] = [terms?.late, terms?.noShow].map((fee) => Math.min(feeOf(fee, totalMinor), depositMinor)) as [
    number,
    number,
  ];
  const kept = (minor: number) => (minor >= depositMinor ? words.isKept : words.isKeptOf(money(minor)));
  const first = words.nowYours(money(depositMinor), depositHoldMinutes);
  if (!terms || late + noShow === 0) return `${first} ${words.backInFull}`;
  if (late === 0) return `${first} ${words.backUnlessMissed(kept(noShow))}`;
  const before = freeBefore(terms, visit, language);
  const until = before ? words.backUntil(before) : words.backSoon;
  if (noShow === 0) return `${first} ${until}${words.later(kept(late))}`;
  return `${first} ${until}${noShow === late ? words.laterOrMissed(kept(late)) : words.laterAndMissed(kept(late), kept(noShow))}`;
}

import type { CancellationTerms } from "@/db/schema/tenants";
import { formatMoney } from "@/lib/platform/format";
import { depositHoldMinutes } from "./deposit-rules";
import { feeOf, freeBefore } from "./terms";

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
): string {
  if (!depositMinor) return "";
  const money = (minor: number) => formatMoney(minor, currency);
  const [late, noShow] = [terms?.late, terms?.noShow].map((fee) => Math.min(feeOf(fee, totalMinor), depositMinor)) as [
    number,
    number,
  ];
  const kept = (minor: number) => (minor >= depositMinor ? "it is kept" : `${money(minor)} of it is kept`);
  const first = `${money(depositMinor)} now makes it yours: you have ${depositHoldMinutes} minutes to pay.`;
  if (!terms || late + noShow === 0) return `${first} It comes back in full if you cancel.`;
  if (late === 0) return `${first} It comes back in full if you cancel; if you do not come, ${kept(noShow)}.`;
  const before = freeBefore(terms, visit);
  const until = `It comes back in full if you cancel ${before ? `until ${before}` : "within 15 minutes of booking"}`;
  if (noShow === 0) return `${first} ${until}; later ${kept(late)}.`;
  return noShow === late
    ? `${first} ${until}; later, or if you do not come, ${kept(late)}.`
    : `${first} ${until}; later ${kept(late)}, and if you do not come ${kept(noShow)}.`;
}

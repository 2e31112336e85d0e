import { languageHere } from "@/app/_server/language";
import { publicWords } from "@/app/book/_parts/public-words";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { feeOf } from "@/lib/bookings/terms";
import { formatDayTime, formatMoney, type Language } from "@/lib/platform/format";
import type { CancelWords } from "./cancel-form";
import { type TicketWords, ticketWords } from "./words";

const lateFee = ({ terms, totalMinor, currency }: Ticket): string | null => {
  const minor = feeOf(terms?.late, totalMinor);
  return minor > 0 ? formatMoney(minor, currency) : null;
};

/** What cancelling it at this moment costs, said before it is done. */
function costNow(ticket: Ticket, at: Date, language: Language): string {
  const words = ticketWords[language];
  // Whom the house has asked for another time pays nothing for saying no.
  const fee = ticket.promised && ticket.freeUntil && !ticket.asked ? lateFee(ticket) : null;
  const deposit = ticket.deposit === "paid" ? formatMoney(ticket.depositMinor!, ticket.currency) : null;
  const withBack = (said: string, back: (deposit: string) => string) => (deposit ? `${said} ${back(deposit)}` : said);
  if (!fee) return withBack(words.costsNothing, words.backAll);
  if (at.getTime() > Date.parse(ticket.freeUntil!)) return withBack(words.costsNow(fee), words.backLess);
  const until = formatDayTime(ticket.freeUntil!, ticket.tenant.timeZone, language);
  return withBack(words.freeUntil(until, fee), words.backUntilThen);
}

/** A way out of it, in words for the browser: no more than it shows. */
export function cancelWords(ticket: Ticket, at: Date, language: Language): CancelWords {
  const words = ticketWords[language];
  const { status } = ticket;
  const [label, deed] = status === "requested" ? words.withdraw : status === "held" ? words.letGo : words.cancel;
  return {
    ...{ label, deed, busy: publicWords[language].busy, cost: costNow(ticket, at, language) },
    ...{ about: words.cancelAbout(ticket.tenant.name), anew: words.anew },
  };
}

export const feeWords = (kind: "late_cancel" | "no_show", { feeLate, feeNoShow }: TicketWords): string =>
  kind === "late_cancel" ? feeLate : feeNoShow;

/** What was accepted about cancelling while it stands, and what is owed once it does not. */
export async function CostNote({ ticket }: { ticket: Ticket }) {
  const language = await languageHere();
  const words = ticketWords[language];
  const { fee, status, freeUntil, asked, tenant, terms, totalMinor, currency } = ticket;
  const line = "mt-2 max-w-[28rem]";
  if (fee?.status === "waived") return <p className={line}>{words.waived(tenant.name)}</p>;
  if (fee?.status === "owed")
    return (
      <p className={line}>
        {words.owe(formatMoney(fee.amountMinor - fee.fromDepositMinor, fee.currency), feeWords(fee.kind, words))}
      </p>
    );
  // All of it is kept from the deposit, which is said there.
  if (fee) return null;
  if (status === "cancelled" && terms) return <p className={line}>{words.oweNothing}</p>;
  const isPromise = status === "confirmed" || status === "requested";
  const [late, missed] = [lateFee(ticket), feeOf(terms?.noShow, totalMinor)];
  if (!isPromise || (!late && missed === 0)) return null;
  return (
    <p className={`${line} text-quiet`}>
      {late && freeUntil && !asked
        ? words.freeToCancel(formatDayTime(freeUntil, tenant.timeZone, language), late)
        : words.cancelFree}
      {missed > 0 && !asked ? ` ${words.missedCosts(formatMoney(missed, currency))}` : ""}
    </p>
  );
}

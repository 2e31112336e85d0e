import type { Ticket } from "@/lib/bookings/get-ticket";
import { feeOf } from "@/lib/bookings/terms";
import { formatDayTime, formatMoney } from "@/lib/platform/format";

const lateFee = ({ terms, totalMinor, currency }: Ticket): string | null => {
  const minor = feeOf(terms?.late, totalMinor);
  return minor > 0 ? formatMoney(minor, currency) : null;
};

/** What cancelling it at this moment costs, said before it is done. */
export function costNow(ticket: Ticket, at: Date): string {
  // Whom the house has asked for another time pays nothing for saying no.
  const fee = ticket.promised && ticket.freeUntil && !ticket.asked ? lateFee(ticket) : null;
  const back =
    ticket.deposit === "paid" ? ` Your ${formatMoney(ticket.depositMinor!, ticket.currency)} comes back` : "";
  if (!fee) return `It costs nothing.${back && `${back} in full.`}`;
  if (at.getTime() > Date.parse(ticket.freeUntil!))
    return `Cancelling now costs ${fee}.${back && `${back} less that.`}`;
  const until = formatDayTime(ticket.freeUntil!, ticket.tenant.timeZone);
  return `Cancelling is free until ${until}; after that it costs ${fee}.${back && `${back} in full until then.`}`;
}

export const feeWords = { late_cancel: "for cancelling late", no_show: "for not coming" } as const;

/** What was accepted about cancelling while it stands, and what is owed once it does not. */
export function CostNote({ ticket }: { ticket: Ticket }) {
  const { fee, status, freeUntil, asked, tenant, terms, totalMinor, currency } = ticket;
  const line = "mt-2 max-w-[28rem]";
  if (fee?.status === "waived") return <p className={line}>{tenant.name} has waived the fee. You owe nothing.</p>;
  if (fee?.status === "owed")
    return (
      <p className={line}>
        You owe {formatMoney(fee.amountMinor - fee.fromDepositMinor, fee.currency)} {feeWords[fee.kind]}.
      </p>
    );
  // All of it is kept from the deposit, which is said there.
  if (fee) return null;
  if (status === "cancelled" && terms) return <p className={line}>You owe nothing.</p>;
  const isPromise = status === "confirmed" || status === "requested";
  const [late, missed] = [lateFee(ticket), feeOf(terms?.noShow, totalMinor)];
  if (!isPromise || (!late && missed === 0)) return null;
  return (
    <p className={`${line} text-quiet`}>
      {late && freeUntil && !asked
        ? `Free to cancel until ${formatDayTime(freeUntil, tenant.timeZone)}; after that ${late}.`
        : "Cancelling is free."}
      {missed > 0 && !asked ? ` Not coming costs ${formatMoney(missed, currency)}.` : ""}
    </p>
  );
}

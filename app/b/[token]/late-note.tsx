import { languageHere } from "@/app/_server/language";
import { guest } from "@/app/book/_parts/tenant";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { type LateMoney, lateMoney } from "@/lib/payments/late-money";
import { formatMoney } from "@/lib/platform/format";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { type TicketWords, ticketWords } from "./words";

/** What became of money that came when it was no longer waited for. */
export const lateMoneyOf = async ({ id, deposit, tenant }: Ticket): Promise<LateMoney | null> =>
  deposit === null ? null : readTenant(tenant.id, guest, (scope) => lateMoney(scope, id));

/** Said in words, where the time was let go before it came. */
export async function LateNote({ late, ticket }: { late: LateMoney; ticket: Ticket }) {
  const words = ticketWords[await languageHere()];
  return (
    <section
      aria-label={words.yourPayment}
      className="mb-5 max-w-[28rem] rounded-panel border border-edge bg-surface p-4"
    >
      <p>{lateWords(late, ticket, words)}</p>
    </section>
  );
}

function lateWords(
  { became, isSent, amountMinor, currency }: LateMoney,
  { deposit, status, tenant }: Ticket,
  words: TicketWords,
): string {
  const wasLetGo = became !== "back" || (deposit === "due" && status !== "cancelled");
  const came = (wasLetGo ? words.cameLetGo : words.cameUnasked)(formatMoney(amountMinor, currency));
  if (became === "put_back") return `${came}: ${words.putBack}`;
  if (became === "moved") return `${came}: ${words.paysOther}`;
  return `${came}: ${(isSent ? words.sentBack : words.givesBack)(tenant.name)}`;
}

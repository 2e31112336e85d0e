import { guest } from "@/app/book/_parts/tenant";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { type LateMoney, lateMoney } from "@/lib/payments/late-money";
import { formatMoney } from "@/lib/platform/format";
import { readTenant } from "@/lib/tenancy/with-tenant";

/** What became of money that came when it was no longer waited for. */
export const lateMoneyOf = async ({ id, deposit, tenant }: Ticket): Promise<LateMoney | null> =>
  deposit === null ? null : readTenant(tenant.id, guest, (scope) => lateMoney(scope, id));

/** Said in words, where the time was let go before it came. */
export function LateNote({ late, ticket }: { late: LateMoney; ticket: Ticket }) {
  return (
    <section aria-label="Your payment" className="mb-5 max-w-[28rem] rounded-panel border border-edge bg-surface p-4">
      <p>{lateWords(late, ticket)}</p>
    </section>
  );
}

function lateWords({ became, isSent, amountMinor, currency }: LateMoney, { deposit, status, tenant }: Ticket): string {
  const wasLetGo = became !== "back" || (deposit === "due" && status !== "cancelled");
  const came = `Your payment of ${formatMoney(amountMinor, currency)} came ${wasLetGo ? "after the time was let go" : "when nothing was waited for any more"}`;
  if (became === "put_back") return `${came}: it was still free, so it is yours after all.`;
  if (became === "moved") return `${came}: it pays for what you booked instead.`;
  return isSent
    ? `${came}: ${tenant.name} has sent it back to you.`
    : `${came}: ${tenant.name} gives it back to you. You need not do anything.`;
}

import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { RevenueRow } from "@/lib/analytics/list-revenue-rows";
import { formatDay, formatMoney } from "@/lib/platform/format";
import { openCheckout } from "../../till/checkout/checkout-address";

const way = "w-fit text-left underline decoration-edge underline-offset-4 hover:decoration-ink";

/** One sale, one booking or one payment: when, whose, what, how much, and the way to it. */
export function RowLine({ row, currency }: { row: RevenueRow; currency: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const base = `/dashboard/${tenant.id}`;
  const { day, minor, saleId, number, bookingId, customerId, customerName, what } = row;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 px-4 py-(--row) md:grid-cols-[7rem_8rem_minmax(0,2fr)_minmax(0,3fr)_8rem] md:px-6 xl:px-8">
      <span className="text-quiet max-md:order-3">{formatDay(`${day}T12:00:00Z`, "UTC", say.language)}</span>
      <span className="min-w-0">
        {saleId ? (
          <button type="button" className={way} onClick={() => openCheckout({ kind: "sale", id: saleId })}>
            {say("Sale {number}", { number: number ?? "" })}
          </button>
        ) : bookingId ? (
          <Link className={way} href={`${base}/bookings?view=past&booking=${bookingId}`}>
            {say("Booking")}
          </Link>
        ) : (
          say("Other")
        )}
      </span>
      <span className="min-w-0 truncate max-md:order-4 max-md:text-right">
        {customerId && customerName ? (
          <Link className="hover:underline" href={`${base}/customers/${customerId}`}>
            {customerName}
          </Link>
        ) : null}
      </span>
      <span className="min-w-0 truncate text-quiet max-md:order-5 max-md:col-span-2">{what}</span>
      <span className="text-right font-medium tabular-nums max-md:order-2">{formatMoney(minor, currency)}</span>
    </li>
  );
}

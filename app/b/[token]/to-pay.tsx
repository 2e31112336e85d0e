import Link from "next/link";
import { Countdown } from "@/app/book/_parts/countdown";
import { payHref } from "@/lib/bookings/booking-token";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { formatMoney, formatTime } from "@/lib/platform/format";

/** It is theirs once this is paid. */
export function ToPay({ token, ticket }: { token: string; ticket: Ticket }) {
  const { expiresAt, depositMinor, currency, tenant } = ticket;
  return (
    <div className="mt-6 grid max-w-[28rem] gap-3">
      {expiresAt ? (
        <p>
          This time is kept for you until {formatTime(expiresAt, tenant.timeZone)}. <Countdown until={expiresAt} />
        </p>
      ) : null}
      <Link
        href={payHref(token)}
        prefetch={false}
        className="inline-flex h-12 items-center justify-center rounded-control bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong"
      >
        Pay {formatMoney(depositMinor ?? 0, currency)}
      </Link>
    </div>
  );
}

/** What was paid beforehand, while it counts. */
export function PaidNote({ ticket: { deposit, depositMinor, currency, status } }: { ticket: Ticket }) {
  const stands = status === "confirmed" || status === "requested";
  if (deposit !== "paid" || !depositMinor || !stands) return null;
  return <p className="mt-2 max-w-[28rem]">Your {formatMoney(depositMinor, currency)} has been received.</p>;
}

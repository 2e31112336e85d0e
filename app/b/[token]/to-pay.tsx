import Link from "next/link";
import { Countdown } from "@/app/book/_parts/countdown";
import { payHref } from "@/lib/bookings/booking-token";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { formatMoney, formatTime } from "@/lib/platform/format";
import { feeWords } from "./cost";

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

/** What was paid beforehand: that it counts, or what comes of it once the visit does not. */
export function PaidNote({ ticket: { deposit, depositMinor, currency, status, fee } }: { ticket: Ticket }) {
  if (deposit !== "paid" || !depositMinor) return null;
  const money = (minor: number) => formatMoney(minor, currency);
  const line = "mt-2 max-w-[28rem]";
  if (status === "confirmed" || status === "requested")
    return <p className={line}>Your {money(depositMinor)} has been received.</p>;
  if (!ended.has(status)) return null;
  const kept = fee?.fromDepositMinor ?? 0;
  const back = depositMinor - kept;
  return (
    <p className={line}>
      {fee && kept > 0 ? `${money(kept)} of your deposit is kept ${feeWords[fee.kind]}. ` : ""}
      {back > 0 ? `${money(back)} comes back to you.` : ""}
    </p>
  );
}

const ended: ReadonlySet<Ticket["status"]> = new Set(["cancelled", "rejected", "expired", "no_show"]);

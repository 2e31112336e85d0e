import Link from "next/link";
import { languageHere } from "@/app/_server/language";
import { Countdown } from "@/app/book/_parts/countdown";
import { publicWords } from "@/app/book/_parts/public-words";
import { payHref } from "@/lib/bookings/booking-token";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { formatMoney, formatTime } from "@/lib/platform/format";
import { feeWords } from "./cost";
import { ticketWords } from "./words";

/** It is theirs once this is paid. */
export async function ToPay({ token, ticket }: { token: string; ticket: Ticket }) {
  const language = await languageHere();
  const words = ticketWords[language];
  const { expiresAt, depositMinor, currency, tenant } = ticket;
  return (
    <div className="mt-6 grid max-w-[28rem] gap-3">
      {expiresAt ? (
        <p>
          {words.keptUntil(formatTime(expiresAt, tenant.timeZone))}{" "}
          <Countdown until={expiresAt} label={publicWords[language].timeLeft} />
        </p>
      ) : null}
      <Link
        href={payHref(token)}
        prefetch={false}
        className="inline-flex h-12 items-center justify-center rounded-control bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong"
      >
        {words.pay(formatMoney(depositMinor ?? 0, currency))}
      </Link>
    </div>
  );
}

/** What was paid beforehand: that it counts, or what comes of it once the visit does not. */
export async function PaidNote({ ticket: { deposit, depositMinor, currency, status, fee } }: { ticket: Ticket }) {
  if (deposit !== "paid" || !depositMinor) return null;
  const words = ticketWords[await languageHere()];
  const money = (minor: number) => formatMoney(minor, currency);
  const line = "mt-2 max-w-[28rem]";
  if (status === "confirmed" || status === "requested")
    return <p className={line}>{words.received(money(depositMinor))}</p>;
  if (!ended.has(status)) return null;
  const kept = fee?.fromDepositMinor ?? 0;
  const back = depositMinor - kept;
  return (
    <p className={line}>
      {fee && kept > 0 ? `${words.deductedFrom(money(kept), feeWords(fee.kind, words))} ` : ""}
      {back > 0 ? words.comesBack(money(back)) : ""}
    </p>
  );
}

const ended: ReadonlySet<Ticket["status"]> = new Set(["cancelled", "rejected", "expired", "no_show"]);

import Link from "next/link";
import { barButton } from "@/app/book/_parts/bar";
import { readablePhone } from "@/app/book/_parts/words";
import { payHref } from "@/lib/bookings/booking-token";
import type { OwnBooking } from "@/lib/bookings/list-own";
import { formatMoney, type Language } from "@/lib/platform/format";
import type { OwnDues, OwnMoney } from "@/lib/till/own-money";
import { payOwn } from "./actions";
import { payWords } from "./pay-words";
import { OneButton } from "./you/one-button";

type Props = { slug: string; booking: OwnBooking; money: OwnDues; phone: string; language: Language };

const link = "inline-flex min-h-11 items-center underline decoration-edge underline-offset-4";

/** What is open of a booking, to be paid from the phone that they signed in with; or what says that it is paid. */
export function Pay({ slug, booking, money, phone, language }: Props) {
  const of = money.of.get(booking.id);
  if (of?.due)
    return <Due {...{ slug, booking, phone, language }} prompts={money.prompts} due={of.due} currency={of.currency} />;
  if (!of?.paid) return null;
  const words = payWords[language];
  return of.paid === "deposit" ? (
    <p className="text-quiet">
      {words.paid}{" "}
      <Link href={payHref(booking.token)} prefetch={false} className={link}>
        {words.receipt}
      </Link>
    </p>
  ) : (
    <Link href={`/r/${of.paid.receipt}`} prefetch={false} className={link}>
      {words.receipt}
    </Link>
  );
}

type DueProps = Omit<Props, "money"> & { prompts: boolean; due: NonNullable<OwnMoney["due"]>; currency: string };

function Due({ slug, booking, phone, language, prompts, due, currency }: DueProps) {
  const words = payWords[language];
  const amount = formatMoney(due.amountMinor, currency);
  const isDeposit = due.saleId === null;
  if (due.state === "asked" || due.state === "looked_at")
    return (
      <p role="status" className="rounded-panel border border-edge bg-surface p-4">
        {due.state === "asked" ? words.asked : words.lookedAt}
      </p>
    );
  return (
    <div className="grid justify-items-start gap-2">
      {due.state === "failed" ? <p role="status">{words.failed}</p> : null}
      {prompts ? (
        <>
          <OneButton slug={slug} action={payOwn} id={booking.id} className={barButton}>
            {words.pay(amount)}
          </OneButton>
          <p className="text-sm text-quiet tabular-nums">{words.where(readablePhone(phone))}</p>
        </>
      ) : (
        <p>
          {words.toPay(amount)} {isDeposit ? null : words.atTheDesk}
        </p>
      )}
      {isDeposit ? (
        <Link href={payHref(booking.token)} prefetch={false} className={link}>
          {words.otherWays}
        </Link>
      ) : null}
    </div>
  );
}

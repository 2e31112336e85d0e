import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { depositOf } from "@/lib/bookings/deposit-rules";
import { formatMoney } from "@/lib/platform/format";
import { FeeField } from "../fee-field";
import { isTypedWell, type TypedFee, typedFeeOf } from "../typed-fee";

type Props = {
  typed: TypedFee;
  priceMinor: number;
  currency: string;
  error: string | undefined;
  onType(typed: TypedFee): void;
};

/** What is paid before it is promised, and what that comes to. */
export function DepositField({ typed, priceMinor, currency, error, onType }: Props) {
  const say = useSay();
  return (
    <div className="grid gap-1.5">
      <FeeField name="deposit" label={say("Deposit")} currency={currency} typed={typed} error={error} onType={onType} />
      <p className="text-quiet">{exampleOf(say, typed, priceMinor, currency)}</p>
    </div>
  );
}

function exampleOf(say: Say, typed: TypedFee, priceMinor: number, currency: string): string {
  const fee = typedFeeOf(typed);
  if (!fee) return say("Customers book it without paying first.");
  if (!isTypedWell(typed) || Number.isNaN(priceMinor))
    return say("Paid by M-Pesa when they book; 100 percent is all of it.");
  const due = Math.min(depositOf(fee, priceMinor), priceMinor);
  return due >= priceMinor
    ? say("Customers pay all of it, {amount}, when they book.", { amount: formatMoney(due, currency) })
    : say("Customers pay {amount} when they book and {rest} here.", {
        amount: formatMoney(due, currency),
        rest: formatMoney(priceMinor - due, currency),
      });
}

import { Switch } from "@/app/_components/ui/switch";
import { formatMoney } from "@/lib/platform/format";

type Props = {
  amountMinor: number;
  currency: string;
  on: boolean;
  onChange(on: boolean): void;
  error: string | undefined;
};

/** As the rules of the house have it; whoever is at the desk may let them off. */
export const DepositSwitch = ({ amountMinor, currency, on, onChange, error }: Props) => (
  <div className="grid gap-1">
    <div className="flex min-h-8 items-center justify-between gap-3">
      <label htmlFor="ask-deposit" className="font-medium">
        Ask for a deposit of {formatMoney(amountMinor, currency)}
      </label>
      <Switch id="ask-deposit" checked={on} onCheckedChange={onChange} aria-describedby="deposit-help" />
    </div>
    <p id="deposit-help" className={error ? "text-danger" : "text-quiet"}>
      {error ??
        (on
          ? "The time is held until it is paid. The link to pay goes to their phone; it can be paid here as well."
          : "Booked at once, without a deposit.")}
    </p>
  </div>
);

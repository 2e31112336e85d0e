import { Switch } from "@/app/_components/ui/switch";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";

type Props = {
  amountMinor: number;
  currency: string;
  on: boolean;
  onChange(on: boolean): void;
  error: string | undefined;
};

/** As the rules of the house have it; whoever is at the desk may let them off. */
export const DepositSwitch = ({ amountMinor, currency, on, onChange, error }: Props) => {
  const say = useSay();
  return (
    <div className="grid gap-1">
      <div className="flex min-h-8 items-center justify-between gap-3">
        <label htmlFor="ask-deposit" className="font-medium">
          {say("Ask for a deposit of {amount}", { amount: formatMoney(amountMinor, currency) })}
        </label>
        <Switch id="ask-deposit" checked={on} onCheckedChange={onChange} aria-describedby="deposit-help" />
      </div>
      <p id="deposit-help" className={error ? "text-danger" : "text-quiet"}>
        {error ??
          (on
            ? say(
                "The time is held until it is paid. The link to pay goes to their phone; it can be paid here as well.",
              )
            : say("Booked at once, without a deposit."))}
      </p>
    </div>
  );
};

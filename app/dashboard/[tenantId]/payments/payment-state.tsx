import { CircleAlert, CircleCheck, CircleX, Hourglass, type LucideIcon } from "lucide-react";
import { useSay } from "@/app/_words/use-say";
import type { PaymentItem } from "@/lib/payments/list-payments";
import { stateOf, type Tone } from "./payment-words";

const looks: Record<Tone, { icon: LucideIcon; look: string }> = {
  good: { icon: CircleCheck, look: "text-confirmed" },
  waiting: { icon: Hourglass, look: "text-requested" },
  bad: { icon: CircleX, look: "text-quiet" },
  look: { icon: CircleAlert, look: "text-requested" },
};

/** Where a payment stands: an icon and a word, never the colour alone. */
export function PaymentState({ payment }: { payment: PaymentItem }) {
  const say = useSay();
  const { word, tone } = stateOf(payment);
  const { icon: Icon, look } = looks[tone];
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${look}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {say(word)}
    </span>
  );
}

import type { Say } from "@/app/_words/say";
import { formatMoney } from "@/lib/platform/format";
import type { ListedReward } from "@/lib/rewards/list-rewards";
import { kindWords } from "@/lib/rewards/rules";

type Worth = Pick<ListedReward, "kind" | "percent" | "amountMinor" | "currency">;

/** `Discount, 10%`, `Cashback, KES 500`, `Free service` */
export function worthWords(say: Say, { kind, percent, amountMinor, currency }: Worth): string {
  const much = percent !== null ? `${percent}%` : amountMinor !== null ? formatMoney(amountMinor, currency) : null;
  const word = say.known(kindWords(kind));
  return much ? `${word}, ${much}` : word;
}

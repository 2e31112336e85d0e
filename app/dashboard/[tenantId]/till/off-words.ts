import type { Say } from "@/app/_words/say";
import { formatMoney } from "@/lib/platform/format";

/** What was counted is not what there should be. */
export function offWords(say: Say, minor: number, currency: string): string {
  const money = formatMoney(Math.abs(minor), currency);
  return minor > 0 ? say("{money} too much", { money }) : say("{money} missing", { money });
}

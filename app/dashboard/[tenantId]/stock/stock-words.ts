import { inUnit, type stockReasons, type Unit } from "@/lib/inventory/rules";
import { formatMoney } from "@/lib/platform/format";

type Reason = (typeof stockReasons)[number];

export const reasonWords: Record<Reason, string> = {
  received: "Came in",
  used: "Used",
  sold: "Sold",
  returned: "Came back",
  given: "Given as a reward",
  given_back: "A reward came back",
  damaged: "Broken or spoilt",
  adjusted: "Put right",
  counted: "Found by counting",
  revalued: "Costs put right",
};

/** `+3`, `−3`: what came or went. */
const signed = (count: number, words: string): string => `${count > 0 ? "+" : count < 0 ? "−" : ""}${words}`;
export const changeWords = (change: number, unit: Unit): string => signed(change, inUnit(Math.abs(change), unit));
export const costWords = (minor: number, currency: string): string =>
  signed(minor, formatMoney(Math.abs(minor), currency));

/** What stands on the shelf; below nothing is said aloud. */
export const leftWords = (onHand: number, unit: Unit): string =>
  onHand < 0 ? `${inUnit(-onHand, unit)} too few` : onHand === 0 ? "None left" : `${inUnit(onHand, unit)} left`;

import { phrase } from "@/app/_words/phrase";
import { inUnit, type stockReasons, type Unit } from "@/lib/inventory/rules";
import { formatMoney } from "@/lib/platform/format";

type Reason = (typeof stockReasons)[number];

export const reasonWords: Record<Reason, string> = {
  received: phrase("Came in"),
  used: "Used",
  sold: "Sold",
  returned: phrase("Came back"),
  given: phrase("Given as a reward"),
  given_back: phrase("A reward came back"),
  damaged: phrase("Broken or spoilt"),
  adjusted: phrase("Put right"),
  counted: phrase("Found by counting"),
  revalued: phrase("Costs put right"),
};

/** `+3`, `−3`: what came or went. */
const signed = (count: number, words: string): string => `${count > 0 ? "+" : count < 0 ? "−" : ""}${words}`;
export const changeWords = (change: number, unit: Unit): string => signed(change, inUnit(Math.abs(change), unit));
export const costWords = (minor: number, currency: string): string =>
  signed(minor, formatMoney(Math.abs(minor), currency));

/** What stands on the shelf; below nothing is said aloud. */
export const leftWords = (onHand: number, unit: Unit): string =>
  onHand < 0 ? `${inUnit(-onHand, unit)} too few` : onHand === 0 ? "None left" : `${inUnit(onHand, unit)} left`;

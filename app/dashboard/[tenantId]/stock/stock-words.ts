import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { inUnit, type stockReasons, type Unit, units } from "@/lib/inventory/rules";
import { formatMoney } from "@/lib/platform/format";

type Reason = (typeof stockReasons)[number];

export const reasonWords: Record<Reason, Phrase> = {
  received: phrase("Came in"),
  used: phrase("Used"),
  sold: phrase("Sold"),
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
export function leftWords(say: Say, onHand: number, unit: Unit): string {
  if (onHand === 0) return say("None left");
  return onHand < 0
    ? say("{units} too few", { units: inUnit(-onHand, unit) })
    : say("{units} left", { units: inUnit(onHand, unit) });
}

const unitWords: Record<Unit, Phrase> = { piece: phrase("Pieces"), ml: phrase("Millilitres"), g: phrase("Grams") };
export const unitChoices = (say: Say) => units.map(({ value }) => ({ value, label: say(unitWords[value]) }));

import { contrast, grey, parseHex, writeHex } from "@/lib/platform/colour";

/** How well a colour reads, as WCAG counts it: 4.5 for words, 3 for large letters and buttons. */
export type Advice = {
  onWhite: number;
  onDark: number;
  /** What stands on it. */
  text: "white" | "black";
  textRatio: number;
  /** The nearest shade that reads well on white; null when it does itself. */
  better: string | null;
};

export const forWords = 4.5;
export const forLarge = 3;

const [white, black, dark] = [grey(1), grey(0.18), grey(0.16)];
const onWhite = (hex: string): number => contrast(parseHex(hex)!, white);

/** Null for what is no colour. */
export function adviceOn(colour: string): Advice | null {
  const own = parseHex(colour);
  if (!own) return null;
  const [byWhite, byBlack] = [contrast(own, white), contrast(own, black)];
  return {
    onWhite: byWhite,
    onDark: contrast(own, dark),
    text: byWhite >= byBlack ? "white" : "black",
    textRatio: Math.max(byWhite, byBlack),
    better: byWhite >= forWords ? null : darker(own),
  };
}

/** Lightness goes down until it reads well, hue and strength stay as far as a screen shows them. */
function darker(own: NonNullable<ReturnType<typeof parseHex>>): string {
  let moved = own;
  while (onWhite(writeHex(moved)) < forWords) moved = { ...moved, l: moved.l - 0.005 };
  return writeHex(moved);
}

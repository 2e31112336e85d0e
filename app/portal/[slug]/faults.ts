import { fieldSentence } from "@/app/book/_parts/words";

/** What is wrong with a name, in a sentence. */
export const nameFault = (message = "is not right"): string => fieldSentence("Your name", message);

/** What is wrong with a phone number that a code should go to. */
export const phoneFaults = {
  none: "Type a phone number.",
  wrong: "That is not a number we can reach. Write it like 0712 345 678.",
  no_country: "We cannot send SMS to that country yet. Please call instead.",
} as const;

/** What is wrong with six digits: as they are written, or as they were tried. */
export const codeFaults = {
  shape: "The code has six digits.",
  wrong: "That code is not right. Check it and try again.",
  too_many: "This code no longer works. Ask for a new one below.",
} as const;

/** People put spaces where the message has them; null when it is no code. */
export function codeIn(typed: string): string | null {
  const code = typed.replace(/\s/g, "");
  return /^\d{6}$/.test(code) ? code : null;
}

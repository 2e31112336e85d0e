import { phrase } from "@/app/_words/phrase";
import type { Say } from "@/app/_words/say";

/** Ways to pay and to be paid back. */
export const methodWords = {
  cash: phrase("Cash"),
  card: phrase("Card"),
  other: phrase("Other"),
  prompt: phrase("M-Pesa prompt"),
  code: phrase("M-Pesa code"),
  mpesa: phrase("M-Pesa by hand"),
  reversal: phrase("M-Pesa reversal"),
  deposit: phrase("Deposit"),
} as const;

/** Of a way that is only known as text. */
export const methodWord = (say: Say, method: string): string =>
  Object.hasOwn(methodWords, method) ? say(methodWords[method as keyof typeof methodWords]) : method;

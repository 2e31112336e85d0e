import { phrase } from "@/app/_words/phrase";

/** Ways to pay and to be paid back. */
export const methodWords = {
  cash: "Cash",
  card: "Card",
  other: "Other",
  prompt: phrase("M-Pesa prompt"),
  code: phrase("M-Pesa code"),
  mpesa: phrase("M-Pesa by hand"),
  reversal: phrase("M-Pesa reversal"),
  deposit: "Deposit",
} as const;

/** Of a way that is only known as text. */
export const methodWord = (method: string): string =>
  Object.hasOwn(methodWords, method) ? methodWords[method as keyof typeof methodWords] : method;

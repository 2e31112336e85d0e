import type { Language } from "@/lib/platform/format";
import { codeMinutes } from "./one-time-codes";

type CodeWords = { subject(house: string): string; body(code: string, house: string): string };

/** What a customer reads who is sent six digits. */
export const codeWords: Record<Language, CodeWords> = {
  en: {
    subject: (house) => `Your code for ${house}`,
    body: (code, house) =>
      `${code} is your code for ${house}. It is good for ${codeMinutes} minutes. Nobody will ever ask you for it.`,
  },
  sw: {
    subject: (house) => `Nambari yako ya ${house}`,
    body: (code, house) =>
      `${code} ni nambari yako ya ${house}. Inafanya kazi kwa dakika ${codeMinutes}. Hakuna atakayekuuliza.`,
  },
};

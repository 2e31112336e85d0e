import type { Language } from "@/lib/platform/format";
import { contactWords } from "../../_parts/contact-words";
import { publicWords } from "../../_parts/public-words";
import { bookWords } from "../words";

/** What the form is written with, for the browser: no more than it shows. */
export function formWords(language: Language) {
  const words = bookWords[language];
  const { confirmationThere, payThere, email, notes, nowOf, otherTimes, booking, bookAndPay, book } = words;
  const { noConnection, noConnectionAbout, keptUntil, keptNoLonger, chooseAgain } = words;
  return {
    contact: contactWords(language),
    optional: publicWords[language].optional,
    offline: { title: noConnection, text: noConnectionAbout },
    ...{ confirmationThere, payThere, email, notes, nowOf, otherTimes, booking, bookAndPay, book },
    kept: { keptUntil, keptNoLonger, chooseAgain },
  };
}

export type FormWords = ReturnType<typeof formWords>;

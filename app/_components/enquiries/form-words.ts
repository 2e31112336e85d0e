import type { Language } from "@/lib/platform/format";
import { enquiryWords } from "./words";

/** Of the form's words those that the browser shows. `to`: who is asked. */
export function enquiryFormWords(language: Language, to: string) {
  const { name, phone, email, subject, question, oneIsEnough, send, busy, thanks } = enquiryWords[language];
  return { name, phone, email, subject, question, oneIsEnough, send, busy, thanks: thanks(to) };
}

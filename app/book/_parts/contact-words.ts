import { phoneNotice } from "@/lib/customers/consent-words";
import type { Language } from "@/lib/platform/format";
import type { ContactWords } from "./contact-fields";
import { publicWords } from "./public-words";

/** The words of a form's name and number, for the browser: no more than it shows. */
export function contactWords(language: Language): ContactWords {
  const { name, phone, phoneHelp, phoneTitle, privacy } = publicWords[language];
  return { name, phone, phoneHelp, phoneTitle, privacy, notice: phoneNotice[language] };
}

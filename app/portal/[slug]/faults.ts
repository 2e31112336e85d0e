import { fieldSentence } from "@/app/book/_parts/words";
import type { Language } from "@/lib/platform/format";

/** What is wrong with a name, in a sentence. */
export const nameFault = (language: Language, message = "is not right"): string =>
  language === "en" ? fieldSentence("Your name", message) : "Andika jina lako, herufi 80 au chini.";

type Faults = {
  /** With a phone number that a code should go to. */
  phone: Record<"none" | "wrong" | "no_country" | "taken", string>;
  email: Record<"none" | "wrong", string>;
  /** With six digits: as they are written, or as they were tried. */
  code: Record<"shape" | "wrong" | "too_many", string>;
};

/** What is wrong with what was typed. */
export const faults: Record<Language, Faults> = {
  en: {
    phone: {
      none: "Type a phone number.",
      wrong: "That is not a number we can reach. Write it like 0712 345 678.",
      no_country: "We cannot send SMS to that country yet. Please call instead.",
      taken: "That number has a sign-in of its own. Sign out and enter with it instead.",
    },
    email: { none: "Type an e-mail address.", wrong: "That is not an e-mail address." },
    code: {
      shape: "The code has six digits.",
      wrong: "That code is not right. Check it and try again.",
      too_many: "This code no longer works. Ask for a new one below.",
    },
  },
  sw: {
    phone: {
      none: "Andika namba ya simu.",
      wrong: "Hatuwezi kufikia namba hiyo. Iandike kama 0712 345 678.",
      no_country: "Bado hatutumi SMS nchi hiyo. Tafadhali piga simu.",
      taken: "Namba hiyo ina akaunti yake. Ondoka kisha uingie nayo.",
    },
    email: { none: "Andika anwani ya barua pepe.", wrong: "Hiyo si anwani ya barua pepe." },
    code: {
      shape: "Nambari ina tarakimu sita.",
      wrong: "Nambari hiyo si sahihi. Iangalie ujaribu tena.",
      too_many: "Nambari hii haifanyi kazi tena. Omba nyingine hapa chini.",
    },
  },
};

/** People put spaces where the message has them; null when it is no code. */
export function codeIn(typed: string): string | null {
  const code = typed.replace(/\s/g, "");
  return /^\d{6}$/.test(code) ? code : null;
}

import type { Language } from "@/lib/platform/format";

/** The letters of who registers a business, in the language that they chose on the way in. */

type Letter = { subject: string; body: string };

export type RegistrationWords = {
  code(code: string, minutes: string): Letter;
  known(register: string, forgotten: string): Letter;
};

export const registrationWords: Record<Language, RegistrationWords> = {
  en: {
    code: (code, minutes) => ({
      // Without the code: of a message that lets somebody in only the body is wiped.
      subject: "Your ClientPulse code",
      body: `${code} is your ClientPulse code. Type it where you registered your business, within ${minutes} minutes.\n\nIf it was not you, do nothing: without the code nothing is made.`,
    }),
    known: (register, forgotten) => ({
      subject: "You already have a login at ClientPulse",
      body: `Somebody, perhaps you, wants to register a business with this address. It has a login already, so no code was sent.\n\nTo register another business, sign in first: ${register}\nForgot the password? ${forgotten}\n\nIf it was not you there is nothing to do.`,
    }),
  },
  sw: {
    code: (code, minutes) => ({
      subject: "Nambari yako ya ClientPulse",
      body: `${code} ni nambari yako ya ClientPulse. Iandike mahali uliposajili biashara yako, ndani ya dakika ${minutes}.\n\nIkiwa si wewe, usifanye chochote: bila nambari hakuna kinachofunguliwa.`,
    }),
    known: (register, forgotten) => ({
      subject: "Tayari una akaunti ya kuingia ClientPulse",
      body: `Mtu, huenda ni wewe, anataka kusajili biashara kwa barua pepe hii. Tayari ina akaunti ya kuingia, kwa hivyo hakuna nambari iliyotumwa.\n\nIli kusajili biashara nyingine, ingia kwanza: ${register}\nUmesahau nenosiri? ${forgotten}\n\nIkiwa si wewe, hakuna la kufanya.`,
    }),
  },
};

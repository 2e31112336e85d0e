import type { Language } from "@/lib/platform/format";

/** What somebody is told of their login, in the language that they read. */

type Letter = { subject: string; body: string };

export type LoginWords = {
  email: string;
  phone: string;
  contactCode(code: string, minutes: string): Letter;
  contactChanged(what: string, to: string): Letter;
  contactRemoved(what: string, gone: string): Letter;
  passwordChanged(): Letter;
  secondFactorOn(): Letter;
  secondFactorOff(): Letter;
  recoveryCodeUsed(left: string): Letter;
  resetLink(link: string, minutes: string): Letter;
  resetCode(code: string, minutes: string): string;
  /** To a customer, in the name of the business whose portal they were in. */
  accountPhoneChanged(house: string, phone: string): string;
};

export const loginWords: Record<Language, LoginWords> = {
  en: {
    email: "e-mail address",
    phone: "phone number",
    contactCode: (code, minutes) => ({
      subject: "Your ClientPulse code",
      body: `${code} is your ClientPulse code. It works for ${minutes} minutes. Tell it to nobody.`,
    }),
    contactChanged: (what, to) => ({
      subject: "Your ClientPulse sign-in was changed",
      body: `The ${what} of your ClientPulse login was changed to ${to}. If that was not you, change your password at once.`,
    }),
    contactRemoved: (what, gone) => ({
      subject: "Your ClientPulse sign-in was changed",
      body: `The ${what} ${gone} was removed from your ClientPulse login. If that was not you, change your password at once.`,
    }),
    passwordChanged: () => ({
      subject: "Your ClientPulse password was changed",
      body: "Your ClientPulse password was changed. If that was not you, set a new one at once with “Forgot password?” on the sign-in page.",
    }),
    secondFactorOn: () => ({
      subject: "Your second factor is on",
      body: "Signing in to ClientPulse now asks for a code of your app. If that was not you, change your password at once.",
    }),
    secondFactorOff: () => ({
      subject: "Your second factor is off",
      body: "Signing in to ClientPulse asks for your password only. If that was not you, change your password at once.",
    }),
    recoveryCodeUsed: (left) => ({
      subject: "A recovery code of yours was used",
      body: `Somebody used one of your ClientPulse recovery codes; ${left} are left. If that was not you, change your password.`,
    }),
    resetLink: (link, minutes) => ({
      subject: "Set a new ClientPulse password",
      body: `Somebody, most likely you, asked for a new password. Set it here within ${minutes} minutes:\n\n${link}\n\nIf it was not you, do nothing: your password stays as it is.`,
    }),
    resetCode: (code, minutes) =>
      `${code} is your ClientPulse code for a new password. It works for ${minutes} minutes. Tell it to nobody.`,
    accountPhoneChanged: (house, phone) =>
      `${house}: you sign in with ${phone} from now on. If that was not you, call ${house} at once.`,
  },
  sw: {
    email: "barua pepe",
    phone: "nambari ya simu",
    contactCode: (code, minutes) => ({
      subject: "Nambari yako ya ClientPulse",
      body: `${code} ni nambari yako ya ClientPulse. Inafanya kazi kwa dakika ${minutes}. Usimwambie mtu yeyote.`,
    }),
    contactChanged: (what, to) => ({
      subject: "Njia yako ya kuingia ClientPulse imebadilishwa",
      body: `Sasa ${what} ya kuingia ClientPulse ni ${to}. Ikiwa si wewe uliyebadilisha, badilisha nenosiri lako mara moja.`,
    }),
    contactRemoved: (what, gone) => ({
      subject: "Njia yako ya kuingia ClientPulse imebadilishwa",
      body: `Huwezi kuingia tena ClientPulse kwa ${what} ${gone}: imeondolewa. Ikiwa si wewe uliyeiondoa, badilisha nenosiri lako mara moja.`,
    }),
    passwordChanged: () => ({
      subject: "Nenosiri lako la ClientPulse limebadilishwa",
      body: "Nenosiri lako la ClientPulse limebadilishwa. Ikiwa si wewe, weka jipya mara moja kwa “Umesahau nenosiri?” kwenye ukurasa wa kuingia.",
    }),
    secondFactorOn: () => ({
      subject: "Uthibitisho wako wa pili umewashwa",
      body: "Sasa kuingia ClientPulse kunahitaji nambari kutoka kwa programu yako. Ikiwa si wewe, badilisha nenosiri lako mara moja.",
    }),
    secondFactorOff: () => ({
      subject: "Uthibitisho wako wa pili umezimwa",
      body: "Sasa kuingia ClientPulse kunahitaji nenosiri lako pekee. Ikiwa si wewe, badilisha nenosiri lako mara moja.",
    }),
    recoveryCodeUsed: (left) => ({
      subject: "Nambari yako moja ya dharura imetumika",
      body: `Mtu ametumia nambari yako moja ya dharura ya ClientPulse; zimebaki ${left}. Ikiwa si wewe, badilisha nenosiri lako.`,
    }),
    resetLink: (link, minutes) => ({
      subject: "Weka nenosiri jipya la ClientPulse",
      body: `Mtu, huenda ni wewe, ameomba nenosiri jipya. Liweke hapa ndani ya dakika ${minutes}:\n\n${link}\n\nIkiwa si wewe, usifanye chochote: nenosiri lako linabaki lilivyo.`,
    }),
    resetCode: (code, minutes) =>
      `${code} ni nambari yako ya ClientPulse ya kuweka nenosiri jipya. Inafanya kazi kwa dakika ${minutes}. Usimwambie mtu yeyote.`,
    accountPhoneChanged: (house, phone) =>
      `${house}: sasa unaingia kwa ${phone}. Ikiwa si wewe uliyebadilisha, piga simu ${house} mara moja.`,
  },
};

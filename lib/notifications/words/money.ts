import type { Language } from "@/lib/platform/format";

export type MoneyWords = {
  /** Money for a time that is nobody's any more. */
  afterLetGo(house: string, amount: string, what: string, link: string): string;
  /** And where nothing was to be paid any more. */
  notAwaited(house: string, amount: string, what: string, link: string): string;
};

export const moneyWords: Record<Language, MoneyWords> = {
  en: {
    afterLetGo: (house, amount, what, link) =>
      `${house}: your ${amount} for ${what} came after the time was let go, and does not book it any more. It comes back to you. ${link}`,
    notAwaited: (house, amount, what, link) =>
      `${house}: your ${amount} for ${what} came when nothing was waited for any more. It comes back to you. ${link}`,
  },
  sw: {
    afterLetGo: (house, amount, what, link) =>
      `${house}: ${amount} zako za ${what} zilifika baada ya muda kuachiliwa, kwa hivyo haziweki miadi tena. Zitarudishwa kwako. ${link}`,
    notAwaited: (house, amount, what, link) =>
      `${house}: ${amount} zako za ${what} zilifika wakati hakuna kilichokuwa kinadaiwa tena. Zitarudishwa kwako. ${link}`,
  },
};

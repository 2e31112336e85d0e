import type { Language } from "@/lib/platform/format";

/** What customers are told of themselves. */
export type CustomerWords = {
  welcomeSubject(house: string): string;
  welcome(house: string, link: string): string;
  /** The house has written down another number or address. */
  contact(house: string, phone: string): string;
  blocked(house: string, phone: string): string;
  unblocked(house: string, link: string): string;
  /** To who answers for a child. */
  childServed(house: string, child: string, services: string, amount: string, link: string): string;
};

export const customerWords: Record<Language, CustomerWords> = {
  en: {
    welcomeSubject: (house) => `Welcome to ${house}`,
    welcome: (house, link) => `${house} has put you down as a customer. Book, and see what you have booked: ${link}`,
    contact: (house, phone) => `${house} reaches you here from now on. If that is wrong, call ${phone}.`,
    blocked: (house, phone) => `${house} takes your bookings by phone from now on: ${phone}.`,
    unblocked: (house, link) => `You can book by yourself at ${house} again: ${link}`,
    childServed: (house, child, services, amount, link) =>
      `${house}: ${child} was served (${services}), ${amount} is paid. Receipt: ${link}`,
  },
  sw: {
    welcomeSubject: (house) => `Karibu ${house}`,
    welcome: (house, link) => `${house} imekuandika kama mteja wake. Weka miadi, na uone miadi yako: ${link}`,
    contact: (house, phone) => `${house} itakufikia hapa kuanzia sasa. Ikiwa si sahihi, piga ${phone}.`,
    blocked: (house, phone) => `${house} itapokea miadi yako kwa simu kuanzia sasa: ${phone}.`,
    unblocked: (house, link) => `Unaweza kuweka miadi mwenyewe tena kwa ${house}: ${link}`,
    childServed: (house, child, services, amount, link) =>
      `${house}: ${child} amehudumiwa (${services}), ${amount} zimelipwa. Risiti: ${link}`,
  },
};

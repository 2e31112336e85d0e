import type { Language } from "@/lib/platform/format";

/** What everybody who works in a business is told of its going. */

type Letter = { subject: string; body: string };

export type ClosingWords = {
  kept(house: string, dashboard: string): Letter;
  closed(house: string, dashboard: string, until: string): Letter;
};

export const closingWords: Record<Language, ClosingWords> = {
  en: {
    kept: (house, dashboard) => ({
      subject: `${house} stays open`,
      body: `${house} is not closed after all. Everything is as it was: ${dashboard}`,
    }),
    closed: (house, dashboard, until) => ({
      subject: `${house} is being closed`,
      body: `${house} takes no more bookings. Until ${until} everything in it can be read and exported, and its owner can keep it after all. Then all of it is deleted for good: ${dashboard}`,
    }),
  },
  sw: {
    kept: (house, dashboard) => ({
      subject: `${house} inabaki wazi`,
      body: `${house} haifungwi tena. Kila kitu kiko kama kilivyokuwa: ${dashboard}`,
    }),
    closed: (house, dashboard, until) => ({
      subject: `${house} inafungwa`,
      body: `${house} haipokei tena miadi. Hadi ${until} kila kitu ndani yake kinaweza kusomwa na kupakuliwa, na mmiliki anaweza kuamua isifungwe. Baadaye yote yanafutwa kabisa: ${dashboard}`,
    }),
  },
};

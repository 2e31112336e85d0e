import type { Language } from "@/lib/platform/format";

/** What is written of an application: to who applied, and to who runs the platform. */

type Letter = { subject: string; body: string };

export type PlatformWords = {
  open(house: string, dashboard: string): Letter;
  received(house: string, dashboard: string): Letter;
  toDecide(house: string, city: string, link: string): Letter;
};

export const platformWords: Record<Language, PlatformWords> = {
  en: {
    open: (house, dashboard) => ({
      subject: `${house} is open`,
      body: `${house} takes bookings from now on. Your dashboard: ${dashboard}`,
    }),
    received: (house, dashboard) => ({
      subject: `We received your application for ${house}`,
      body: `Thank you. We look at every new business before its page opens, usually within a working day, and write to you here.\n\nUntil then you can set everything up: ${dashboard}`,
    }),
    toDecide: (house, city, link) => ({
      subject: `${house} applies`,
      body: `${house} in ${city} asks to be opened.\n\nLook at it and decide: ${link}`,
    }),
  },
  sw: {
    open: (house, dashboard) => ({
      subject: `${house} iko wazi`,
      body: `Kuanzia sasa ${house} inapokea miadi. Dashibodi yako: ${dashboard}`,
    }),
    received: (house, dashboard) => ({
      subject: `Tumepokea ombi lako la ${house}`,
      body: `Asante. Tunaangalia kila biashara mpya kabla ukurasa wake haujafunguliwa, kwa kawaida ndani ya siku moja ya kazi, kisha tunakuandikia hapa.\n\nKwa sasa unaweza kuandaa kila kitu: ${dashboard}`,
    }),
    toDecide: (house, city, link) => ({
      subject: `${house} inaomba kufunguliwa`,
      body: `${house} ya ${city} inaomba kufunguliwa.\n\nIangalie kisha uamue: ${link}`,
    }),
  },
};

import type { Language } from "@/lib/platform/format";

export type WaitlistWords = {
  waitlist: string;
  joined(house: string, service: string, link: string): string;
  unanswered(service: string): string;
  off(service: string): string;
  look(link: string): string;
  turn(house: string): string;
  /** `staff`: with whom, when somebody is named. */
  called(house: string, number: number, staff: string | null): string;
};

export const waitlistWords: Record<Language, WaitlistWords> = {
  en: {
    waitlist: "waitlist",
    joined: (house, service, link) =>
      `${house}: you are on the waitlist for ${service}. We ask you when a time comes free. Look or leave: ${link}`,
    unanswered: (service) => `two times for ${service} were kept for you and not answered, so we ask you no more`,
    off: (service) => `you are off the waitlist for ${service}`,
    look: (link) => `Look for a time: ${link}`,
    turn: (house) => `${house}: it is your turn`,
    called: (house, number, staff) => `${house}: number ${number}, it is your turn${staff ? ` with ${staff}` : ""}.`,
  },
  sw: {
    waitlist: "orodha ya kusubiri",
    joined: (house, service, link) =>
      `${house}: uko kwenye orodha ya kusubiri ya ${service}. Tutakuuliza muda ukipatikana. Tazama au ondoka: ${link}`,
    unanswered: (service) => `mara mbili tulikuhifadhia muda wa ${service} bila jibu, kwa hivyo hatutakuuliza tena`,
    off: (service) => `umeondolewa kwenye orodha ya kusubiri ya ${service}`,
    look: (link) => `Tafuta muda: ${link}`,
    turn: (house) => `${house}: ni zamu yako`,
    called: (house, number, staff) => `${house}: namba ${number}, ni zamu yako${staff ? ` kwa ${staff}` : ""}.`,
  },
};

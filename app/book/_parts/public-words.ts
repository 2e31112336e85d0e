import type { Language } from "@/lib/platform/format";

/** What stands on every public page of a business, and the small words of times and money. */

const en = {
  kindIn: (kind: string, city: string) => `${kind} in ${city}`,
  bookOnline: "Book a time online",
  preview: "Preview.",
  previewAbout: "Only you and your colleagues see this until your business is approved, and nothing can be booked yet.",
  call: (phone: string) => `Call ${phone}`,
  notOpenYet: "Not open yet",
  notOpenYetAbout: (house: string) => `${house} is still setting up its bookings. Until then you can call.`,
  noOnline: "No online bookings for now",
  noOnlineAbout: (house: string) =>
    `${house} is not taking bookings online at the moment. Please call to ask for a time.`,
  hasClosed: "Closed for good",
  hasClosedAbout: (house: string) => `${house} has closed and takes no more bookings.`,
  often: "That was often",
  oftenAbout: (wait: string) =>
    `Many pages were asked for from your network just now. Please load this page again in ${wait}.`,
  from: (money: string) => `from ${money}`,
  hours: (n: number) => `${n} h`,
  minutes: (n: number) => `${n} min`,
  zone: (place: string, offset: string) => `${place} time (${offset})`,
  and: "and",
  openDayNight: "Open day and night",
  openUntil: (time: string) => `Open until ${time}`,
  opensAt: (time: string) => `Closed now, opens at ${time}`,
  closedToday: "Closed today",
  closedNow: "Closed now",
  opensOn: (day: string, time: string) => `, opens ${day} at ${time}`,
  busy: "One moment",
  optional: "(optional)",
  timeLeft: "Time left",
  name: "Name",
  phone: "Phone",
  phoneHelp: "Like 0712 345 678.",
  phoneTitle: "A phone number, like 0712 345 678",
  privacy: "Privacy",
};

export type PublicWords = typeof en;

const sw: PublicWords = {
  kindIn: (kind, city) => `${kind}, ${city}`,
  bookOnline: "Weka miadi mtandaoni",
  preview: "Onyesho.",
  previewAbout: "Ni wewe na wenzako tu mnaoona hili hadi biashara yako ikubaliwe, na hakuna kinachoweza kuwekwa bado.",
  call: (phone) => `Piga ${phone}`,
  notOpenYet: "Bado haijafunguliwa",
  notOpenYetAbout: (house) => `${house} bado inaandaa miadi yake. Kwa sasa unaweza kupiga simu.`,
  noOnline: "Hakuna miadi ya mtandaoni kwa sasa",
  noOnlineAbout: (house) => `${house} haipokei miadi mtandaoni kwa sasa. Tafadhali piga simu kuomba muda.`,
  hasClosed: "Imefungwa kabisa",
  hasClosedAbout: (house) => `${house} imefungwa na haipokei miadi tena.`,
  often: "Umeomba mara nyingi",
  oftenAbout: (wait) =>
    `Kurasa nyingi zimeombwa kutoka mtandao wako sasa hivi. Tafadhali fungua ukurasa huu tena baada ya ${wait}.`,
  from: (money) => `kuanzia ${money}`,
  hours: (n) => `saa ${n}`,
  minutes: (n) => `dak ${n}`,
  zone: (place, offset) => `saa za ${place} (${offset})`,
  and: "na",
  openDayNight: "Wazi usiku na mchana",
  openUntil: (time) => `Wazi hadi ${time}`,
  opensAt: (time) => `Imefungwa sasa, inafunguliwa ${time}`,
  closedToday: "Imefungwa leo",
  closedNow: "Imefungwa sasa",
  opensOn: (day, time) => `, inafunguliwa ${day}, ${time}`,
  busy: "Subiri kidogo",
  optional: "(si lazima)",
  timeLeft: "Muda uliobaki",
  name: "Jina",
  phone: "Simu",
  phoneHelp: "Kama 0712 345 678.",
  phoneTitle: "Namba ya simu, kama 0712 345 678",
  privacy: "Faragha",
};

export const publicWords: Record<Language, PublicWords> = { en, sw };

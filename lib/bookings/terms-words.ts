import type { Language } from "@/lib/platform/format";

/** What cancelling, not coming and paying beforehand come to, in sentences. */

const en = {
  free: "Cancelling is free.",
  noShow: (fee: string) => `Not coming costs ${fee}.`,
  freeUntil: (before: string) => `Free to cancel until ${before}.`,
  freeAfterBooking: "Free to cancel for 15 minutes after booking.",
  after: (fee: string) => `After that it costs ${fee}.`,
  afterOrNoShow: (fee: string) => `After that, or when you do not come, it costs ${fee}.`,
  afterAndNoShow: (late: string, noShow: string) => `After that it costs ${late}, and not coming ${noShow}.`,
  atPrice: (price: string, said: string) => `At ${price}: ${said}`,
  begins: "it begins",
  daysBefore: (days: number) => `${days} days before`,
  hourBefore: "an hour before",
  hoursBefore: (hours: number) => `${hours} hours before`,
  isKept: "it is kept",
  isKeptOf: (fee: string) => `${fee} of it is kept`,
  nowYours: (deposit: string, minutes: number) => `${deposit} now makes it yours: you have ${minutes} minutes to pay.`,
  backInFull: "It comes back in full if you cancel.",
  backUnlessMissed: (kept: string) => `It comes back in full if you cancel; if you do not come, ${kept}.`,
  backUntil: (before: string) => `It comes back in full if you cancel until ${before}`,
  backSoon: "It comes back in full if you cancel within 15 minutes of booking",
  later: (kept: string) => `; later ${kept}.`,
  laterOrMissed: (kept: string) => `; later, or if you do not come, ${kept}.`,
  laterAndMissed: (late: string, missed: string) => `; later ${late}, and if you do not come ${missed}.`,
};

export type TermsWords = typeof en;

const sw: TermsWords = {
  free: "Kughairi ni bure.",
  noShow: (fee) => `Kutokuja kunagharimu ${fee}.`,
  freeUntil: (before) => `Unaweza kughairi bure hadi ${before}.`,
  freeAfterBooking: "Unaweza kughairi bure kwa dakika 15 baada ya kuweka miadi.",
  after: (fee) => `Baada ya hapo inagharimu ${fee}.`,
  afterOrNoShow: (fee) => `Baada ya hapo, au usipokuja, inagharimu ${fee}.`,
  afterAndNoShow: (late, noShow) => `Baada ya hapo inagharimu ${late}, na usipokuja ${noShow}.`,
  atPrice: (price, said) => `Kwa ${price}: ${said}`,
  begins: "ianze",
  daysBefore: (days) => `siku ${days} kabla`,
  hourBefore: "saa moja kabla",
  hoursBefore: (hours) => `masaa ${hours} kabla`,
  isKept: "haitarudishwa",
  isKeptOf: (fee) => `${fee} kati yake haitarudishwa`,
  nowYours: (deposit, minutes) => `Lipa ${deposit} sasa upate muda huu: una dakika ${minutes} za kulipa.`,
  backInFull: "Inarudishwa yote ukighairi.",
  backUnlessMissed: (kept) => `Inarudishwa yote ukighairi; usipokuja, ${kept}.`,
  backUntil: (before) => `Inarudishwa yote ukighairi hadi ${before}`,
  backSoon: "Inarudishwa yote ukighairi ndani ya dakika 15 baada ya kuweka miadi",
  later: (kept) => `; baadaye ${kept}.`,
  laterOrMissed: (kept) => `; baadaye, au usipokuja, ${kept}.`,
  laterAndMissed: (late, missed) => `; baadaye ${late}, na usipokuja ${missed}.`,
};

export const termsWordsIn: Record<Language, TermsWords> = { en, sw };

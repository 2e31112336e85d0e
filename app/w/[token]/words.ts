import type { Language } from "@/lib/platform/format";

/** A place on the waitlist, as the one who has it reads it. */

const en = {
  of: (house: string) => `Waitlist · ${house}`,
  for: "For",
  when: "When",
  leave: "Leave the waitlist",
  leaveIt: "Leave it",
  leaveAbout: "You are asked about no more times.",
  offerGoes: "The time that is kept for you goes to the next.",
  yourBooking: "Your booking",
  lookForTime: "Look for a time",
  bookOther: "Book something else",
  cameFree: "A time has come free",
  houseAsked: "The house has been asked for it on your behalf and says yes or no.",
  keptUntil: (until: string) => `It is kept for you until ${until}.`,
  see: "See it",
  takeOrLetGo: "Take it or let it go",
  waits: "You are on the waitlist",
  booked: "You have your time",
  left: "You left the waitlist",
  removed: "You are off the waitlist",
  unanswered: "We stopped asking you",
  over: "Those days are over",
  about: (others: number) =>
    `When a time comes free we ask whoever fills most of it, then whoever has waited longest, one at a time. ${others === 0 ? "Nobody else waits for these days." : others === 1 ? "One other person waits for these days." : `${others} others wait for these days.`} You get a message with a link, and have some minutes to answer.`,
  bookedAbout: "You wait for nothing more.",
  unansweredAbout: "Two times were kept for you and not answered. You can wait again whenever you like.",
  overAbout: "No time came free for you. We are sorry.",
  call: (house: string, phone: string) => `Questions? Call ${house}, ${phone}.`,
  offAlready: "You are off the list already. Please load this page again.",
  nothingThere: "There is nothing at this address any more.",
  unavailable: "That did not go through. Please try again in a moment.",
};

export type WaitWords = typeof en;

const sw: WaitWords = {
  of: (house) => `Orodha ya kusubiri · ${house}`,
  for: "Kwa",
  when: "Lini",
  leave: "Ondoka kwenye orodha",
  leaveIt: "Ondoka",
  leaveAbout: "Hutaulizwa tena kuhusu muda wowote.",
  offerGoes: "Muda uliohifadhiwa kwako utaenda kwa anayefuata.",
  yourBooking: "Miadi yako",
  lookForTime: "Tafuta muda",
  bookOther: "Weka miadi nyingine",
  cameFree: "Nafasi imepatikana",
  houseAsked: "Biashara imeombwa kwa niaba yako na itasema ndiyo au hapana.",
  keptUntil: (until) => `Umehifadhiwa kwa ajili yako hadi ${until}.`,
  see: "Uone",
  takeOrLetGo: "Uchukue au uuachilie",
  waits: "Uko kwenye orodha ya kusubiri",
  booked: "Umepata muda wako",
  left: "Umeondoka kwenye orodha",
  removed: "Umeondolewa kwenye orodha",
  unanswered: "Tumeacha kukuuliza",
  over: "Siku hizo zimepita",
  about: (others) =>
    `Nafasi ikipatikana tunamuuliza anayeijaza zaidi, kisha aliyesubiri zaidi, mmoja mmoja. ${others === 0 ? "Hakuna mwingine anayesubiri siku hizi." : others === 1 ? "Mtu mwingine mmoja anasubiri siku hizi." : `Wengine ${others} wanasubiri siku hizi.`} Utapata ujumbe wenye kiungo, na dakika chache za kujibu.`,
  bookedAbout: "Husubiri kitu kingine.",
  unansweredAbout: "Nafasi mbili zilihifadhiwa kwako bila kujibiwa. Unaweza kusubiri tena wakati wowote.",
  overAbout: "Hakuna nafasi iliyopatikana kwako. Samahani.",
  call: (house, phone) => `Una swali? Piga ${house}, ${phone}.`,
  offAlready: "Tayari umeondoka kwenye orodha. Tafadhali fungua ukurasa huu tena.",
  nothingThere: "Hakuna kitu tena kwenye anwani hii.",
  unavailable: "Haikufaulu. Tafadhali jaribu tena baada ya muda mfupi.",
};

export const waitingWords: Record<Language, WaitWords> = { en, sw };

import type { Language } from "@/lib/platform/format";

/** Beside the steps of a booking: the waitlist, the door, reviews, questions and the privacy notice. */

const en = {
  waitlist: "Waitlist",
  when: "When could you come?",
  firstDay: "First day",
  lastDay: "Last day",
  timeOfDay: "Time of day",
  parts: {
    any: "Any time",
    morning: "Morning, before 12:00",
    afternoon: "Afternoon, 12:00 to 17:00",
    evening: "Evening, from 17:00",
  },
  linkComes: "We send you a link when a time comes free. You have some minutes to take it.",
  costsNothing: "Waiting costs nothing.",
  wait: "Wait for a time",
  theFirstDay: "The first day",
  theLastDay: "The last day",
  noWaiting: "This can no longer be waited for. Please choose again.",
  waitsOften: "This phone waits for as many times as anybody may.",
  waitsAlready: "This phone waits for that on one of these days already. The link to it came by SMS.",
  listFull: "The waitlist is full.",
  notOnline: "This cannot be done online.",
  noOnline: "No online bookings for now.",
  pleaseCall: (house: string, phone: string) => `Please call ${house}: ${phone}.`,
  sentBefore: "This form has been sent before with other details, and that place on the list stands.",
  notOffered: "This is no longer offered. Please choose again.",

  here: "I’m here",
  checkingIn: "Checking in",
  checkingInAbout: (house: string) => `Tell ${house} that you are here, and take a seat.`,
  who: "Phone number or booking reference",
  whoHelp: "The reference is in the message with your booking, like KX4T9P.",
  whoFault: "Type your phone number, or the six characters of your reference.",
  checkedIn: "You are checked in. Please take a seat.",
  linkSent:
    "If somebody is expected about now with this number, we have sent them a link by SMS. Open it and tap “I’m here”. Nothing came? Please speak to the front desk.",
  notCheckedIn: "Nothing could be checked in with this. Please speak to the front desk.",

  reviews: "Reviews",
  noReviews: (house: string) => `Nobody has reviewed ${house} yet.`,
  average: (average: string, count: number) => `${average} of 5, from ${count} ${count === 1 ? "visit" : "visits"}.`,
  stars: (stars: number) => `${stars} ${stars === 1 ? "star" : "stars"}`,
  earlier: "Earlier ones",
  hidden: (house: string) => `${house} has hidden these words as abuse. The stars count.`,
  answers: (house: string) => `${house} answers`,

  writeTo: (house: string) => `Write to ${house}`,
  writeAbout: "They read what you write and nobody else does. For a time, book one: that is quicker.",

  privacy: "Privacy",
  privacyAbout: (house: string) => `What ${house} does with what it knows of you`,
  back: "Book",
  since: (day: string) => `Since ${day}.`,
  yourData: "Your bookings and data",
  platformNotice: "The platform’s own notice",
};

export type MoreWords = typeof en;

const sw: MoreWords = {
  waitlist: "Orodha ya kusubiri",
  when: "Unaweza kuja lini?",
  firstDay: "Siku ya kwanza",
  lastDay: "Siku ya mwisho",
  timeOfDay: "Wakati wa siku",
  parts: {
    any: "Wakati wowote",
    morning: "Asubuhi, kabla ya 12:00",
    afternoon: "Mchana, 12:00 hadi 17:00",
    evening: "Jioni, kuanzia 17:00",
  },
  linkComes: "Tutakutumia kiungo nafasi ikipatikana. Utakuwa na dakika chache za kuichukua.",
  costsNothing: "Kusubiri ni bure.",
  wait: "Subiri nafasi",
  theFirstDay: "Siku ya kwanza",
  theLastDay: "Siku ya mwisho",
  noWaiting: "Hii haiwezi kusubiriwa tena. Tafadhali chagua tena.",
  waitsOften: "Simu hii inasubiri mara nyingi kadiri inavyoruhusiwa.",
  waitsAlready: "Simu hii tayari inasubiri hilo katika moja ya siku hizi. Kiungo chake kilikuja kwa SMS.",
  listFull: "Orodha ya kusubiri imejaa.",
  notOnline: "Hii haiwezi kufanywa mtandaoni.",
  noOnline: "Hakuna miadi ya mtandaoni kwa sasa.",
  pleaseCall: (house, phone) => `Tafadhali piga ${house}: ${phone}.`,
  sentBefore: "Fomu hii imeshatumwa kwa taarifa nyingine, na nafasi hiyo kwenye orodha ipo.",
  notOffered: "Hii haitolewi tena. Tafadhali chagua tena.",

  here: "Nimefika",
  checkingIn: "Kufika",
  checkingInAbout: (house) => `Iambie ${house} kuwa umefika, kisha keti.`,
  who: "Namba ya simu au kumbukumbu ya miadi",
  whoHelp: "Kumbukumbu iko kwenye ujumbe wa miadi yako, kama KX4T9P.",
  whoFault: "Andika namba yako ya simu, au herufi sita za kumbukumbu yako.",
  checkedIn: "Tumekuandikisha. Tafadhali keti.",
  linkSent:
    "Kama kuna anayetarajiwa sasa kwa namba hii, tumemtumia kiungo kwa SMS. Kifungue na ubonyeze “Nimefika”. Hakijafika? Tafadhali ongea na mapokezi.",
  notCheckedIn: "Hakuna kilichoweza kuandikishwa kwa hii. Tafadhali ongea na mapokezi.",

  reviews: "Maoni",
  noReviews: (house) => `Bado hakuna aliyetoa maoni kuhusu ${house}.`,
  average: (average, count) => `${average} kati ya 5, kutoka ziara ${count}.`,
  stars: (stars) => `nyota ${stars}`,
  earlier: "Ya awali",
  hidden: (house) => `${house} wameficha maneno haya kwa kuwa ni matusi. Nyota zinahesabiwa.`,
  answers: (house) => `${house} wanajibu`,

  writeTo: (house) => `Andikia ${house}`,
  writeAbout: "Wao pekee ndio watakaosoma unachoandika. Ukitaka muda, weka miadi: ni haraka zaidi.",

  privacy: "Faragha",
  privacyAbout: (house) => `${house} inafanya nini na inayoyajua kukuhusu`,
  back: "Weka miadi",
  since: (day) => `Tangu ${day}.`,
  yourData: "Miadi na data yako",
  platformNotice: "Notisi ya jukwaa lenyewe",
};

export const moreWords: Record<Language, MoreWords> = { en, sw };

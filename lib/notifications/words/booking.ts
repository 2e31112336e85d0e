import type { Language } from "@/lib/platform/format";

/** What a customer is told of a booking, in the customer's own language. `what`: services and when. */
export type BookingWords = {
  reference(reference: string): string;
  /** Where another time is found. */
  again(link: string): string;
  or: string;

  expected(house: string, what: string): string;
  requested(house: string, what: string): string;
  kept(keeper: string, what: string, until: string, link: string): string;
  payToBook(keeper: string, what: string, until: string, amount: string, link: string): string;
  /** A time that somebody waited for. */
  cameFree(house: string): string;
  everyWeeks(house: string, services: string, weeks: number, times: string): string;
  expectedAt(house: string, services: string, times: string): string;

  confirmed(house: string, what: string): string;
  declined(house: string, what: string): string;
  released(house: string, what: string): string;
  proposed(house: string, services: string, times: string, until: string, link: string): string;
  notPaid(house: string, what: string, link: string): string;
  letGo(house: string, what: string): string;
  notAnswered(house: string, what: string): string;
  call(phone: string, again: string): string;
  moved(house: string, what: string): string;
  youMoved(house: string, what: string): string;
  anotherTime(house: string, what: string): string;
  choose(link: string): string;
  stillRequested(house: string, what: string, link: string): string;
  stands(house: string, what: string, link: string): string;
  cancelled(house: string, what: string): string;
  youCancelled(house: string, what: string): string;
  missed(house: string, what: string): string;

  hasMoney(house: string, amount: string): string;
  lateOwn(amount: string, house: string): string;
  lateAnother(amount: string, house: string): string;
  andRequest(has: string, what: string): string;
  andExpects(has: string, what: string): string;
  comesBack(amount: string): string;
  keptOfDeposit(amount: string): string;

  today(time: string): string;
  tomorrow(time: string): string;
  reminder(house: string, when: string, services: string, link: string): string;

  manyCancelled(many: number): string;
  many(many: number): string;
  /** `at 14:00 on Tue 1 Dec, Tue 15 Dec` */
  timesAt(clock: string, days: string): string;
  timesOn(times: string): string;
};

const en: BookingWords = {
  reference: (reference) => `Reference ${reference}.`,
  again: (link) => `Book another time: ${link}`,
  or: " or ",
  expected: (house, what) => `${house} expects you for ${what}.`,
  requested: (house, what) => `${house} has your request for ${what}.`,
  kept: (keeper, what, until, link) => `${keeper} keeps ${what} for you until ${until}. Say yes: ${link}`,
  payToBook: (keeper, what, until, amount, link) =>
    `${keeper} keeps ${what} for you until ${until}. Pay ${amount} to book it: ${link}`,
  cameFree: (house) => `A time has come free. ${house}`,
  everyWeeks: (house, services, weeks, times) =>
    `${house} expects you for ${services} every ${weeks === 1 ? "week" : `${weeks} weeks`} ${times}.`,
  expectedAt: (house, services, times) => `${house} expects you for ${services} ${times}.`,
  confirmed: (house, what) => `${house} confirms ${what}.`,
  declined: (house, what) => `${house} cannot take your booking for ${what}.`,
  released: (house, what) => `${house} no longer keeps ${what} for you.`,
  proposed: (house, services, times, until, link) =>
    `${house} proposes for ${services}: ${times}. Choose by ${until}: ${link}`,
  notPaid: (house, what, link) =>
    `${house} could keep ${what} for you no longer: it was not paid in time. Try again: ${link}`,
  letGo: (house, what) => `${house} could keep ${what} for you no longer.`,
  notAnswered: (house, what) => `${house} did not answer your request for ${what} in time.`,
  call: (phone, again) => `Call ${phone}, or: ${again}`,
  moved: (house, what) => `${house} moved your booking: ${what}.`,
  youMoved: (house, what) => `You moved your booking at ${house}: ${what}.`,
  anotherTime: (house, what) => `${house} cannot keep ${what} as booked.`,
  choose: (link) => `Choose another time or cancel: ${link}`,
  stillRequested: (house, what, link) =>
    `${house} can keep ${what} after all, and still has your request for it. ${link}`,
  stands: (house, what, link) => `${house} can keep ${what} after all: it stands as booked. ${link}`,
  cancelled: (house, what) => `${house} had to cancel ${what}.`,
  youCancelled: (house, what) => `You cancelled ${what} at ${house}.`,
  missed: (house, what) => `${house} missed you for ${what}.`,
  hasMoney: (house, amount) => `${house} has your ${amount}`,
  lateOwn: (amount, house) => `Your ${amount} came after the time was let go, which was still free: ${house} has it`,
  lateAnother: (amount, house) =>
    `Your ${amount} came after its time was let go, and pays for what you booked instead: ${house} has it`,
  andRequest: (has, what) => `${has} and your request for ${what}.`,
  andExpects: (has, what) => `${has} and expects you for ${what}.`,
  comesBack: (amount) => `${amount} comes back to you.`,
  keptOfDeposit: (amount) => `${amount} of your deposit is kept.`,
  today: (time) => `today at ${time}`,
  tomorrow: (time) => `tomorrow at ${time}`,
  reminder: (house, when, services, link) => `${house} expects you ${when} for ${services}. Change or cancel: ${link}`,
  manyCancelled: (many) => `${many === 1 ? "1 booking" : `${many} bookings`} cancelled`,
  many: (many) => (many === 1 ? "1 booking" : `${many} bookings`),
  timesAt: (clock, days) => `at ${clock} on ${days}`,
  timesOn: (times) => `on ${times}`,
};

const sw: BookingWords = {
  reference: (reference) => `Kumbukumbu ${reference}.`,
  again: (link) => `Weka muda mwingine: ${link}`,
  or: " au ",
  expected: (house, what) => `${house} inakusubiri kwa ${what}.`,
  requested: (house, what) => `${house} imepokea ombi lako la ${what}.`,
  kept: (keeper, what, until, link) => `${keeper} imekuhifadhia ${what} hadi ${until}. Kubali: ${link}`,
  payToBook: (keeper, what, until, amount, link) =>
    `${keeper} imekuhifadhia ${what} hadi ${until}. Lipa ${amount} ili kuweka miadi: ${link}`,
  cameFree: (house) => `Muda umepatikana. ${house}`,
  everyWeeks: (house, services, weeks, times) =>
    `${house} inakusubiri kwa ${services} kila ${weeks === 1 ? "wiki" : `wiki ${weeks}`} ${times}.`,
  expectedAt: (house, services, times) => `${house} inakusubiri kwa ${services} ${times}.`,
  confirmed: (house, what) => `${house} imethibitisha ${what}.`,
  declined: (house, what) => `${house} haiwezi kupokea miadi yako ya ${what}.`,
  released: (house, what) => `${house} haikuhifadhii tena ${what}.`,
  proposed: (house, services, times, until, link) =>
    `${house} inapendekeza kwa ${services}: ${times}. Chagua kabla ya ${until}: ${link}`,
  notPaid: (house, what, link) =>
    `${house} haikuweza kuendelea kukuhifadhia ${what}: haikulipwa kwa wakati. Jaribu tena: ${link}`,
  letGo: (house, what) => `${house} haikuweza kuendelea kukuhifadhia ${what}.`,
  notAnswered: (house, what) => `${house} haikujibu ombi lako la ${what} kwa wakati.`,
  call: (phone, again) => `Piga simu ${phone}, au: ${again}`,
  moved: (house, what) => `${house} imehamisha miadi yako: ${what}.`,
  youMoved: (house, what) => `Umehamisha miadi yako ${house}: ${what}.`,
  anotherTime: (house, what) => `${house} haiwezi kukuhudumia ${what} kama ilivyopangwa.`,
  choose: (link) => `Chagua muda mwingine au ghairi: ${link}`,
  stillRequested: (house, what, link) =>
    `${house} inaweza kukuhudumia ${what} hata hivyo, na bado ina ombi lako. ${link}`,
  stands: (house, what, link) =>
    `${house} inaweza kukuhudumia ${what} hata hivyo: miadi iko kama ilivyopangwa. ${link}`,
  cancelled: (house, what) => `${house} imelazimika kughairi ${what}.`,
  youCancelled: (house, what) => `Umeghairi ${what} ${house}.`,
  missed: (house, what) => `${house} ilikukosa kwa ${what}.`,
  hasMoney: (house, amount) => `${house} imepokea ${amount} zako`,
  lateOwn: (amount, house) =>
    `${amount} zako zilifika baada ya muda kuachiliwa, lakini ulikuwa bado wazi: ${house} imezipokea`,
  lateAnother: (amount, house) =>
    `${amount} zako zilifika baada ya muda wake kuachiliwa, na zinalipia miadi uliyoweka badala yake: ${house} imezipokea`,
  andRequest: (has, what) => `${has} na ombi lako la ${what}.`,
  andExpects: (has, what) => `${has} na inakusubiri kwa ${what}.`,
  comesBack: (amount) => `Utarudishiwa ${amount}.`,
  keptOfDeposit: (amount) => `${amount} za amana yako hazirudishwi.`,
  today: (time) => `leo ${time}`,
  tomorrow: (time) => `kesho ${time}`,
  reminder: (house, when, services, link) =>
    `${house} inakusubiri ${when} kwa ${services}. Badilisha au ghairi: ${link}`,
  manyCancelled: (many) => `miadi ${many} imeghairiwa`,
  many: (many) => `miadi ${many}`,
  timesAt: (clock, days) => `${days}, ${clock}`,
  timesOn: (times) => times,
};

export const bookingWords: Record<Language, BookingWords> = { en, sw };

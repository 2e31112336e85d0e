import type { Language } from "@/lib/platform/format";

/** A number in the queue, as the one who has it reads it. */

const en = {
  title: "Your turn",
  yourNumber: "Your number",
  elsewhere: "You may wait somewhere else, and be back in time.",
  loadAgain: "Load this page again to see how far it is.",
  leave: "Leave the queue",
  leaveIt: "Leave it",
  leaveAbout: "Somebody else gets your turn. To come back you would need a new number.",
  yourVisit: "Your visit",
  bookTime: "Book a time",
  served: "It was your turn. Enjoy your visit.",
  left: "You left the queue.",
  removed: "You are out of the queue. Please ask at the desk.",
  over: (house: string) => `The queue of that day is over. Please call ${house}.`,
  yours: (place: string | null) => `It is your turn${place ? `: go to ${place}` : ""}.`,
  next: "You are next.",
  before: (many: number) => (many === 1 ? "One person is before you." : `${many} people are before you.`),
  waitingTime: (clock: string) => `Waiting time, as of ${clock}`,
  anyMoment: "Any moment now",
  about: (time: string) => `About ${time}`,
  withPerson: (name: string) => `With ${name}`,
  atWith: (clock: string, name: string) => `${clock} with ${name}`,
  noTime: "As it looks, there is no time left for this today. Please ask at the desk before you wait.",
  how: "How this is reckoned",
  howAbout:
    "From everything that is booked today and from those before you, each with the first who is free for them. It may be sooner when somebody is done early, and later when something takes longer.",
  number: (number: number) => `Number ${number}:`,
  calledNow: "called now",
  now: "now",
  atWithUntil: (clock: string, name: string, until: string) => `${clock} with ${name}, until ${until}`,
  noneLeft: "no time left today",
  you: "You:",
  changed: "Your turn has changed since you opened this page. Please load it again.",
};

export type QueueWords = typeof en;

const sw: QueueWords = {
  title: "Zamu yako",
  yourNumber: "Namba yako",
  elsewhere: "Unaweza kusubiri mahali pengine, na kurudi kwa wakati.",
  loadAgain: "Fungua ukurasa huu tena kuona umefika wapi.",
  leave: "Ondoka kwenye foleni",
  leaveIt: "Ondoka",
  leaveAbout: "Mtu mwingine atapata zamu yako. Ukirudi utahitaji namba mpya.",
  yourVisit: "Ziara yako",
  bookTime: "Weka miadi",
  served: "Ilikuwa zamu yako. Furahia ziara yako.",
  left: "Umeondoka kwenye foleni.",
  removed: "Hauko tena kwenye foleni. Tafadhali uliza mapokezi.",
  over: (house) => `Foleni ya siku hiyo imekwisha. Tafadhali piga ${house}.`,
  yours: (place) => `Ni zamu yako${place ? `: nenda ${place}` : ""}.`,
  next: "Wewe ndiye unayefuata.",
  before: (many) => (many === 1 ? "Mtu mmoja yuko mbele yako." : `Watu ${many} wako mbele yako.`),
  waitingTime: (clock) => `Muda wa kusubiri (ilivyo ${clock})`,
  anyMoment: "Wakati wowote sasa",
  about: (time) => `Takriban ${time}`,
  withPerson: (name) => `Na ${name}`,
  atWith: (clock, name) => `${clock} na ${name}`,
  noTime: "Inavyoonekana, hakuna nafasi tena leo. Tafadhali uliza mapokezi kabla ya kusubiri.",
  how: "Jinsi inavyokadiriwa",
  howAbout:
    "Kutokana na miadi yote ya leo na walio mbele yako, kila mmoja na wa kwanza atakayekuwa huru. Inaweza kuwa mapema mtu akimaliza mapema, au baadaye jambo likichukua muda zaidi.",
  number: (number) => `Namba ${number}:`,
  calledNow: "ameitwa sasa",
  now: "sasa",
  atWithUntil: (clock, name, until) => `${clock} na ${name}, hadi ${until}`,
  noneLeft: "hakuna nafasi tena leo",
  you: "Wewe:",
  changed: "Zamu yako imebadilika tangu ufungue ukurasa huu. Tafadhali ufungue tena.",
};

export const queueWords: Record<Language, QueueWords> = { en, sw };

import type { Deposit } from "@/lib/payments/get-deposit";
import type { Language } from "@/lib/platform/format";

/** Paying a deposit: how, what it waits for, and what went wrong. */

type Latest = NonNullable<Deposit["latest"]>;

const en = {
  title: "Pay the deposit",
  paid: "Paid",
  waived: "Nothing to pay",
  lapsed: "Not kept any longer",
  owed: "To pay at your visit",
  depositOf: (money: string) => `Deposit of ${money}`,
  pay: (money: string) => `Pay ${money}`,
  notFound: (house: string) =>
    `Your time is kept. ${house} has not found the payment of your deposit: bring the M-Pesa message with you, or pay it there.`,
  keptUntil: (time: string) => `Your time is kept until ${time}.`,
  isBooked: "Your time is booked",
  hasYour: (house: string, money: string) => `${house} has your ${money}`,
  mpesaCode: "M-Pesa code",
  ifNot: (house: string) => `${house} answers soon; if it cannot be, all of it comes back to you.`,
  noDeposit: (house: string) => `${house} asks for no deposit any more.`,
  notRight: "The code is not right",
  thisOne: "This is the code",
  payment: "Payment",
  otherCode: "Type another code",
  stillWaits: "I paid but it still waits",
  lookedAt: "We are looking at your payment",
  lookedAtAbout: (house: string) =>
    `Do not pay again. ${house} sees whether it came, and this page shows it then. If it takes long, call`,
  askPhone: "Ask a phone",
  asksThere: "M-Pesa asks on that phone; type your PIN there.",
  moreTimes: (many: number) => `It can be asked for ${many === 1 ? "once more" : `${many} more times`}.`,
  samePhoneFrom: (time: string) => `The same phone again from ${time} on.`,
  noMoreAsking: "It cannot be asked for on a phone again. Pay by hand below, or call.",
  cannotPay: (house: string) => `${house} cannot be paid here at the moment. Please call.`,
  till: "Till (Buy Goods)",
  paybill: "Paybill",
  account: "Account",
  amount: "Amount",
  byHand: "Pay by hand",
  byHandAbout: "Pay in the M-Pesa menu of your phone, then type the code of the message that you get.",
  byHandOrCode: "Pay by hand, or type a code",

  phoneThatPays: "Phone that pays",
  emptyFor: (phone: string) => `Leave it empty for ${phone}, or type another one.`,
  askAgain: (money: string) => `Ask for ${money} again`,
  askMine: (money: string) => `Ask my phone for ${money}`,
  codeOf: "Code of M-Pesa’s message",
  codeHelp: "Ten letters and digits, like SJK4H7L2QP.",
  havePaid: "I have paid",

  askedOften: (wait: string) =>
    `Phones were asked very often from your network. Ask again in ${wait}, or pay by hand below.`,
  noCode: "The code is ten letters and digits, like SJK4H7L2QP. It stands at the beginning of M-Pesa’s message.",
  codeUsed: "This code has paid for something else. Look at the message again, or call.",
  otherAmount: "This code is of another amount than the deposit. Look at the message again, or call.",
  nothingDue: "Nothing is waited for any more.",
  holdOver: "The time was kept only until then.",
  noPhone: "Phone is not a Safaricom number that M-Pesa can ask. Write it like 0712 345 678.",
  tooSoon: (wait: string) => `M-Pesa has just asked this phone. Ask again in ${wait}, or let another phone pay.`,
  phoneOften: (wait: string) =>
    `This phone has been asked as often as it may be in an hour. Ask again in ${wait}, let another phone pay, or pay by hand below.`,
  tooMany: (most: number) => `It has been asked for ${most} times. Pay by hand below, or call.`,
  noAsking: "This cannot be asked for on a phone. Pay by hand below, or call.",

  funds: "There was not enough money in M-Pesa. Top up, or let another phone pay.",
  limit: "M-Pesa does not let this phone pay as much today. Let another phone pay.",
  cancelled: "It was cancelled on the phone. Nothing was paid; ask again when you are ready.",
  noAnswer: "Nobody answered on the phone in time. Is it switched on, and has it a signal? Then ask again.",
  pin: "The PIN was wrong, so nothing was paid. Ask again.",
  later: "M-Pesa is busy just now. Nothing was paid; ask again in two minutes.",
  cannotTake: (house: string) =>
    `M-Pesa cannot take money for ${house} in this way at the moment. Pay by hand below, or call.`,
  noReason: "It was not paid, and M-Pesa does not say why. Ask again, or call.",
  askingAbout: (code: string) => `Asking M-Pesa about ${code}`,
  askingAboutText: "This takes a minute or two. Please do not pay again.",
  noWord: "M-Pesa has not answered yet",
  noWordText: "If you have typed your PIN, please do not pay again: this page shows it as soon as M-Pesa tells us.",
  look: "Look at your phone",
  lookText: "Type your M-Pesa PIN there. This page goes on by itself.",
};

export type PayWords = typeof en;

const sw: PayWords = {
  title: "Lipa amana",
  paid: "Imelipwa",
  waived: "Hakuna cha kulipa",
  lapsed: "Haihifadhiwi tena",
  owed: "Utalipa ukifika",
  depositOf: (money) => `Amana ya ${money}`,
  pay: (money) => `Lipa ${money}`,
  notFound: (house) =>
    `Muda wako umehifadhiwa. ${house} hawajapata malipo ya amana yako: njoo na ujumbe wa M-Pesa, au ulipie pale.`,
  keptUntil: (time) => `Muda wako umehifadhiwa hadi ${time}.`,
  isBooked: "Muda wako umewekwa",
  hasYour: (house, money) => `${house} wana ${money} zako`,
  mpesaCode: "msimbo wa muamala wa M-Pesa",
  ifNot: (house) => `${house} watajibu hivi karibuni; isipowezekana, zote zitarudishwa kwako.`,
  noDeposit: (house) => `${house} hawaombi amana tena.`,
  notRight: "Msimbo si sahihi",
  thisOne: "Msimbo ni huu",
  payment: "Malipo",
  otherCode: "Andika msimbo mwingine",
  stillWaits: "Nimelipa lakini bado inasubiri",
  lookedAt: "Tunaangalia malipo yako",
  lookedAtAbout: (house) =>
    `Usilipe tena. ${house} wataona kama yamefika, kisha ukurasa huu utaonyesha. Ikichukua muda mrefu, piga`,
  askPhone: "Omba kwa simu",
  asksThere: "M-Pesa itauliza kwenye simu hiyo; andika PIN yako pale.",
  moreTimes: (many) => `Inaweza kuombwa mara ${many} zaidi.`,
  samePhoneFrom: (time) => `Simu hiyo hiyo tena kuanzia ${time}.`,
  noMoreAsking: "Haiwezi kuombwa kwa simu tena. Lipa mwenyewe hapa chini, au piga simu.",
  cannotPay: (house) => `${house} hawawezi kulipwa hapa kwa sasa. Tafadhali piga simu.`,
  till: "Till (Nunua Bidhaa na Huduma)",
  paybill: "Paybill (Lipa Bili)",
  account: "Akaunti",
  amount: "Kiasi",
  byHand: "Lipa mwenyewe",
  byHandAbout:
    "Lipa kwenye menyu ya M-Pesa ya simu yako, kisha andika msimbo wa muamala ulio kwenye ujumbe utakaopata.",
  byHandOrCode: "Lipa mwenyewe, au andika msimbo",

  phoneThatPays: "Simu inayolipa",
  emptyFor: (phone) => `Iache wazi kwa ${phone}, au andika nyingine.`,
  askAgain: (money) => `Omba ${money} tena`,
  askMine: (money) => `Omba ${money} kwa simu yangu`,
  codeOf: "Msimbo wa muamala wa M-Pesa",
  codeHelp: "Herufi na tarakimu kumi, kama SJK4H7L2QP.",
  havePaid: "Nimelipa",

  askedOften: (wait) =>
    `Simu zimeombwa mara nyingi kutoka mtandao wako. Omba tena baada ya ${wait}, au lipa mwenyewe hapa chini.`,
  noCode: "Msimbo ni herufi na tarakimu kumi, kama SJK4H7L2QP. Uko mwanzoni mwa ujumbe wa M-Pesa.",
  codeUsed: "Msimbo huu umelipia kitu kingine. Angalia ujumbe tena, au piga simu.",
  otherAmount: "Msimbo huu ni wa kiasi tofauti na amana. Angalia ujumbe tena, au piga simu.",
  nothingDue: "Hakuna kinachosubiriwa tena.",
  holdOver: "Muda ulihifadhiwa hadi wakati huo tu.",
  noPhone: "Hiyo si namba ya Safaricom ambayo M-Pesa inaweza kuuliza. Iandike kama 0712 345 678.",
  tooSoon: (wait) => `M-Pesa imeuliza simu hii sasa hivi. Omba tena baada ya ${wait}, au simu nyingine ilipe.`,
  phoneOften: (wait) =>
    `Simu hii imeombwa mara zote zinazoruhusiwa kwa saa. Omba tena baada ya ${wait}, simu nyingine ilipe, au lipa mwenyewe hapa chini.`,
  tooMany: (most) => `Imeombwa mara ${most}. Lipa mwenyewe hapa chini, au piga simu.`,
  noAsking: "Hii haiwezi kuombwa kwa simu. Lipa mwenyewe hapa chini, au piga simu.",

  funds: "Hakukuwa na pesa za kutosha kwenye M-Pesa. Ongeza salio, au simu nyingine ilipe.",
  limit: "M-Pesa hairuhusu simu hii kulipa kiasi hicho leo. Simu nyingine ilipe.",
  cancelled: "Ilighairiwa kwenye simu. Hakuna kilicholipwa; omba tena ukiwa tayari.",
  noAnswer: "Hakuna aliyejibu kwenye simu kwa wakati. Je, imewashwa na ina mtandao? Kisha omba tena.",
  pin: "PIN haikuwa sahihi, kwa hiyo hakuna kilicholipwa. Omba tena.",
  later: "M-Pesa ina shughuli nyingi sasa. Hakuna kilicholipwa; omba tena baada ya dakika mbili.",
  cannotTake: (house) =>
    `M-Pesa haiwezi kupokea pesa za ${house} kwa njia hii kwa sasa. Lipa mwenyewe hapa chini, au piga simu.`,
  noReason: "Haikulipwa, na M-Pesa haisemi kwa nini. Omba tena, au piga simu.",
  askingAbout: (code) => `Tunaiuliza M-Pesa kuhusu ${code}`,
  askingAboutText: "Inachukua dakika moja au mbili. Tafadhali usilipe tena.",
  noWord: "M-Pesa haijajibu bado",
  noWordText: "Kama umeandika PIN yako, tafadhali usilipe tena: ukurasa huu utaonyesha M-Pesa ikituambia.",
  look: "Angalia simu yako",
  lookText: "Andika PIN yako ya M-Pesa pale. Ukurasa huu utaendelea wenyewe.",
};

export const payWords: Record<Language, PayWords> = { en, sw };

/** Why it was not paid, and what to do about it. */
export function failureWords({ why }: Latest, house: string, words: PayWords): string {
  switch (why) {
    case "funds":
    case "limit":
    case "cancelled":
    case "pin":
      return words[why];
    case "expired":
      return words.noAnswer;
    case "retry_later":
      return words.later;
    case "merchant":
    case "config":
      return words.cannotTake(house);
    default:
      return words.noReason;
  }
}

/** While nobody knows yet. */
export const waitingWords = ({ status, claimed }: Latest, words: PayWords): { title: string; text: string } => {
  if (claimed) return { title: words.askingAbout(claimed), text: words.askingAboutText };
  if (status === "unknown") return { title: words.noWord, text: words.noWordText };
  return { title: words.look, text: words.lookText };
};

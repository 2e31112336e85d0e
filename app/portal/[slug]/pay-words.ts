import type { Language } from "@/lib/platform/format";

/** What somebody owes for a booking, and what says that it is paid. */
const en = {
  toPay: (amount: string) => `${amount} to pay.`,
  pay: (amount: string) => `Pay ${amount}`,
  where: (phone: string) => `M-Pesa asks on ${phone}.`,
  otherWays: "Other ways to pay",
  atTheDesk: "You can pay it there.",
  asked: "Look at your phone and type your M-Pesa PIN. This page shows it as soon as it is paid.",
  lookedAt: "We are looking at your payment. Do not pay again.",
  failed: "It was not paid.",
  paid: "Deposit paid.",
  receipt: "Receipt",
  tooSoon: (wait: string) => `M-Pesa has just asked this phone. Try again in ${wait}.`,
  often: (wait: string) => `Phones were asked very often. Try again in ${wait}.`,
  nothingDue: "Nothing is waited for any more.",
  notHere: "This cannot be asked for on your phone. Pay at the desk, or call.",
};

export type PayWords = typeof en;

const sw: PayWords = {
  toPay: (amount) => `${amount} ya kulipa.`,
  pay: (amount) => `Lipa ${amount}`,
  where: (phone) => `M-Pesa itauliza kwenye ${phone}.`,
  otherWays: "Njia nyingine za kulipa",
  atTheDesk: "Unaweza kulipa huko.",
  asked: "Tazama simu yako na uweke PIN ya M-Pesa. Ukurasa huu utaonyesha mara tu itakapolipwa.",
  lookedAt: "Tunaangalia malipo yako. Usilipe tena.",
  failed: "Haikulipwa.",
  paid: "Amana imelipwa.",
  receipt: "Risiti",
  tooSoon: (wait) => `M-Pesa imeuliza simu hii sasa hivi. Jaribu tena baada ya ${wait}.`,
  often: (wait) => `Simu zimeulizwa mara nyingi. Jaribu tena baada ya ${wait}.`,
  nothingDue: "Hakuna kinachosubiriwa tena.",
  notHere: "Hii haiwezi kuombwa kwenye simu yako. Lipa mapokezi, au piga simu.",
};

export const payWords: Record<Language, PayWords> = { en, sw };

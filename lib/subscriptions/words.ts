import type { Language } from "@/lib/platform/format";

/** What a business's owners are told of what they pay for ClientPulse. */

type Letter = { subject: string; body: string };

export type SubscriptionWords = {
  trialEnds(day: string): string;
  paidUntil(day: string): string;
  notRenewed: string;
  costsMonthly(plan: string, price: string): string;
  costsYearly(plan: string, price: string): string;
  askedDayAfter(phone: string): string;
  payWhenever: string;
  due(amount: string): string;
  askedToday(phone: string): string;
  payBelow: string;
  goesOn(days: string): string;
  notPaid(amount: string): Letter;
  over(): Letter;
  fullOfCustomers(plan: string, limit: string): Letter;
  fullOfMessages(plan: string, limit: string): Letter;
};

export const subscriptionWords: Record<Language, SubscriptionWords> = {
  en: {
    trialEnds: (day) => `Your trial ends with ${day}`,
    paidUntil: (day) => `Your plan is paid until ${day}`,
    notRenewed: "It is not renewed, as you asked. Everything can still be read and exported afterwards.",
    costsMonthly: (plan, price) => `${plan} costs ${price} a month.`,
    costsYearly: (plan, price) => `${plan} costs ${price} a year.`,
    askedDayAfter: (phone) => `We ask ${phone} by M-Pesa the day after.`,
    payWhenever: "Pay it by M-Pesa whenever you like.",
    due: (amount) => `${amount} is due for ClientPulse`,
    askedToday: (phone) => `We ask ${phone} by M-Pesa today, and a few times more this week.`,
    payBelow: "Pay it by M-Pesa on the page below.",
    goesOn: (days) => `Everything goes on for ${days} days.`,
    notPaid: (amount) => ({
      subject: "Your subscription has not been paid",
      body: `Your business reads and exports only until ${amount} is paid. Nothing is deleted.`,
    }),
    over: () => ({
      subject: "Your subscription is over",
      body: "Everything can still be read and exported. Pay for a plan whenever you want to go on.",
    }),
    fullOfCustomers: (plan, limit) => ({
      subject: "A new customer could not book",
      body: `${plan} holds ${limit} active customers, and you have as many. Known customers book as always; a larger plan takes new ones.`,
    }),
    fullOfMessages: (plan, limit) => ({
      subject: "The SMS of this month are used up",
      body: `${plan} holds ${limit} SMS a month, and as many have gone. E-mails and codes to sign in go on; a larger plan sends more.`,
    }),
  },
  sw: {
    trialEnds: (day) => `Kipindi chako cha majaribio kinaisha ${day}`,
    paidUntil: (day) => `Mpango wako umelipiwa hadi ${day}`,
    notRenewed: "Hauendelezwi, kama ulivyoomba. Baadaye kila kitu bado kinaweza kusomwa na kupakuliwa.",
    costsMonthly: (plan, price) => `${plan} ni ${price} kwa mwezi.`,
    costsYearly: (plan, price) => `${plan} ni ${price} kwa mwaka.`,
    askedDayAfter: (phone) => `Tutaomba malipo kwa M-Pesa kwenye ${phone} siku inayofuata.`,
    payWhenever: "Lipa kwa M-Pesa wakati wowote upendao.",
    due: (amount) => `${amount} zinadaiwa kwa ClientPulse`,
    askedToday: (phone) => `Tunaomba malipo kwa M-Pesa kwenye ${phone} leo, na mara chache zaidi wiki hii.`,
    payBelow: "Lipa kwa M-Pesa kwenye ukurasa ulio hapa chini.",
    goesOn: (days) => `Kila kitu kinaendelea kwa siku ${days}.`,
    notPaid: (amount) => ({
      subject: "Mpango wako haujalipiwa",
      body: `Biashara yako inaweza tu kusoma na kupakua hadi ${amount} zilipwe. Hakuna kinachofutwa.`,
    }),
    over: () => ({
      subject: "Mpango wako umekwisha",
      body: "Kila kitu bado kinaweza kusomwa na kupakuliwa. Lipia mpango wakati wowote ukitaka kuendelea.",
    }),
    fullOfCustomers: (plan, limit) => ({
      subject: "Mteja mpya hakuweza kuweka miadi",
      body: `${plan} unaruhusu wateja hai ${limit}, nawe umefikia idadi hiyo. Wateja wanaojulikana wanaweka miadi kama kawaida; mpango mkubwa zaidi unapokea wapya.`,
    }),
    fullOfMessages: (plan, limit) => ({
      subject: "SMS za mwezi huu zimekwisha",
      body: `${plan} una SMS ${limit} kwa mwezi, na zote zimetumwa. Barua pepe na nambari za kuingia zinaendelea; mpango mkubwa zaidi unatuma zaidi.`,
    }),
  },
};

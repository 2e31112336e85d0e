import type { Language } from "@/lib/platform/format";

/** What the platform says of itself to whoever comes by. */

const en = {
  find: "Find a business",
  pricing: "Pricing",
  signIn: "Sign in",
  register: "Register a business",
  contact: "Contact",
  terms: "Terms",
  privacy: "Privacy",
  what: "ClientPulse is the front desk for appointment businesses.",
  description: "The front desk for appointment businesses: online booking and a live dashboard.",

  inForce: (day: string) => `In force since ${day}`,

  writeTo: "Write to ClientPulse",
  writeAbout:
    "About the platform itself. What you have booked somewhere is best asked there: every booking page has a form like this one.",

  title: "The front desk for salons, barbers, spas and clinics",
  headline: "Your whole day at the front desk, live",
  sub: "Customers book from their phone, M-Pesa takes the money, and everybody who works with you sees it at once.",
  start: "Start free",
  startAbout: (days: number) => `Free for ${days} days. Your booking link is ready in ten minutes.`,
  cost: "See what it costs",
  promises: [
    {
      title: "Customers book by themselves",
      about: "From any phone, day and night, in English or Swahili. No app to install.",
    },
    {
      title: "M-Pesa is part of it",
      about: "Deposits, payments and receipts find their booking without anybody typing codes.",
    },
    {
      title: "Nothing is booked twice",
      about: "Every booking is on every screen within a second, and reminders go out by themselves.",
    },
  ],
  todayShown: "The Today page: numbers of the day, who comes next, and the latest news",
  bookShown: "The booking page on a phone: services with times and prices",
  looking: "Looking for an appointment?",
  search: "Name, place or service",
  go: "Find",
  said: "What businesses say of ClientPulse",

  findTitle: "Find a business and book",
  kind: "Kind of business",
  anyKind: "Any kind",
  openNow: "Open now",
  nextFree: (day: string, time: string) => `Next free: ${day} ${time}`,
  today: "today",
  tomorrow: "tomorrow",
  found: (many: number) => `${many} ${many === 1 ? "business" : "businesses"}`,
  noneFound: (words: string) => (words ? `Nothing found for “${words}”` : "Nothing found"),
  noneAbout: "Check the spelling, or use fewer words.",
  noneOpen: "None of these is open now.",
  nobody: "No business takes bookings yet",
  nobodyAbout: "As soon as one opens its booking page, it stands here.",
  clear: "Show all",
  more: "More businesses",
  first: "Back to the first",

  pricingTitle: "What it costs",
  pricingSub: (days: number) =>
    days > 0
      ? `Every business begins with ${days} days free, without a card. Then you choose.`
      : "You choose what fits. No card is needed.",
  aMonth: "a month",
  orAYear: (money: string) => `or ${money} a year`,
  people: (most: number | null) =>
    most === null ? "Any number of people with a login" : `${most} people with a login`,
  customers: (most: number | null) => (most === null ? "Any number of customers" : `${most} active customers`),
  messages: (most: number | null) => (most === null ? "Any number of SMS" : `${most} SMS a month`),
  everything: "Bookings, calendar, till, M-Pesa and reports",
  onRequest: "Write to us and we tell you what it costs for you.",
  active: "Active customers are those who are new, booked or bought within the last thirty days.",
  questions: "Questions",
  answers: [
    {
      ask: "Do you take a part of each booking?",
      say: "No. You pay for the plan and nothing per booking. What M-Pesa charges is between you and Safaricom.",
    },
    {
      ask: "How is it paid?",
      say: "By M-Pesa: a prompt comes to the phone you name, and you type your PIN. The invoice is there as a file.",
    },
    {
      ask: "What if we do not go on after the free days?",
      say: "Everything you have entered stays readable, and can be exported. Nothing new can be booked until you choose a plan.",
    },
    {
      ask: "Can we change the plan?",
      say: "At any time, up or down. What is left of the old one counts towards the new one.",
    },
    {
      ask: "Can we stop?",
      say: "At any time. It goes on until the end of what you have paid for, and no more is asked for.",
    },
  ],
};

export type SiteWords = typeof en;

const sw: SiteWords = {
  find: "Tafuta biashara",
  pricing: "Bei",
  signIn: "Ingia",
  register: "Sajili biashara",
  contact: "Wasiliana nasi",
  terms: "Masharti",
  privacy: "Faragha",
  what: "ClientPulse ni mapokezi ya biashara zinazofanya kazi kwa miadi.",
  description: "Mapokezi ya biashara zinazofanya kazi kwa miadi: miadi mtandaoni na dashibodi ya papo hapo.",

  inForce: (day) => `Tangu ${day}`,

  writeTo: "Iandikie ClientPulse",
  writeAbout:
    "Kuhusu jukwaa lenyewe. Ulichoweka mahali fulani ni bora kukiulizia huko: kila ukurasa wa miadi una fomu kama hii.",

  title: "Mapokezi ya saluni, vinyozi, spa na kliniki",
  headline: "Siku yako yote ya mapokezi, papo hapo",
  sub: "Wateja huweka miadi kwa simu, M-Pesa hupokea pesa, na kila mnayefanya kazi naye huona mara moja.",
  start: "Anza bure",
  startAbout: (days) => `Bure kwa siku ${days}. Kiungo chako cha miadi huwa tayari kwa dakika kumi.`,
  cost: "Tazama bei",
  promises: [
    {
      title: "Wateja hujiwekea miadi wenyewe",
      about: "Kwa simu yoyote, usiku na mchana, kwa Kiingereza au Kiswahili. Hakuna programu ya kupakua.",
    },
    {
      title: "M-Pesa imo ndani",
      about: "Malipo ya awali, malipo na risiti hupata miadi yake bila mtu kuandika nambari.",
    },
    {
      title: "Hakuna muda unaowekwa mara mbili",
      about: "Kila miadi huonekana kwenye kila skrini kwa sekunde moja, na vikumbusho hujituma.",
    },
  ],
  todayShown: "Ukurasa wa Leo: hesabu za siku, anayefuata, na habari mpya",
  bookShown: "Ukurasa wa miadi kwenye simu: huduma, muda na bei",
  looking: "Unatafuta miadi?",
  search: "Jina, mahali au huduma",
  go: "Tafuta",
  said: "Wanavyosema wafanyabiashara kuhusu ClientPulse",

  findTitle: "Tafuta biashara uweke miadi",
  kind: "Aina ya biashara",
  anyKind: "Aina yoyote",
  openNow: "Zilizo wazi sasa",
  nextFree: (day, time) => `Nafasi ijayo: ${day} ${time}`,
  today: "leo",
  tomorrow: "kesho",
  found: (many) => `Biashara ${many}`,
  noneFound: (words) => (words ? `Hakuna kilichopatikana kwa “${words}”` : "Hakuna kilichopatikana"),
  noneAbout: "Angalia tahajia, au tumia maneno machache.",
  noneOpen: "Hakuna iliyo wazi sasa kati ya hizi.",
  nobody: "Bado hakuna biashara inayopokea miadi",
  nobodyAbout: "Mara tu moja itakapofungua ukurasa wake wa miadi, itaonekana hapa.",
  clear: "Onyesha zote",
  more: "Biashara zaidi",
  first: "Rudi mwanzo",

  pricingTitle: "Bei",
  pricingSub: (days) =>
    days > 0
      ? `Kila biashara huanza na siku ${days} bure, bila kadi. Kisha unachagua.`
      : "Unachagua kinachokufaa. Kadi haihitajiki.",
  aMonth: "kwa mwezi",
  orAYear: (money) => `au ${money} kwa mwaka`,
  people: (most) => (most === null ? "Watu wowote wenye akaunti" : `Watu ${most} wenye akaunti`),
  customers: (most) => (most === null ? "Wateja wowote" : `Wateja ${most} hai`),
  messages: (most) => (most === null ? "SMS zozote" : `SMS ${most} kwa mwezi`),
  everything: "Miadi, kalenda, mauzo, M-Pesa na ripoti",
  onRequest: "Tuandikie tukuambie bei inayokufaa.",
  active: "Wateja hai ni wale wapya, walioweka miadi au walionunua ndani ya siku thelathini zilizopita.",
  questions: "Maswali",
  answers: [
    {
      ask: "Je, mnachukua sehemu ya kila miadi?",
      say: "Hapana. Unalipia mpango tu, si kila miadi. Ada za M-Pesa ni kati yako na Safaricom.",
    },
    {
      ask: "Inalipwaje?",
      say: "Kwa M-Pesa: ombi huja kwenye simu uliyotaja, nawe unaandika PIN yako. Ankara ipo kama faili.",
    },
    {
      ask: "Tusipoendelea baada ya siku za bure?",
      say: "Mlichoandika hubaki kusomeka, na kinaweza kutolewa. Hakuna jipya linalowekwa hadi mchague mpango.",
    },
    {
      ask: "Tunaweza kubadilisha mpango?",
      say: "Wakati wowote, juu au chini. Kilichobaki cha ule wa zamani huhesabiwa kwenye mpya.",
    },
    {
      ask: "Tunaweza kuacha?",
      say: "Wakati wowote. Huendelea hadi mwisho wa mlicholipia, na hakuna zaidi kinachodaiwa.",
    },
  ],
};

export const siteWords: Record<Language, SiteWords> = { en, sw };

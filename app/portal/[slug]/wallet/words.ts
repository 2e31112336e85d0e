import type { PointsKind } from "@/db/schema/rewards";
import { formatDate } from "@/lib/platform/format";

/** The wallet in the customer's language. */

type Need = { points: number; visits: number };

const enCount = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;
const enNeed = ({ points, visits }: Need) =>
  [...(points > 0 ? [enCount(points, "point")] : []), ...(visits > 0 ? [enCount(visits, "visit")] : [])].join(" and ");
const swNeed = ({ points, visits }: Need) =>
  [...(points > 0 ? [`pointi ${points}`] : []), ...(visits > 0 ? [`ziara ${visits}`] : [])].join(" na ");

const en = {
  title: "Your rewards",
  off: (house: string) => `${house} gives no points at the moment. Codes that you have can still be used.`,
  points: (n: number) => enCount(n, "point"),
  visits: (n: number) => `${enCount(n, "paid visit")} counted`,
  earn: (amount: string) => `Every ${amount} that you pay is one point.`,
  runsOut: (n: number, day: string) => `${enCount(n, "point")} of them run out on ${day}.`,
  rewards: "What you can have",
  noRewards: "Nothing can be had for points yet. They wait for you.",
  costs: (need: Need) => `Costs ${enNeed(need)}`,
  missing: (need: Need) => `${enNeed(need)} to go`,
  forServices: (names: string) => `For ${names}`,
  until: (day: string) => `To be had until ${day}`,
  take: "Get it",
  sure: (name: string) => `Get “${name}”?`,
  sureAbout: (need: Need, days: number) =>
    `${enNeed(need)} are turned in now. You get a code that works once, within ${enCount(days, "day")}; after that it is gone.`,
  yes: "Yes, get it",
  no: "Not now",
  taken: "It is yours. Show the code at the till.",
  codes: "Your codes",
  show: "Show this at the till. It works once.",
  picture: (name: string) => `Code for ${name}`,
  usable: (day: string) => `Until ${day}`,
  states: { redeemed: "Used on", expired: "Ran out on", cancelled: "Taken back on", pending: "Until" },
  friends: "Bring a friend",
  someFriend: "A friend",
  friendsAbout: (n: number) =>
    `Send a friend this link. When they have been here for the first time and paid, both of you get ${enCount(n, "point")}.`,
  friendsOff: "Send a friend this link, so that they book here.",
  yourCode: "Your code",
  share: "Send by WhatsApp",
  shareText: (house: string, link: string) => `I go to ${house}. Book with my link: ${link}`,
  came: "Who came",
  cameYes: "points are yours",
  cameNot: "has booked",
  history: "How your points came and went",
  noHistory: "Nothing yet. Points come with your next paid visit.",
  older: "Older",
  newest: "Newest",
  kinds: {
    earn: "Paid visit",
    redeem: "Turned in",
    reverse: "Came back, or was taken back",
    expire: "Ran out",
    adjust: "From the house",
    referral: "A friend came",
    move: "From or to your other file",
  } satisfies Record<PointsKind, string>,
  refused: {
    unknown_reward: "This reward is no longer here.",
    reward_off: "This reward is not to be had at the moment.",
    reward_over: "The last day of this reward is over.",
    none_left: "Somebody was quicker: there are none of this reward left.",
    too_little: "That is more than you have by now.",
    only_given: "This one is given by the house only.",
    rewards_off: "Nothing can be had for points at the moment.",
    key_reused: "That was sent before. Look at your codes.",
  },
  wait: "Please wait a little and try once more.",
  sending: "One moment",
  day: (iso: string, timeZone: string) => formatDate(iso, timeZone),
};

export type WalletWords = typeof en;

const sw: WalletWords = {
  title: "Zawadi zako",
  off: (house) => `${house} haitoi pointi kwa sasa. Nambari ulizo nazo bado zinatumika.`,
  points: (n) => `pointi ${n}`,
  visits: (n) => `ziara ${n} zilizolipiwa`,
  earn: (amount) => `Kila ${amount} unayolipa ni pointi moja.`,
  runsOut: (n, day) => `Pointi ${n} kati yake zitaisha ${day}.`,
  rewards: "Unachoweza kupata",
  noRewards: "Bado hakuna cha kupata kwa pointi. Zinakungoja.",
  costs: (need) => `Inahitaji ${swNeed(need)}`,
  missing: (need) => `Bado ${swNeed(need)}`,
  forServices: (names) => `Kwa ${names}`,
  until: (day) => `Inapatikana hadi ${day}`,
  take: "Pata",
  sure: (name) => `Upate “${name}”?`,
  sureAbout: (need, days) =>
    `Unatoa ${swNeed(need)} sasa. Utapata nambari inayotumika mara moja ndani ya siku ${days}; baada ya hapo haitumiki tena.`,
  yes: "Ndiyo, nipe",
  no: "Si sasa",
  taken: "Ni yako. Onyesha nambari unapolipa.",
  codes: "Nambari zako",
  show: "Onyesha hii unapolipa. Inatumika mara moja.",
  picture: (name) => `Nambari ya ${name}`,
  usable: (day) => `Hadi ${day}`,
  states: { redeemed: "Imetumika", expired: "Iliisha", cancelled: "Imerudishwa", pending: "Hadi" },
  friends: "Mlete rafiki",
  someFriend: "Rafiki",
  friendsAbout: (n) => `Mtumie rafiki kiungo hiki. Akija mara ya kwanza na kulipa, nyote wawili mtapata pointi ${n}.`,
  friendsOff: "Mtumie rafiki kiungo hiki ili aweke nafasi hapa.",
  yourCode: "Nambari yako",
  share: "Tuma kwa WhatsApp",
  shareText: (house, link) => `Mimi huenda ${house}. Weka nafasi kwa kiungo changu: ${link}`,
  came: "Waliokuja",
  cameYes: "umepata pointi",
  cameNot: "ameweka nafasi",
  history: "Jinsi pointi zako zilivyokuja na kwenda",
  noHistory: "Bado hakuna. Pointi zinakuja na ziara yako ijayo utakayolipia.",
  older: "Za awali",
  newest: "Za karibuni",
  kinds: {
    earn: "Ziara iliyolipiwa",
    redeem: "Zimetolewa",
    reverse: "Zimerudishwa",
    expire: "Zimeisha",
    adjust: "Kutoka kwa biashara",
    referral: "Rafiki alikuja",
    move: "Kutoka au kwenda faili lako lingine",
  },
  refused: {
    unknown_reward: "Zawadi hii haipo tena.",
    reward_off: "Zawadi hii haipatikani kwa sasa.",
    reward_over: "Siku ya mwisho ya zawadi hii imepita.",
    none_left: "Mwingine amekutangulia: zawadi hii imekwisha.",
    too_little: "Hiyo ni zaidi ya ulizo nazo sasa.",
    only_given: "Hii hutolewa na biashara pekee.",
    rewards_off: "Hakuna kinachopatikana kwa pointi kwa sasa.",
    key_reused: "Ulituma hii awali. Angalia nambari zako.",
  },
  wait: "Tafadhali ngoja kidogo kisha ujaribu tena.",
  sending: "Subiri kidogo",
  day: (iso, timeZone) => new Intl.DateTimeFormat("sw-KE", { timeZone, dateStyle: "medium" }).format(new Date(iso)),
};

export const walletWords: Record<"en" | "sw", WalletWords> = { en, sw };

import { formatCalendarDate } from "@/lib/platform/format";

/** What customers are told of their points and codes, in their language. */

type Words = { subject: string; body: string };
type Reach = { house: string; points: number; visits: number; reward: string; byVisits: boolean; link: string };
type Given = { house: string; name: string; reward: string; code: string; until: string; birthday: boolean };
type Brought = { house: string; points: number; balance: number; link: string };
type UsedUp = { house: string; reward: string };

/** `7 Jan 2027`, or `7/1/2027` where months have other names. */
const dayIn = { en: formatCalendarDate, sw: (day: string) => day.split("-").map(Number).reverse().join("/") };

export const rewardWords = {
  en: {
    withinReach: ({ house, points, visits, reward, byVisits, link }: Reach): Words => ({
      subject: `${house}: ${reward} is within reach`,
      body: `${house}: you have ${byVisits ? `${visits} visits` : `${points} points`}, so ${reward} is yours to take. ${link}`,
    }),
    given: ({ house, name, reward, code, until, birthday }: Given): Words => ({
      subject: birthday ? `Happy birthday from ${house}` : `${house}: ${reward} for you`,
      body: `${birthday ? `Happy birthday, ${name}! ` : ""}${house} gives you: ${reward}. Show the code ${code} at the till by ${dayIn.en(until)}.`,
    }),
    brought: ({ house, points, balance, link }: Brought): Words => ({
      subject: `${house}: ${points} points for a friend`,
      body: `${house}: a friend of yours has been here. You have ${points} points more, ${balance} in all. ${link}`,
    }),
    used: ({ house, reward }: UsedUp): Words => ({
      subject: `${house}: your code was used`,
      body: `${house}: your code for ${reward} was used. If that was not you, tell us.`,
    }),
  },
  sw: {
    withinReach: ({ house, points, visits, reward, byVisits, link }: Reach): Words => ({
      subject: `${house}: unaweza kupata ${reward}`,
      body: `${house}: ${byVisits ? `umetembelea mara ${visits}` : `una pointi ${points}`}, kwa hiyo ${reward} ni yako kuchukua. ${link}`,
    }),
    given: ({ house, name, reward, code, until, birthday }: Given): Words => ({
      subject: birthday ? `Heri ya kuzaliwa kutoka ${house}` : `${house}: ${reward} kwa ajili yako`,
      body: `${birthday ? `Heri ya kuzaliwa, ${name}! ` : ""}${house} inakupa: ${reward}. Onyesha nambari ${code} unapolipa, hadi ${dayIn.sw(until)}.`,
    }),
    brought: ({ house, points, balance, link }: Brought): Words => ({
      subject: `${house}: pointi ${points} kwa kumleta rafiki`,
      body: `${house}: rafiki yako ametutembelea. Umeongezewa pointi ${points}, sasa una ${balance}. ${link}`,
    }),
    used: ({ house, reward }: UsedUp): Words => ({
      subject: `${house}: nambari yako imetumika`,
      body: `${house}: nambari yako ya ${reward} imetumika. Ikiwa si wewe, tujulishe.`,
    }),
  },
};

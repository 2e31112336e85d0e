import type { Say } from "@/app/_words/say";
import type { StillOpen } from "@/lib/closing/rules";

type Counted = Exclude<keyof StillOpen, "bookings" | "underWay">;

const words: Record<Counted, (say: Say, n: number) => string> = {
  queued: (say, n) =>
    say("{n, plural, one {Somebody who stands in today’s queue} other {{n} people who stand in today’s queue}}", { n }),
  waiting: (say, n) => say("{n, plural, one {Somebody on the waitlist} other {{n} people on the waitlist}}", { n }),
  openSales: (say, n) => say("{n, plural, one {A sale that is not paid} other {{n} sales that are not paid}}", { n }),
  feesOwed: (say, n) => say("{n, plural, one {A fee that a customer owes} other {{n} fees that customers owe}}", { n }),
  refunds: (say, n) => say("{n, plural, one {A refund that is not done} other {{n} refunds that are not done}}", { n }),
  moneyOnItsWay: (say, n) =>
    say("{n, plural, one {A payment that is on its way} other {{n} payments that are on their way}}", { n }),
  vouchers: (say, n) =>
    say(
      "{n, plural, one {A code for a reward that nobody has used} other {{n} codes for rewards that nobody has used}}",
      {
        n,
      },
    ),
  withPoints: (say, n) =>
    say("{n, plural, one {A customer who has points} other {{n} customers who have points}}", { n }),
};

/** What is not settled, a line each. */
export const openWords = (say: Say, open: StillOpen): string[] =>
  (Object.keys(words) as Counted[]).flatMap((of) => (open[of] === 0 ? [] : [words[of](say, open[of])]));

import type { Say } from "@/app/_words/say";
import type { InTheWay } from "@/lib/records/erase-customer";

/** What has to end before somebody can be erased, in a sentence; empty for nothing. */
export function notYetWords(say: Say, { bookings, sales, payments, refunds }: InTheWay): string {
  const has = [
    ...(bookings > 0
      ? [
          say("{count, plural, one {a booking that is not over} other {# bookings that are not over}}", {
            count: bookings,
          }),
        ]
      : []),
    ...(sales > 0 ? [say("{count, plural, one {an open sale} other {# open sales}}", { count: sales })] : []),
    ...(payments > 0
      ? [
          say("{count, plural, one {a payment on its way or in doubt} other {# payments on their way or in doubt}}", {
            count: payments,
          }),
        ]
      : []),
    ...(refunds > 0
      ? [
          say("{count, plural, one {a refund that was not given yet} other {# refunds that were not given yet}}", {
            count: refunds,
          }),
        ]
      : []),
  ];
  if (has.length === 0) return "";
  const list =
    has.length === 1 ? has[0]! : say("{first} and {last}", { first: has.slice(0, -1).join(", "), last: has.at(-1)! });
  return say("They still have {list}. Finish or cancel that first: it needs to know who they are.", { list });
}

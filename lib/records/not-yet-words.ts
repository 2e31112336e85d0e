import type { InTheWay } from "./erase-customer";

const parts: [keyof InTheWay, one: string, many: string][] = [
  ["bookings", "a booking that is not over", "bookings that are not over"],
  ["sales", "an open sale", "open sales"],
  ["payments", "a payment on its way or in doubt", "payments on their way or in doubt"],
  ["refunds", "a refund that was not given yet", "refunds that were not given yet"],
];

/** What has to end before somebody can be erased, in a sentence; empty for nothing. */
export function notYetWords(inTheWay: InTheWay): string {
  const has = parts.flatMap(([what, one, many]) => {
    const count = inTheWay[what];
    return count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];
  });
  if (has.length === 0) return "";
  const list = has.length === 1 ? has[0] : `${has.slice(0, -1).join(", ")} and ${has.at(-1)}`;
  return `They still have ${list}. Finish or cancel that first: it needs to know who they are.`;
}

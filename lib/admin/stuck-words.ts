import type { StuckWork } from "./stuck-work";

const dues: Record<string, string> = {
  tell_customer: "Telling a customer what became of their booking",
  offer_freed: "Offering a free time to who waits for one",
  tell_together: "Telling a customer what became of several bookings",
  remind: "Reminding a customer of a visit",
  ask_for_review: "Asking a customer how it was",
  tell_unread: "Telling a customer of what was written to them",
  free_hold: "Giving back time that was kept",
};
const jobs: Record<string, string> = {
  due: "Work that is due",
  expire: "Ending a request or a hold that has run out",
  react: "What follows from something that happened",
  deliver: "Taking messages out of the house",
  delete: "Deleting a business that was closed",
  tidy: "Tidying up",
};

/** What the work is. */
export const workWords = ({ job, due }: Pick<StuckWork, "job" | "due">): string =>
  (due && dues[due]) || jobs[job] || "Work of another version";

/**
 * Why it failed, by the kind of fault alone: what a fault says of itself may hold a name or a number. The code is what
 * the log is searched for.
 */
export function stuckWords(fault: string): string {
  const code = /(?:^| · )([0-9A-Z]{5})(?: · ([a-z0-9_]{1,63}))?$/.exec(fault);
  if (code) return `The database refused it (${[code[1], code[2]].filter(Boolean).join(", ")}).`;
  if (/^nothing is known of [a-z_]{1,40}$/.test(fault)) return "This version of the program does not know this work.";
  if (/timeout|timed out|ECONN|terminat/i.test(fault)) return "Something that it needs did not answer in time.";
  return "It failed. The log says more at its time.";
}

/** A piece of work as it is told outside: in words, and without what its fault said of itself. */
export type StuckTold = Omit<StuckWork, "job" | "due" | "fault"> & { what: string; why: string };

export const stuckTold = ({ job, due, fault, ...work }: StuckWork): StuckTold => ({
  ...work,
  what: workWords({ job, due }),
  why: stuckWords(fault),
});

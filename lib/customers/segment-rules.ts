/** Groups of customers, by what they did: who is in one is asked anew each time. The browser has it too. */

import type { SegmentRule } from "@/db/schema/customer-files";

export const builtIn = [
  { value: "new", label: "New", about: "In the books for a month at most, and never here before." },
  { value: "regular", label: "Regulars", about: "Three visits or more in half a year, and not overdue." },
  { value: "lapsing", label: "Lapsing", about: "Here less often than they used to be, and nothing booked." },
  { value: "lost", label: "Lost", about: "Not here for four times as long as usual, three months at least." },
  { value: "big_spenders", label: "Big spenders", about: "The tenth who paid most in a year." },
  { value: "birthday", label: "Birthday this month", about: "Their birthday is in this month." },
  { value: "no_shows", label: "No-shows", about: "Did not come twice or more in a year." },
  { value: "vip", label: "VIP", about: "Whom the house calls so." },
] as const;
export type BuiltInSegment = (typeof builtIn)[number]["value"];

/** One of ours, or a rule of the house's own. */
export type Segment = BuiltInSegment | SegmentRule;

export const isBuiltIn = (text: string): text is BuiltInSegment => builtIn.some(({ value }) => value === text);

/** In days: for so long somebody is new. */
export const newDays = 30;
/** In days. Of whom nothing else is known, they come about so often. */
export const usualRhythm = 45;
/** Nobody's rhythm is taken to be shorter or longer than this. */
export const rhythmBounds = { least: 7, most: 120 };
/** So many times as long as usual: then somebody is lapsing, and then lost. */
export const overdue = { lapsing: 1.5, lost: 4 };
/** Nobody is lapsing or lost sooner. */
export const soonest = { lapsing: 14, lost: 90 };

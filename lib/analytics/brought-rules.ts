/** What messages, friends and the waitlist brought. No imports: the browser has it too. */

/** What each number of it opens to. */
export const broughtOf = [
  "sent",
  "delivered",
  "campaign_bookings",
  "redeemed",
  "referral_points",
  "waitlist_joined",
  "waitlist_offered",
  "waitlist_taken",
] as const;
export type BroughtOf = (typeof broughtOf)[number];

export const broughtWords: Record<BroughtOf, string> = {
  sent: "Messages sent",
  delivered: "Messages arrived",
  campaign_bookings: "Bookings after",
  redeemed: "Codes used",
  referral_points: "Points given",
  waitlist_joined: "Joined the waitlist",
  waitlist_offered: "Offered a time",
  waitlist_taken: "Took it",
};

/** Numbers that say more beside one another: whoever looks at one goes on to the others. */
export const broughtBeside: readonly (readonly BroughtOf[])[] = [
  ["sent", "delivered", "campaign_bookings", "redeemed"],
  ["waitlist_joined", "waitlist_offered", "waitlist_taken"],
];

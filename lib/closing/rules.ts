/** So long somebody who closes a business can keep it after all; then all of it is deleted. */
export const undoDays = 30;

/** What is still open between a business and its customers: none of it is settled by closing. */
export type StillOpen = {
  /** To come, or asked for: each was promised to somebody. */
  bookings: number;
  /** Of them those who are there now: nobody cancels these. */
  underWay: number;
  /** On the waitlist, and in today's queue. */
  waiting: number;
  queued: number;
  openSales: number;
  vouchers: number;
  withPoints: number;
  feesOwed: number;
  refunds: number;
  moneyOnItsWay: number;
};

/** As it is called, whatever small letters somebody types. */
export const isItsName = (typed: string, name: string): boolean => plain(typed) !== "" && plain(typed) === plain(name);

const plain = (text: string): string => text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

import { z } from "zod";
import { statuses } from "@/lib/bookings/rules";
import { periodAnswer } from "./answers";
import { bookingsOf } from "./booking-rules";
import { broughtOf } from "./brought-rules";
import { customersOf, visitsOf } from "./customer-rules";

/** What reports about customers and bookings answer: what they give is of these very shapes, and they stand in the API's document. */

const count = z.number().int().min(0);
const minor = z.number().int();
const share = z.strictObject({ part: count, of: count });
const day = z.iso.date();
const at = z.iso.datetime();
const cursor = z.string().nullable();
const position = z.string();

const about = { period: periodAnswer, position };
const inMoney = { ...about, currency: z.string().length(3) };

export const customerFigures = z.strictObject({
  /** In the books on the last day: `signedIn`, `deskOnly` and `children` add up to it. */
  total: count,
  newcomers: count,
  signedIn: count,
  deskOnly: count,
  children: count,
  active: count,
  /** Were here: `firstTimers` and `returning` add up to it. */
  visitors: count,
  firstTimers: count,
  returning: count,
  /** Of those who were here in the period before. */
  retained: share,
  /** Of the visits that are long enough ago. */
  bookedAgain: share,
  /** Of those who used to come. */
  overdue: share,
  visits: count,
  childVisits: count,
  paidMinor: minor,
  visitsEach: z.number().nullable(),
  averageVisitMinor: minor.nullable(),
  /** Paid by a customer in all the time up to then. */
  lifetimeMinor: minor.nullable(),
  rating: z.number().nullable(),
  reviews: count,
});
export type CustomerFigures = z.infer<typeof customerFigures>;

const topCustomer = z.strictObject({ customerId: z.uuid(), name: z.string(), visits: count, paidMinor: minor });

export const customersAnswer = z.strictObject({
  ...inMoney,
  figures: customerFigures,
  against: customerFigures.nullable(),
  /** By day, or by month of a long time; those without anybody are left out. */
  by: z.enum(["day", "month"]),
  newcomers: z.array(z.strictObject({ from: day, people: count })),
  /** Six months up to the last day: who came into the books, by what they are now. */
  growth: z.array(
    z.strictObject({ month: z.string(), active: count, inactive: count, vip: count, blocked: count, total: count }),
  ),
  topByVisits: z.array(topCustomer),
  topByPaid: z.array(topCustomer),
});
export type CustomersAnswer = z.infer<typeof customersAnswer>;

/** A customer, or a visit of one. */
export const customerRow = z.strictObject({
  kind: z.enum(["customer", "visit"]),
  id: z.uuid(),
  customerId: z.uuid(),
  name: z.string(),
  /** Of a visit. */
  services: z.string(),
  /** When it was; of a customer when they came into the books, or were here last. */
  at,
  /** Of a customer, up to the end of these days. */
  visits: count.nullable(),
  paidMinor: minor,
});
export type CustomerRow = z.infer<typeof customerRow>;

export const customerRowsAnswer = z.strictObject({
  of: z.enum([...customersOf, ...visitsOf]),
  period: about.period,
  currency: inMoney.currency,
  items: z.array(customerRow),
  nextCursor: cursor,
  position,
});
export type CustomerRowsAnswer = z.infer<typeof customerRowsAnswer>;

export const bookingFigures = z.strictObject({
  /** Bookings for these days. */
  made: count,
  byStatus: z.strictObject(
    Object.fromEntries(statuses.map((status) => [status, count])) as Record<(typeof statuses)[number], typeof count>,
  ),
  /** Of the bookings whose time has come, those that became visits. */
  converted: share,
  /** Of those that were promised. */
  cancelled: share,
  cancelledByCustomer: count,
  cancelledByHouse: count,
  cancelledLate: count,
  /** Of those who were expected. */
  noShows: share,
  averageLeadMinutes: count.nullable(),
  medianLeadMinutes: count.nullable(),
  bySource: z.strictObject({ page: count, api: count, desk: count, walk_in: count, file: count }),
  waitlist: z.strictObject({ joined: count, offered: count, taken: count }),
});
export type BookingFigures = z.infer<typeof bookingFigures>;

export const operationsAnswer = z.strictObject({
  ...about,
  figures: bookingFigures,
  against: bookingFigures.nullable(),
  /** Bookings that begin in each hour of the week on the house's own clocks; 0 is Sunday. Hours without any are left out. */
  hours: z.array(
    z.strictObject({ weekday: z.number().int().min(0).max(6), hour: z.number().int().min(0).max(23), bookings: count }),
  ),
  peakDays: z.array(z.strictObject({ day, bookings: count })),
});
export type OperationsAnswer = z.infer<typeof operationsAnswer>;

export const bookingRow = z.strictObject({
  id: z.uuid(),
  reference: z.string(),
  customerId: z.uuid(),
  name: z.string(),
  services: z.string(),
  status: z.enum(statuses),
  at,
  madeAt: at,
});
export type BookingRow = z.infer<typeof bookingRow>;

export const bookingRowsAnswer = z.strictObject({
  of: z.enum(bookingsOf),
  period: about.period,
  items: z.array(bookingRow),
  nextCursor: cursor,
  position,
});
export type BookingRowsAnswer = z.infer<typeof bookingRowsAnswer>;

export const minutes = z.strictObject({ sellable: count, sold: count, free: count, lost: count, beyond: count });
export type Minutes = z.infer<typeof minutes>;

export const occupancyAnswer = z.strictObject({
  ...about,
  total: minutes,
  against: minutes.nullable(),
  staff: z.array(minutes.extend({ staffId: z.uuid(), name: z.string() })),
  days: z.array(minutes.extend({ day })),
});
export type OccupancyAnswer = z.infer<typeof occupancyAnswer>;

export const referralFigures = z.strictObject({
  /** Came by a friend's code. */
  friends: count,
  referrers: count,
  /** Have paid a visit. */
  converted: share,
  /** Given to both sides. */
  points: z.number().int(),
  /** Paid in these days by everybody who ever came by a code. */
  paidMinor: minor,
});
export type ReferralFigures = z.infer<typeof referralFigures>;

export const referralsAnswer = z.strictObject({
  ...inMoney,
  figures: referralFigures,
  against: referralFigures.nullable(),
  leaders: z.array(
    z.strictObject({ customerId: z.uuid(), name: z.string(), friends: count, converted: count, points: count }),
  ),
});
export type ReferralsAnswer = z.infer<typeof referralsAnswer>;

export const referralRow = z.strictObject({
  customerId: z.uuid(),
  name: z.string(),
  referrerId: z.uuid(),
  referrer: z.string(),
  at,
  hasPaid: z.boolean(),
  points: count,
});

export const referralRowsAnswer = z.strictObject({
  period: about.period,
  items: z.array(referralRow),
  nextCursor: cursor,
  position,
});
export type ReferralRowsAnswer = z.infer<typeof referralRowsAnswer>;

/** A message, a booking, a code, points or a place on the waitlist. */
export const broughtRow = z.strictObject({
  id: z.uuid(),
  customerId: z.uuid(),
  name: z.string(),
  at,
  /** The campaign, or what is waited for. */
  what: z.string(),
  bookingId: z.uuid().nullable(),
  /** Of a code: what was paid in its sale. */
  minor: minor.nullable(),
  points: z.number().int().nullable(),
});
export type BroughtRow = z.infer<typeof broughtRow>;

export const broughtRowsAnswer = z.strictObject({
  of: z.enum(broughtOf),
  period: about.period,
  currency: inMoney.currency,
  items: z.array(broughtRow),
  nextCursor: cursor,
  position,
});
export type BroughtRowsAnswer = z.infer<typeof broughtRowsAnswer>;

export const campaignFigures = z.strictObject({
  sent: count,
  delivered: count,
  /** Made within fourteen days of the message. */
  bookings: count,
  redeemed: count,
  /** Paid in the sales in which codes were used. */
  moneyMinor: minor,
  offMinor: minor,
});
export type CampaignSums = z.infer<typeof campaignFigures>;

export const campaignsAnswer = z.strictObject({
  ...inMoney,
  figures: campaignFigures,
  against: campaignFigures.nullable(),
  campaigns: z.array(campaignFigures.extend({ campaignId: z.uuid(), name: z.string() })),
});
export type CampaignsAnswer = z.infer<typeof campaignsAnswer>;

import { type BookingsOf, bookingsWords } from "./booking-rules";
import type { BroughtOf } from "./brought-rules";
import { activeDays, type CustomersOf, customersWords, rebookDays, type VisitsOf } from "./customer-rules";
import type { BookingFigures, CampaignSums, CustomerFigures, Minutes, ReferralFigures } from "./report-answers";
import type { MinutesOf } from "./rules";

/** A number as it is told: shares are so many of so many; time that passes and time that is worked are in minutes. */
export type Amount =
  | { kind: "number"; value: number | null }
  | { kind: "share"; part: number; of: number; in?: "work" }
  | { kind: "money"; minor: number | null }
  | { kind: "time" | "work"; minutes: number | null };

/** A number of a report, for the screen and for the file alike. `opens`: which rows it is made of. */
export type FigureLine<F, O extends string = never> = {
  id: string;
  label: string;
  about: string;
  is(figures: F): Amount;
  opens?: O;
};

const number = (value: number | null): Amount => ({ kind: "number", value });
const share = ({ part, of }: { part: number; of: number }): Amount => ({ kind: "share", part, of });
/** To the shilling: cents of an average say nothing. */
const rounded = (minor: number | null): number | null => minor && Math.round(minor / 100) * 100;
const money = (minor: number | null): Amount => ({ kind: "money", minor });
const time = (minutes: number | null): Amount => ({ kind: "time", minutes });
const work = (minutes: number): Amount => ({ kind: "work", minutes });

/** What is said of visits has a page of its own. */
export type OfCustomers = CustomersOf | VisitsOf | "reviews";
const ofCustomers = (
  opens: CustomersOf | VisitsOf,
  about: string,
  is: (figures: CustomerFigures) => Amount,
): FigureLine<CustomerFigures, OfCustomers> => ({ id: opens, label: customersWords[opens], about, is, opens });

export const comingLines: readonly FigureLine<CustomerFigures, OfCustomers>[] = [
  ofCustomers("visitors", "customers with a visit", (f) => number(f.visitors)),
  ofCustomers("retained", "who were here in the days before", (f) => share(f.retained)),
  ofCustomers("booked_again", `visits, within ${rebookDays} days`, (f) => share(f.bookedAgain)),
  ofCustomers("overdue", "who used to come, for longer than is usual for them", (f) => share(f.overdue)),
  ofCustomers("first_time", "of who was here", (f) => number(f.firstTimers)),
  ofCustomers("returning", "of who was here", (f) => number(f.returning)),
  ofCustomers("active", `were here in the last ${activeDays} days of it`, (f) => number(f.active)),
  ofCustomers("visits", "that took place", (f) => number(f.visits)),
  {
    id: "visits_each",
    label: "Visits each",
    about: "of who was here",
    is: (f) => number(f.visitsEach),
    opens: "visitors",
  },
  ofCustomers("child_visits", "among them", (f) => number(f.childVisits)),
];

export const bookLines: readonly FigureLine<CustomerFigures, OfCustomers>[] = [
  ofCustomers("total", "on the last day", (f) => number(f.total)),
  ofCustomers("new", "came in in these days", (f) => number(f.newcomers)),
  ofCustomers("signed_in", "with their number, themselves", (f) => number(f.signedIn)),
  ofCustomers("desk_only", "walked in, or were written down", (f) => number(f.deskOnly)),
  ofCustomers("children", "somebody answers for them", (f) => number(f.children)),
];

export const worthLines: readonly FigureLine<CustomerFigures, OfCustomers>[] = [
  { id: "paid", label: "Paid", about: "for these visits", is: (f) => money(f.paidMinor), opens: "paid_visits" },
  {
    id: "average",
    label: "Average visit",
    about: "of those that were paid",
    is: (f) => money(rounded(f.averageVisitMinor)),
    opens: "paid_visits",
  },
  {
    id: "lifetime",
    label: "Customer so far",
    about: "paid by one in all the time, on average",
    is: (f) => money(rounded(f.lifetimeMinor)),
    opens: "total",
  },
  { id: "rating", label: "Stars", about: "on average, of five", is: (f) => number(f.rating), opens: "reviews" },
  { id: "reviews", label: "Reviews", about: "written in these days", is: (f) => number(f.reviews), opens: "reviews" },
];

const ofBookings = (
  opens: BookingsOf,
  about: string,
  is: (figures: BookingFigures) => Amount,
): FigureLine<BookingFigures, BookingsOf> => ({ id: opens, label: bookingsWords[opens], about, is, opens });

export const bookingLines: readonly FigureLine<BookingFigures, BookingsOf>[] = [
  ofBookings("made", "for these days", (f) => number(f.made)),
  ofBookings("converted", "whose time has come", (f) => share(f.converted)),
  ofBookings("cancelled", "that were promised", (f) => share(f.cancelled)),
  ofBookings("no_shows", "who were expected", (f) => share(f.noShows)),
  ofBookings("cancelled_late", "cancelled by customers when it cost", (f) => number(f.cancelledLate)),
  {
    id: "lead_median",
    label: "Booked ahead",
    about: "half of them sooner, half later",
    is: (f) => time(f.medianLeadMinutes),
    opens: "lead",
  },
  {
    id: "lead_average",
    label: "Ahead on average",
    about: "without walk-ins",
    is: (f) => time(f.averageLeadMinutes),
    opens: "lead",
  },
];

export const cancelledLines: readonly FigureLine<BookingFigures, BookingsOf>[] = [
  ofBookings("cancelled_by_customer", "", (f) => number(f.cancelledByCustomer)),
  ofBookings("cancelled_by_house", "", (f) => number(f.cancelledByHouse)),
];

export const occupancyLines: readonly (FigureLine<Minutes, MinutesOf> & { opens: MinutesOf })[] = [
  {
    id: "sold",
    label: "Sold",
    about: "on sale",
    is: (m) => ({ ...share({ part: m.sold, of: m.sellable }), in: "work" }),
    opens: "sold",
  },
  {
    id: "lost",
    label: "Lost to holes",
    about: "too short for anything on sale",
    is: (m) => work(m.lost),
    opens: "lost",
  },
  { id: "free", label: "Still free", about: "long enough to be sold", is: (m) => work(m.free), opens: "free" },
  {
    id: "sellable",
    label: "On sale",
    about: "working hours without breaks, time off and blocks",
    is: (m) => work(m.sellable),
    opens: "sellable",
  },
  { id: "beyond", label: "Outside of hours", about: "work beside them", is: (m) => work(m.beyond), opens: "beyond" },
];

/** Who came, what both sides were given, and what friends paid. */
export type OfReferrals = "friends" | "referral_points" | "friend_visits";
export const referralLines: readonly FigureLine<ReferralFigures, OfReferrals>[] = [
  {
    id: "friends",
    label: "Friends who came",
    about: "by a code of somebody's",
    is: (f) => number(f.friends),
    opens: "friends",
  },
  {
    id: "referrers",
    label: "Brought by",
    about: "customers",
    is: (f) => number(f.referrers),
    opens: "friends",
  },
  {
    id: "referred_paid",
    label: "Paid a visit",
    about: "friends",
    is: (f) => share(f.converted),
    opens: "friends",
  },
  {
    id: "referral_points",
    label: "Points given",
    about: "to both sides",
    is: (f) => number(f.points),
    opens: "referral_points",
  },
  {
    id: "referred_money",
    label: "Paid by friends",
    about: "in these days, whenever they came first",
    is: (f) => money(f.paidMinor),
    opens: "friend_visits",
  },
];

export const campaignLines: readonly FigureLine<CampaignSums, BroughtOf>[] = [
  { id: "sent", label: "Messages sent", about: "of campaigns", is: (f) => number(f.sent), opens: "sent" },
  {
    id: "delivered",
    label: "Messages arrived",
    about: "for certain",
    is: (f) => number(f.delivered),
    opens: "delivered",
  },
  {
    id: "campaign_bookings",
    label: "Bookings after",
    about: "within fourteen days",
    is: (f) => number(f.bookings),
    opens: "campaign_bookings",
  },
  {
    id: "redeemed",
    label: "Codes used",
    about: "of those that were sent",
    is: (f) => number(f.redeemed),
    opens: "redeemed",
  },
  {
    id: "campaign_money",
    label: "Paid with codes",
    about: "in the sales that used one",
    is: (f) => money(f.moneyMinor),
    opens: "redeemed",
  },
];

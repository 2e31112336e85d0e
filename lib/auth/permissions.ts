import type { Role } from "@/db/schema/people";

/** What somebody with a login is. */
export type LoginRole = Role | "platform_admin";
/** Customers have none: phone and code open their own corner of a business; see account-sessions. */
export type Who = LoginRole | "customer";

const everybody = ["owner", "manager", "front_desk", "staff"] as const;
const office = ["owner", "manager", "front_desk"] as const;

/** Who may do what. A screen, route or action names one of these; whoever is not listed is refused. */
const table = {
  "today.see": everybody,
  /** Staff see their own only; the question itself narrows it. */
  "bookings.see": everybody,
  /** One step on of a booking's way; which steps, and whose bookings, says lib/bookings/rules. */
  "bookings.change": everybody,
  /** Taking back what one has just done oneself: a key stands for nobody in particular, so none may. */
  "bookings.undo": everybody,
  "bookings.move": office,
  /** For somebody on the phone or at the counter: booked, or held for a while. */
  "bookings.place": office,
  /** Who is here without a booking, and whose turn it is. */
  "queue.keep": office,
  /** Who waits for a time to come free. */
  "waitlist.keep": office,
  /** Other times for a customer to choose from. */
  "bookings.propose": office,
  /** Over what is taken, deliberately. */
  "bookings.overbook": ["owner", "manager"],
  /** Promised though the deposit has not been paid: the desk knows whom it can trust. */
  "deposits.waive": office,
  /** What a customer owes for cancelling late or not coming. */
  "fees.waive": ["owner", "manager"],
  /** A phone, for a deposit or a part of a sale. */
  "payments.ask": office,
  /** Staff see those with work of their own only; the question itself narrows it. */
  "visits.see": everybody,
  /** For how long, says lib/visits/rules. */
  "visits.correct": office,
  /** Selling and taking money. How much somebody may let off, says lib/till/rules. */
  "till.use": office,
  "till.discount": office,
  /** What is sold beside services, and the tax in the prices. */
  "till.manage": ["owner", "manager"],
  "refunds.ask": office,
  /** Money goes out: shown once more who one is. */
  "refunds.approve": ["owner", "manager"],
  /** Opening the drawer and counting it, without seeing what there should be. */
  "drawer.use": office,
  "day.close": ["owner", "manager"],
  "notifications.read": everybody,
  /** What left the house, to whom and whether it arrived. */
  "messages.see": office,
  /** Staff see those whom they serve, without their numbers; the question itself narrows it. */
  "customers.see": everybody,
  /** Adding, changing and putting away; whose booking it is; who belongs to whom. */
  "customers.manage": office,
  /** Phone numbers and e-mail addresses of customers. */
  "customers.contact": office,
  /**
   * Allergies and notes. Staff read them of those whom they serve, and may only add: who learns in the chair what must not
   * touch a skin writes it down at once, and takes away nothing that the desk relies on. The verb itself narrows it.
   */
  "customers.note": everybody,
  /** Writing down what somebody allowed at the counter, and reading what they allowed before. */
  "customers.consent": office,
  /** Everything held of somebody, or all of them, as a file: it leaves the house. */
  "customers.export": ["owner", "manager"],
  /** For good: shown once more who one is. */
  "customers.erase": ["owner"],
  /** Two who were one, and taking that back. */
  "customers.merge": ["owner", "manager"],
  /** A list from elsewhere: of customers, services, staff or bookings; and taking that back. */
  "imports.run": ["owner", "manager"],
  /** Whether all that came from an old system stands at the right times: said once, and moves every booking of it. */
  "times.answer": ["owner"],
  /** What was said of visits. Whoever serves sees what was said of their own; the question itself narrows it. */
  "reviews.see": everybody,
  "reviews.all": office,
  /** Speaking for the house in public, and keeping abuse from it. */
  "reviews.answer": ["owner", "manager"],
  /** Pictures of what the house does, those too that are for the house alone. */
  "gallery.see": everybody,
  /** What is shown of the house's work, and its logo: people are to be seen on it, so whoever answers for the house says. */
  "gallery.manage": ["owner", "manager"],
  /** Writing with customers. */
  "conversations.keep": office,
  "enquiries.keep": office,
  /** What the business says of the platform. */
  "testimonial.write": ["owner"],
  /** Staff see their own profile only; the question itself narrows it. */
  "staff.see": everybody,
  "staff.manage": ["owner", "manager"],
  "services.see": office,
  "services.manage": ["owner", "manager"],
  /** When the business is open, what it has and by which rules it is booked. */
  "settings.see": office,
  "settings.manage": ["owner", "manager"],
  /** Everything that the house has, as one file. */
  "archive.take": ["owner"],
  /** Staff ask for themselves only; the verb itself narrows it. */
  "time_off.ask": everybody,
  "time_off.decide": office,
  /** Time kept from customers for something else. Staff block their own only; the verb itself narrows it. */
  "time.block": everybody,
  /** What was paid and asked for, what came in unasked, and what is to be given back. */
  "payments.see": office,
  /** Saying what money was for that came in unasked, and that a doubt has been looked at. */
  "payments.match": office,
  /** The number that the business is paid at. */
  "payments.manage": ["owner", "manager"],
  /** What lets us ask phones for money in the business's name. */
  "payments.keys": ["owner"],
  "members.see": ["owner", "manager"],
  /** Managers invite and change the desk and staff; owners also managers and owners. See members/rules. */
  "members.manage": ["owner", "manager"],
  "membership.leave": everybody,
  /** What everybody has earned, by which rates, and what was paid of it. */
  "payroll.see": ["owner", "manager"],
  "payroll.manage": ["owner", "manager"],
  /** What the house has spent. The desk pays small things out of the drawer, and sees what it paid; see lib/expenses. */
  "expenses.pay": office,
  "expenses.see": ["owner", "manager"],
  "expenses.manage": ["owner", "manager"],
  /** Rewards, and whose codes stand open. */
  "rewards.see": office,
  /** What there is to be had for points, and giving some by hand. */
  "rewards.manage": ["owner", "manager"],
  /** Writing to groups of customers, now and by itself: it costs money, and speaks for the house. */
  "campaigns.manage": ["owner", "manager"],
  /** What is left of what came in. */
  "reports.see": ["owner", "manager"],
  /** What came in, what broke, and counting, without what any of it cost. */
  "stock.keep": office,
  /** Which products are counted, when they are few, what services use, and what stock has cost. */
  "stock.manage": ["owner", "manager"],
  /** Selling what the shelf says is not there. */
  "stock.below": ["owner", "manager"],
  /** One's own days and one's own earnings; other people's go by names of their own. */
  "calendar.own": everybody,
  "earnings.own": everybody,
  /** A customer's own name and bookings at a business. */
  "portal.own": ["customer"],
  /** What the business has with the platform; who pays for it says which plan. */
  "subscription.see": ["owner", "manager"],
  "subscription.manage": ["owner"],
  "audit.see": ["owner"],
  "business.manage": ["owner"],
  /** All of it ends: shown once more who one is. */
  "business.close": ["owner"],
  /** Letting programs in. */
  "api_keys.manage": ["owner"],
  "tenants.decide": ["platform_admin"],
  /** Where businesses pay for their subscriptions. */
  "platform.payments": ["platform_admin"],
  "platform.plans": ["platform_admin"],
  "platform.testimonials": ["platform_admin"],
  "platform.enquiries": ["platform_admin"],
} as const satisfies Record<string, readonly Who[]>;

export type Permission = keyof typeof table;

export const permissions = Object.keys(table) as Permission[];

export const may = (who: Who, permission: Permission): boolean => (table[permission] as readonly Who[]).includes(who);

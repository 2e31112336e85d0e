import { adminOperations } from "./admin";
import { analyticsOperations } from "./analytics";
import { authOperations } from "./auth";
import { bookingsOperations } from "./bookings";
import { campaignsOperations } from "./campaigns";
import { conversationsOperations } from "./conversations";
import { customersOperations } from "./customers";
import { devOperations } from "./dev";
import { expensesOperations } from "./expenses";
import { galleryOperations } from "./gallery";
import { houseOperations } from "./house";
import { importsOperations } from "./imports";
import { machinesOperations } from "./machines";
import type { Operation } from "./operation";
import { paymentsOperations } from "./payments";
import { payrollOperations } from "./payroll";
import { portalOperations } from "./portal";
import { publicOperations } from "./public";
import { reviewsOperations } from "./reviews";
import { rewardsOperations } from "./rewards";
import { servicesOperations } from "./services";
import { settingsOperations } from "./settings";
import { staffOperations } from "./staff";
import { stockOperations } from "./stock";
import { tillOperations } from "./till";
import { visitsOperations } from "./visits";
import { waitingOperations } from "./waiting";

export type Noun = { name: string; title: string; says: string; operations: readonly Operation[] };

/** Every method of every route, by what it is about. */
export const nouns: readonly Noun[] = [
  {
    name: "public",
    title: "Online booking",
    says: "What anybody may ask of a business that takes bookings.",
    operations: publicOperations,
  },
  {
    name: "portal",
    title: "Customers themselves",
    says: "For whoever entered with phone and code, or holds a booking's link.",
    operations: portalOperations,
  },
  {
    name: "bookings",
    title: "Bookings",
    says: "What was promised, and the times that are free.",
    operations: bookingsOperations,
  },
  {
    name: "waiting",
    title: "Queue and waitlist",
    says: "Who is here without a booking, and who waits for a time.",
    operations: waitingOperations,
  },
  { name: "visits", title: "Visits", says: "What happened.", operations: visitsOperations },
  {
    name: "customers",
    title: "Customers",
    says: "Who is served, and what is known of them.",
    operations: customersOperations,
  },
  { name: "services", title: "Services", says: "What is sold by the visit.", operations: servicesOperations },
  { name: "staff", title: "Staff", says: "Who serves, when, and when they are away.", operations: staffOperations },
  { name: "till", title: "Till", says: "What was sold, and the drawer.", operations: tillOperations },
  {
    name: "payments",
    title: "Payments",
    says: "What was asked for, paid and given back.",
    operations: paymentsOperations,
  },
  {
    name: "expenses",
    title: "Expenses and profit",
    says: "What was spent, and what is left.",
    operations: expensesOperations,
  },
  {
    name: "analytics",
    title: "Reports",
    says: "How the house does: money, customers, bookings, and what came of messages.",
    operations: analyticsOperations,
  },
  { name: "payroll", title: "Payroll", says: "What people earned.", operations: payrollOperations },
  { name: "stock", title: "Stock", says: "What is on the shelf.", operations: stockOperations },
  { name: "rewards", title: "Rewards", says: "Points, and what there is for them.", operations: rewardsOperations },
  { name: "reviews", title: "Reviews", says: "What was said of visits.", operations: reviewsOperations },
  { name: "gallery", title: "Gallery", says: "Pictures of the work.", operations: galleryOperations },
  {
    name: "conversations",
    title: "Messages",
    says: "Talks with customers, enquiries, and what left the house.",
    operations: conversationsOperations,
  },
  { name: "campaigns", title: "Campaigns", says: "Writing to groups of customers.", operations: campaignsOperations },
  {
    name: "imports",
    title: "Lists from elsewhere",
    says: "Reading in what another system knew.",
    operations: importsOperations,
  },
  {
    name: "settings",
    title: "Settings",
    says: "Hours, rules and how customers are written to.",
    operations: settingsOperations,
  },
  {
    name: "house",
    title: "The business",
    says: "Its people, its log, its subscription, and what happens in it.",
    operations: houseOperations,
  },
  { name: "auth", title: "Logins", says: "Signing in, and one's own login.", operations: authOperations },
  { name: "admin", title: "Platform", says: "For those who run the installation.", operations: adminOperations },
  {
    name: "machines",
    title: "Between machines",
    says: "What other systems call, and what says whether we are well.",
    operations: machinesOperations,
  },
  { name: "dev", title: "Try-out", says: "There only where nothing is real.", operations: devOperations },
];

export const operations: readonly Operation[] = nouns.flatMap((noun) => noun.operations);

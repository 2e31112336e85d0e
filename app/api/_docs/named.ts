import type { z } from "zod";
import * as admin from "@/lib/admin/answers";
import * as analytics from "@/lib/analytics/answers";
import * as reports from "@/lib/analytics/report-answers";
import * as auth from "@/lib/auth/answers";
import * as bookings from "@/lib/bookings/answers";
import * as campaigns from "@/lib/campaigns/answers";
import * as conversations from "@/lib/conversations/answers";
import * as customers from "@/lib/customers/answers";
import * as enquiries from "@/lib/enquiries/answers";
import * as expenses from "@/lib/expenses/answers";
import * as gallery from "@/lib/gallery/answers";
import * as hours from "@/lib/hours/answers";
import * as imports from "@/lib/imports/answers";
import * as inventory from "@/lib/inventory/answers";
import * as members from "@/lib/members/answers";
import * as notifications from "@/lib/notifications/answers";
import * as payments from "@/lib/payments/answers";
import * as payroll from "@/lib/payroll/answers";
import * as records from "@/lib/records/answers";
import * as resources from "@/lib/resources/answers";
import * as reviews from "@/lib/reviews/answers";
import * as rewards from "@/lib/rewards/answers";
import * as services from "@/lib/services/answers";
import * as setup from "@/lib/setup/answers";
import * as staff from "@/lib/staff/answers";
import * as subscriptions from "@/lib/subscriptions/answers";
import * as tenancy from "@/lib/tenancy/answers";
import * as till from "@/lib/till/answers";
import * as visits from "@/lib/visits/answers";
import * as waitlist from "@/lib/waitlist/answers";

/** Shapes that many answers share, each once under a name of its own. */
export const named: ReadonlyMap<z.ZodType, string> = new Map(
  [
    admin,
    analytics,
    auth,
    bookings,
    campaigns,
    conversations,
    customers,
    enquiries,
    expenses,
    gallery,
    hours,
    imports,
    inventory,
    members,
    notifications,
    payments,
    payroll,
    records,
    reports,
    resources,
    reviews,
    rewards,
    services,
    setup,
    staff,
    subscriptions,
    tenancy,
    till,
    visits,
    waitlist,
  ].flatMap((answers) => Object.entries(answers).map(([name, shape]): [z.ZodType, string] => [shape, nameOf(name)])),
);

/** `bookingItemAnswer` → `BookingItem`. */
function nameOf(name: string): string {
  const bare = name.replace(/Answer$/, "");
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

import { z } from "zod";
import { statuses } from "@/lib/bookings/rules";
import { answerOf } from "@/lib/platform/wire";
import type { Health } from "./get-health";
import type { TenantFile } from "./get-tenant";
import type { Outgoing, OutgoingPage } from "./list-outgoing";
import type { TenantBooking, TenantBookingPage } from "./list-tenant-bookings";
import type { TenantCustomer, TenantCustomerPage } from "./list-tenant-customers";
import type { TenantService } from "./list-tenant-services";
import type { TenantLine, TenantPage } from "./list-tenants";
import type { TestimonialItem } from "./list-testimonials";
import type { StuckTold } from "./stuck-words";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const tenantLineAnswer = answerOf<TenantLine>()(
  z.strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    businessType: z.string(),
    city: z.string(),
    phone: z.string(),
    email: z.string().nullable(),
    status: z.enum(["active", "pending", "suspended", "rejected"]),
    createdAt: z.string(),
    customers: z.number(),
    bookings: z.number(),
  }),
);

export const tenantPageAnswer = answerOf<TenantPage>()(
  z.strictObject({
    items: z.array(tenantLineAnswer),
    nextCursor: z.string().nullable(),
    counts: z.strictObject({ active: z.number(), pending: z.number(), suspended: z.number(), rejected: z.number() }),
  }),
);

export const tenantFileAnswer = answerOf<TenantFile>()(
  z.strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    businessType: z.string(),
    city: z.string(),
    phone: z.string(),
    email: z.string().nullable(),
    status: z.enum(["active", "pending", "suspended", "rejected"]),
    createdAt: z.string(),
    timeZone: z.string(),
    statusReason: z.string(),
    decidedAt: z.string().nullable(),
    closesAt: z.string().nullable(),
    termsVersion: z.string().nullable(),
    termsAcceptedAt: z.string().nullable(),
    counts: z.strictObject({
      staff: z.number(),
      services: z.number(),
      customers: z.number(),
      bookings: z.number(),
      upcoming: z.number(),
      enquiries: z.number(),
      messages: z.number(),
    }),
    members: z.array(
      z.strictObject({
        userId: z.string(),
        name: z.string(),
        reach: z.string(),
        role: z.enum(["owner", "manager", "front_desk", "staff"]),
      }),
    ),
    history: z.array(
      z.strictObject({
        id: z.string(),
        at: z.string(),
        action: z.string(),
        by: z.string(),
        status: z.string(),
        reason: z.string(),
      }),
    ),
  }),
);

export const testimonialItemAnswer = answerOf<TestimonialItem>()(
  z.strictObject({
    tenantId: z.string(),
    business: z.string(),
    city: z.string(),
    rating: z.number(),
    words: z.string(),
    status: z.enum(["waiting", "approved", "declined"]),
    at: z.string(),
  }),
);

export const tenantBookingAnswer = answerOf<TenantBooking>()(
  z.strictObject({
    id: z.string(),
    reference: z.string(),
    status: z.enum(statuses),
    startsAt: z.string(),
    timeZone: z.string(),
    services: z.string(),
    customer: z.string(),
    totalMinor: z.number(),
    currency: z.string(),
  }),
);

export const tenantBookingPageAnswer = answerOf<TenantBookingPage>()(
  z.strictObject({ items: z.array(tenantBookingAnswer), nextCursor: z.string().nullable() }),
);

export const tenantCustomerAnswer = answerOf<TenantCustomer>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    since: z.string(),
    visits: z.number(),
    lastVisitAt: z.string().nullable(),
  }),
);

export const tenantCustomerPageAnswer = answerOf<TenantCustomerPage>()(
  z.strictObject({ items: z.array(tenantCustomerAnswer), nextCursor: z.string().nullable() }),
);

export const tenantServiceAnswer = answerOf<TenantService>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    category: z.string(),
    durationMinutes: z.number(),
    priceMinor: z.number(),
    currency: z.string(),
    offered: z.boolean(),
  }),
);

export const outgoingAnswer = answerOf<Outgoing>()(
  z.strictObject({
    id: z.string(),
    tenantId: z.string(),
    business: z.string(),
    channel: z.enum(["sms", "email", "push"]),
    to: z.string().nullable(),
    template: z.string(),
    status: z.enum(["queued", "sending", "sent", "delivered", "failed"]),
    failure: z.string(),
    tries: z.number(),
    at: z.string(),
  }),
);

export const outgoingPageAnswer = answerOf<OutgoingPage>()(
  z.strictObject({
    items: z.array(outgoingAnswer),
    nextCursor: z.string().nullable(),
    day: z.strictObject({ waiting: z.number(), sent: z.number(), failed: z.number() }),
  }),
);

export const stuckAnswer = answerOf<StuckTold>()(
  z.strictObject({
    id: z.string(),
    tenantId: z.string().nullable(),
    slug: z.string().nullable(),
    since: z.string(),
    tries: z.number(),
    what: z.string(),
    why: z.string(),
  }),
);

export const healthAnswer = answerOf<Health>()(
  z.strictObject({
    at: z.string(),
    database: z.strictObject({
      answeredMs: z.number(),
      sizeBytes: z.number(),
      connections: z.number(),
      mostConnections: z.number(),
      version: z.string(),
    }),
    log: z.strictObject({ events: z.number(), behind: z.number() }),
    work: z.strictObject({
      waiting: z.number(),
      running: z.number(),
      failing: z.number(),
      given_up: z.number(),
      overdue: z.number(),
      workers: z.array(z.string()),
    }),
  }),
);

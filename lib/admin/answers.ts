import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { TenantFile } from "./get-tenant";
import type { TenantItem, TenantPage } from "./list-tenants";
import type { TestimonialItem } from "./list-testimonials";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const tenantItemAnswer = answerOf<TenantItem>()(
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
  }),
);

export const tenantPageAnswer = answerOf<TenantPage>()(
  z.strictObject({
    items: z.array(tenantItemAnswer),
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
    termsVersion: z.string().nullable(),
    termsAcceptedAt: z.string().nullable(),
    counts: z.strictObject({
      staff: z.number(),
      services: z.number(),
      customers: z.number(),
      bookings: z.number(),
      upcoming: z.number(),
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

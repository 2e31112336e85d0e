import { z } from "zod";
import { tenantFileAnswer, tenantPageAnswer, testimonialItemAnswer } from "@/lib/admin/answers";
import { decideInput, listTenantsInput } from "@/lib/admin/input";
import { enquiryAnswer, enquiryListAnswer } from "@/lib/enquiries/answers";
import { enquiriesQuery, enquiryChange } from "@/lib/enquiries/input";
import { notificationPageAnswer } from "@/lib/notifications/answers";
import { notificationQuery } from "@/lib/notifications/input";
import { decideTestimonialInput } from "@/lib/reviews/input";
import { subscriptionPageAnswer } from "@/lib/subscriptions/answers";
import { helpInput, planFacts, planInput, subscriptionsQuery } from "@/lib/subscriptions/input";
import { admin, type Operation, stream } from "./operation";

export const adminOperations: readonly Operation[] = [
  {
    id: "listAdminEnquiries",
    method: "GET",
    path: "/api/admin/enquiries",
    who: admin("platform.enquiries"),
    says: "What is asked of the platform itself.",
    query: enquiriesQuery,
    answers: { 200: enquiryListAnswer },
  },
  {
    id: "getAdminEnquiry",
    method: "GET",
    path: "/api/admin/enquiries/[id]",
    who: admin("platform.enquiries"),
    says: "Get admin enquiry.",
    answers: { 200: enquiryAnswer },
  },
  {
    id: "changeAdminEnquiry",
    method: "PUT",
    path: "/api/admin/enquiries/[id]",
    who: admin("platform.enquiries"),
    says: "Read, answered, deleted, or put back.",
    body: enquiryChange,
    answers: { 200: z.strictObject({ id: z.string() }) },
  },
  {
    id: "listAdminNotifications",
    method: "GET",
    path: "/api/admin/notifications",
    who: admin("tenants.decide"),
    says: "List admin notifications.",
    query: notificationQuery,
    answers: { 200: notificationPageAnswer },
  },
  {
    id: "listAllPlans",
    method: "GET",
    path: "/api/admin/plans",
    who: admin("platform.plans"),
    says: "What the platform sells.",
    answers: {
      200: z.strictObject({
        items: z.array(
          z.strictObject({
            id: z.string(),
            name: z.string(),
            about: z.string(),
            monthlyMinor: z.number(),
            yearlyMinor: z.number(),
            currency: z.string(),
            members: z.number().nullable(),
            activeCustomers: z.number().nullable(),
            messages: z.number().nullable(),
            offered: z.boolean(),
            tried: z.boolean(),
            position: z.number(),
            createdAt: z.iso.datetime(),
          }),
        ),
      }),
    },
  },
  {
    id: "addPlan",
    method: "POST",
    path: "/api/admin/plans",
    who: admin("platform.plans"),
    says: "Add plan.",
    body: planInput,
    answers: { 201: z.strictObject({ id: z.string() }) },
  },
  {
    id: "changePlan",
    method: "PUT",
    path: "/api/admin/plans/[id]",
    who: admin("platform.plans"),
    says: "All of what a plan is, but for its short name.",
    body: planFacts,
    answers: { 200: z.strictObject({ id: z.string() }) },
  },
  {
    id: "openAdminStream",
    method: "GET",
    path: "/api/admin/stream",
    who: admin("tenants.decide"),
    says: "What happens to the platform itself, for its admins.",
    answers: { 200: stream },
  },
  {
    id: "listSubscriptions",
    method: "GET",
    path: "/api/admin/subscriptions",
    who: admin("platform.plans"),
    says: "Every business with what it has with the platform.",
    query: subscriptionsQuery,
    answers: { 200: subscriptionPageAnswer },
  },
  {
    id: "helpSubscription",
    method: "PATCH",
    path: "/api/admin/subscriptions/[id]",
    who: admin("platform.plans"),
    says: "Days are given to a business, or an invoice of it was paid otherwise.",
    body: helpInput,
    answers: { 200: z.unknown() },
  },
  {
    id: "listTenants",
    method: "GET",
    path: "/api/admin/tenants",
    who: admin("tenants.decide"),
    says: "List tenants.",
    query: listTenantsInput,
    answers: { 200: tenantPageAnswer },
  },
  {
    id: "getTenant",
    method: "GET",
    path: "/api/admin/tenants/[id]",
    who: admin("tenants.decide"),
    says: "Get tenant.",
    answers: { 200: tenantFileAnswer },
  },
  {
    id: "decideTenant",
    method: "POST",
    path: "/api/admin/tenants/[id]/[decision]",
    who: admin("tenants.decide"),
    says: "approve, reject, suspend or reactivate.",
    body: decideInput,
    answers: { 200: z.strictObject({ status: z.enum(["active", "pending", "suspended", "rejected"]) }) },
  },
  {
    id: "listTestimonials",
    method: "GET",
    path: "/api/admin/testimonials",
    who: admin("platform.testimonials"),
    says: "What businesses say of the platform.",
    answers: { 200: z.strictObject({ items: z.array(testimonialItemAnswer) }) },
  },
  {
    id: "decideTestimonial",
    method: "PUT",
    path: "/api/admin/testimonials/[id]",
    who: admin("platform.testimonials"),
    says: "Whether the front page shows what this business says.",
    body: decideTestimonialInput,
    answers: { 200: z.strictObject({ status: z.enum(["waiting", "approved", "declined"]) }) },
  },
];

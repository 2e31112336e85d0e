import { z } from "zod";
import {
  customerFileAnswer,
  customerPageAnswer,
  foundCustomerAnswer,
  groupsAnswer,
  timelinePageAnswer,
  topCustomersAnswer,
} from "@/lib/customers/answers";
import { addChildInput, addCustomerInput, changeCustomerInput } from "@/lib/customers/file-input";
import { matchesQuery, noteCustomerInput } from "@/lib/customers/input";
import { customersQuery, exportCustomersInput, topQuery } from "@/lib/customers/segment-input";
import { timelineQuery } from "@/lib/customers/timeline-input";
import { customerPrivacyAnswer, duplicatesAnswer, mergePreviewAnswer } from "@/lib/records/answers";
import { duplicatesQuery, exportQuery, mergeQuery } from "@/lib/records/input";
import { pointsPageAnswer } from "@/lib/rewards/answers";
import { pointsQuery } from "@/lib/rewards/input";
import { csv, member, nothing, type Operation, picture, pictures } from "./operation";

export const customersOperations: readonly Operation[] = [
  {
    id: "listCustomers",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customers",
    who: member("customers.see"),
    says: "Everybody the house knows, by name; narrowed by a piece of name, number or tag, by status, tag and segment.",
    query: customersQuery,
    answers: { 200: customerPageAnswer },
  },
  {
    id: "addByHand",
    method: "POST",
    path: "/api/dashboard/[tenantId]/customers",
    who: member("customers.manage"),
    says: "Somebody new in the books.",
    body: addCustomerInput,
    answers: { 201: z.strictObject({ id: z.string() }) },
  },
  {
    id: "getCustomer",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customers/[id]",
    who: member("customers.see"),
    says: "One customer, as the desk knows them.",
    answers: { 200: customerFileAnswer },
  },
  {
    id: "changeCustomer",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/customers/[id]",
    who: member("customers.manage"),
    says: "Their name, number and what else the desk keeps of them.",
    body: changeCustomerInput,
    answers: { 200: z.strictObject({ id: z.string() }) },
  },
  {
    id: "noteCustomer",
    method: "PATCH",
    path: "/api/dashboard/[tenantId]/customers/[id]",
    who: member("customers.note"),
    says: "Their allergies, and what else is known of them.",
    body: noteCustomerInput,
    answers: { 200: z.strictObject({ allergies: z.string(), notes: z.string() }) },
  },
  {
    id: "addChild",
    method: "POST",
    path: "/api/dashboard/[tenantId]/customers/[id]/children",
    who: member("customers.manage"),
    says: "Somebody without a number of their own, for whom they book and pay.",
    body: addChildInput,
    answers: { 201: z.strictObject({ id: z.string() }) },
  },
  {
    id: "exportCustomer",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customers/[id]/export",
    who: member("customers.export"),
    says: "Everything held of a customer; that it was taken out is written down.",
    query: exportQuery,
    answers: { 200: { file: ["application/json", "text/csv"], says: "All that is held of them." } },
  },
  {
    id: "previewMerge",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customers/[id]/merge",
    who: member("customers.merge"),
    says: "Two customers side by side, and what would go from the second to the first.",
    query: mergeQuery,
    answers: { 200: mergePreviewAnswer },
  },
  {
    id: "getCustomerPhoto",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customers/[id]/photo",
    who: member("customers.see"),
    says: "The picture of a customer.",
    answers: { 200: picture },
  },
  {
    id: "setCustomerPhoto",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/customers/[id]/photo",
    who: member("customers.manage"),
    says: "A picture of a customer, instead of the one of before.",
    bytes: pictures,
    answers: { 200: z.strictObject({ version: z.string() }) },
  },
  {
    id: "removeCustomerPhoto",
    method: "DELETE",
    path: "/api/dashboard/[tenantId]/customers/[id]/photo",
    who: member("customers.manage"),
    says: "Takes away the picture of a customer.",
    answers: { 200: nothing },
  },
  {
    id: "listPoints",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customers/[id]/points",
    who: member("rewards.see"),
    says: "What a customer has, and how it came and went.",
    query: pointsQuery,
    answers: {
      200: z.strictObject({
        standing: z.strictObject({
          points: z.number(),
          visits: z.number(),
          runsOut: z.strictObject({ at: z.string(), points: z.number() }).nullable(),
        }),
        history: pointsPageAnswer,
      }),
    },
  },
  {
    id: "getPortalDetails",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customers/[id]/portal-details",
    who: member("customers.see"),
    says: "Somebody's file with what they have had done and what happened lately, for who reads it whole.",
    answers: {
      200: z.strictObject({
        customer: customerFileAnswer,
        services: z
          .array(
            z.strictObject({
              serviceId: z.string(),
              service: z.string(),
              times: z.number(),
              last: z.string(),
              staffNames: z.array(z.string()),
            }),
          )
          .nullable(),
        timeline: timelinePageAnswer.nullable(),
      }),
    },
  },
  {
    id: "getPrivacy",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customers/[id]/privacy",
    who: member("customers.consent"),
    says: "What a customer allowed, when and where.",
    answers: { 200: customerPrivacyAnswer },
  },
  {
    id: "getServiceHistory",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customers/[id]/service-history",
    who: member("customers.see"),
    says: "What they have had done, how often, and by whom.",
    answers: {
      200: z.strictObject({
        services: z.array(
          z.strictObject({
            serviceId: z.string(),
            service: z.string(),
            times: z.number(),
            last: z.string(),
            staffNames: z.array(z.string()),
          }),
        ),
      }),
    },
  },
  {
    id: "getTimeline",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customers/[id]/timeline",
    who: member("customers.see"),
    says: "What happened with them, latest first.",
    query: timelineQuery,
    answers: { 200: timelinePageAnswer },
  },
  {
    id: "findDuplicates",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customers/duplicates",
    who: member("customers.merge"),
    says: "Customers who are likely to be in the books twice, and who was made one lately.",
    query: duplicatesQuery,
    answers: { 200: duplicatesAnswer },
  },
  {
    id: "exportCustomers",
    method: "POST",
    path: "/api/dashboard/[tenantId]/customers/export",
    who: member("customers.export"),
    says: "What the filters show, as a file: many people's numbers at once, so whoever asks has just shown who they are, and it is written down what left the house. That is why it is a POST.",
    body: exportCustomersInput,
    answers: { 200: csv },
  },
  {
    id: "findCustomers",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customers/matches",
    who: member("bookings.place"),
    says: "For whoever books for somebody: customers by name, or by the digits of their phone.",
    query: matchesQuery,
    answers: { 200: z.strictObject({ items: z.array(foundCustomerAnswer) }) },
  },
  {
    id: "listSegments",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customers/segments",
    who: member("customers.manage"),
    says: "Ours and the house's own, each with how many are in it now.",
    answers: { 200: groupsAnswer },
  },
  {
    id: "topCustomers",
    method: "GET",
    path: "/api/dashboard/[tenantId]/top-customers",
    who: member("customers.manage"),
    says: "Who comes most, pays most, or is about to stay away.",
    query: topQuery,
    answers: { 200: topCustomersAnswer },
  },
];

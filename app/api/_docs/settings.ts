import { z } from "zod";
import { apiKeyListAnswer } from "@/lib/auth/answers";
import { housePolicyAnswer } from "@/lib/bookings/answers";
import { cancellationInput } from "@/lib/bookings/input";
import { policyInput } from "@/lib/bookings/policy-input";
import { logoAnswer } from "@/lib/gallery/answers";
import { openingAnswer } from "@/lib/hours/answers";
import { clearDayAtInput, dayAtInput, holidayAtInput, holidaysInput } from "@/lib/hours/input";
import { houseMessagesAnswer, integrationsAnswer, messageSettingsAnswer } from "@/lib/notifications/answers";
import { messageSettingsInput, testMessageInput } from "@/lib/notifications/input";
import { mpesaSettingsAnswer } from "@/lib/payments/answers";
import { resourceListAnswer } from "@/lib/resources/answers";
import { addResourceInput, changeResourceInput } from "@/lib/resources/input";
import { hoursInput } from "@/lib/staff/input";
import { privacyNoticeAnswer } from "@/lib/tenancy/answers";
import { member, nothing, type Operation, pictures } from "./operation";

export const settingsOperations: readonly Operation[] = [
  {
    id: "getCancellation",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/cancellation",
    who: member("settings.see"),
    says: "What cancelling late or not coming costs.",
    answers: {
      200: z.strictObject({
        cancellation: z
          .strictObject({
            freeHours: z.number(),
            late: z
              .union([
                z.strictObject({ kind: z.literal("percent"), percent: z.number() }),
                z.strictObject({ kind: z.literal("fixed"), amountMinor: z.number() }),
              ])
              .optional(),
            noShow: z
              .union([
                z.strictObject({ kind: z.literal("percent"), percent: z.number() }),
                z.strictObject({ kind: z.literal("fixed"), amountMinor: z.number() }),
              ])
              .optional(),
          })
          .nullable(),
      }),
    },
  },
  {
    id: "setCancellation",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/settings/cancellation",
    who: member("settings.manage"),
    says: "For those who book from now on: what is booked keeps what was accepted with it.",
    body: cancellationInput,
    answers: {
      200: z.strictObject({
        cancellation: z
          .strictObject({
            freeHours: z.number(),
            late: z
              .union([
                z.strictObject({ kind: z.literal("percent"), percent: z.number() }),
                z.strictObject({ kind: z.literal("fixed"), amountMinor: z.number() }),
              ])
              .optional(),
            noShow: z
              .union([
                z.strictObject({ kind: z.literal("percent"), percent: z.number() }),
                z.strictObject({ kind: z.literal("fixed"), amountMinor: z.number() }),
              ])
              .optional(),
          })
          .nullable(),
      }),
    },
  },
  {
    id: "setDay",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/settings/days/[date]",
    who: member("settings.manage"),
    says: "Open otherwise on this date, or shut.",
    body: dayAtInput,
    answers: { 200: nothing },
  },
  {
    id: "clearDay",
    method: "DELETE",
    path: "/api/dashboard/[tenantId]/settings/days/[date]",
    who: member("settings.manage"),
    says: "Like any other of its weekday.",
    body: clearDayAtInput,
    answers: { 200: nothing },
  },
  {
    id: "setHolidays",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/settings/holidays",
    who: member("settings.manage"),
    says: "All public holidays that nothing else is said about.",
    body: holidaysInput,
    answers: { 200: nothing },
  },
  {
    id: "setHoliday",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/settings/holidays/[date]",
    who: member("settings.manage"),
    says: "One public holiday, of the calendar or announced just now: open or shut.",
    body: holidayAtInput,
    answers: { 200: nothing },
  },
  {
    id: "getOpening",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/hours",
    who: member("settings.see"),
    says: "The week, dates unlike it and public holidays.",
    answers: { 200: openingAnswer },
  },
  {
    id: "setBusinessHours",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/settings/hours",
    who: member("settings.manage"),
    says: "The whole week at once.",
    body: hoursInput,
    answers: { 200: nothing },
  },
  {
    id: "getIntegrations",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/integrations",
    who: member("settings.manage"),
    says: "Get integrations.",
    answers: { 200: integrationsAnswer },
  },
  {
    id: "sendTest",
    method: "POST",
    path: "/api/dashboard/[tenantId]/settings/integrations",
    who: member("settings.manage"),
    says: "A test message to an address or number; what becomes of it stands in the answer to GET.",
    body: testMessageInput,
    answers: { 201: z.strictObject({ id: z.string() }) },
  },
  {
    id: "getLogo",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/logo",
    who: member("settings.see"),
    says: "Its version: the sign itself is for everybody, at the public address.",
    answers: { 200: logoAnswer },
  },
  {
    id: "setLogo",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/settings/logo",
    who: member("gallery.manage"),
    says: "Set logo.",
    bytes: pictures,
    answers: { 200: z.strictObject({ version: z.string() }) },
  },
  {
    id: "removeLogo",
    method: "DELETE",
    path: "/api/dashboard/[tenantId]/settings/logo",
    who: member("gallery.manage"),
    says: "Remove logo.",
    answers: { 200: nothing },
  },
  {
    id: "getHouseMessages",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/messages",
    who: member("settings.see"),
    says: "Get house messages.",
    answers: { 200: houseMessagesAnswer },
  },
  {
    id: "setMessageSettings",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/settings/messages",
    who: member("settings.manage"),
    says: "How the business writes to its customers: in whose name, when not, what of, and when it reminds.",
    body: messageSettingsInput,
    answers: { 200: messageSettingsAnswer },
  },
  {
    id: "getMpesaSettings",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/mpesa",
    who: member("payments.manage"),
    says: "Get mpesa settings.",
    answers: { 200: mpesaSettingsAnswer },
  },
  {
    id: "getPolicy",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/policy",
    who: member("settings.see"),
    says: "Get policy.",
    answers: { 200: housePolicyAnswer },
  },
  {
    id: "setPolicy",
    method: "PATCH",
    path: "/api/dashboard/[tenantId]/settings/policy",
    who: member("settings.manage"),
    says: "Any of the rules; what is not named stays.",
    body: policyInput,
    answers: { 200: nothing },
  },
  {
    id: "getPrivacyNotice",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/privacy",
    who: member("settings.see"),
    says: "What customers are told of what the house does with their data.",
    answers: { 200: privacyNoticeAnswer },
  },
  {
    id: "listResources",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/resources",
    who: member("settings.see"),
    says: "List resources.",
    answers: { 200: resourceListAnswer },
  },
  {
    id: "addResource",
    method: "POST",
    path: "/api/dashboard/[tenantId]/settings/resources",
    who: member("settings.manage"),
    says: "Add resource.",
    body: addResourceInput,
    answers: { 201: z.strictObject({ id: z.string() }) },
  },
  {
    id: "changeResource",
    method: "PATCH",
    path: "/api/dashboard/[tenantId]/settings/resources/[resourceId]",
    who: member("settings.manage"),
    says: "Change resource.",
    body: changeResourceInput,
    answers: { 200: nothing },
  },
  {
    id: "listApiKeys",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/api-keys",
    who: member("api_keys.manage"),
    says: "The keys that programs act with; no secret is among what is told.",
    answers: { 200: apiKeyListAnswer },
  },
];

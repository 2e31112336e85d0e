import { z } from "zod";
import { apiKeyListAnswer } from "@/lib/auth/answers";
import { cancellationTermsAnswer, housePolicyAnswer, policyPreviewAnswer } from "@/lib/bookings/answers";
import { cancellationInput } from "@/lib/bookings/input";
import { policyInput, policyPreviewQuery } from "@/lib/bookings/policy-input";
import { logoAnswer } from "@/lib/gallery/answers";
import { posterQuery } from "@/lib/gallery/input";
import { openingAnswer } from "@/lib/hours/answers";
import { clearDayAtInput, dayAtInput, holidayAtInput, holidaysInput } from "@/lib/hours/input";
import { houseMessagesAnswer, integrationsAnswer, messageSettingsAnswer } from "@/lib/notifications/answers";
import { messageSettingsInput, testMessageInput } from "@/lib/notifications/input";
import { mpesaSettingsAnswer } from "@/lib/payments/answers";
import { resourceListAnswer } from "@/lib/resources/answers";
import { addResourceInput, changeResourceInput } from "@/lib/resources/input";
import { setupAnswer } from "@/lib/setup/answers";
import { sayStepInput } from "@/lib/setup/input";
import { hoursInput } from "@/lib/staff/input";
import { businessSettingsAnswer, privacyNoticeAnswer } from "@/lib/tenancy/answers";
import { changeBusinessInput } from "@/lib/tenancy/change-input";
import { member, nothing, type Operation, pdf, pictures } from "./operation";

export const settingsOperations: readonly Operation[] = [
  {
    id: "getSettings",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings",
    who: member("settings.see"),
    says: "What the business says of itself, its address and its colour.",
    answers: { 200: businessSettingsAnswer },
  },
  {
    id: "changeBusiness",
    method: "PATCH",
    path: "/api/dashboard/[tenantId]/settings",
    who: member("settings.manage"),
    says: "Any of what the business says of itself; what is not named stays.",
    body: changeBusinessInput,
    answers: { 200: z.strictObject({ slug: z.string() }) },
  },
  {
    id: "getPoster",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/poster",
    who: member("settings.see"),
    says: "The code of the booking page as a sheet for the wall.",
    query: posterQuery,
    answers: { 200: pdf },
  },
  {
    id: "getSetup",
    method: "GET",
    path: "/api/dashboard/[tenantId]/setup",
    who: member("settings.manage"),
    says: "How far a new business has come.",
    answers: { 200: setupAnswer },
  },
  {
    id: "sayStep",
    method: "POST",
    path: "/api/dashboard/[tenantId]/setup",
    who: member("settings.manage"),
    says: "That a first step is right as it is; or that the list of them is put away, or wanted again.",
    body: sayStepInput,
    answers: { 200: nothing },
  },
  {
    id: "getCancellation",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/cancellation",
    who: member("settings.see"),
    says: "What cancelling late or not coming costs.",
    answers: {
      200: z.strictObject({
        cancellation: cancellationTermsAnswer.nullable(),
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
        cancellation: cancellationTermsAnswer.nullable(),
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
    says: "What takes the messages of the house out and whether it works, and what it was tried with last.",
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
    says: "The bytes themselves, as the sign of the business.",
    bytes: pictures,
    answers: { 200: z.strictObject({ version: z.string() }) },
  },
  {
    id: "removeLogo",
    method: "DELETE",
    path: "/api/dashboard/[tenantId]/settings/logo",
    who: member("gallery.manage"),
    says: "Takes the sign away; the initials stand in its place.",
    answers: { 200: nothing },
  },
  {
    id: "getHouseMessages",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/messages",
    who: member("settings.see"),
    says: "How the business writes to its customers, and in whose name.",
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
    says: "How M-Pesa is set up; no secret is among what is told.",
    answers: { 200: mpesaSettingsAnswer },
  },
  {
    id: "getPolicy",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/policy",
    who: member("settings.see"),
    says: "The rules by which the house is booked.",
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
    id: "previewPolicy",
    method: "GET",
    path: "/api/dashboard/[tenantId]/settings/policy/preview",
    who: member("settings.see"),
    says: "What customers would be offered by these rules, given as JSON as PATCH takes them; nothing is changed.",
    query: policyPreviewQuery,
    answers: { 200: policyPreviewAnswer },
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
    says: "Chairs, rooms and machines in the house's order, those out of use last.",
    answers: { 200: resourceListAnswer },
  },
  {
    id: "addResource",
    method: "POST",
    path: "/api/dashboard/[tenantId]/settings/resources",
    who: member("settings.manage"),
    says: "A chair, a room or a machine more.",
    body: addResourceInput,
    answers: { 201: z.strictObject({ id: z.string() }) },
  },
  {
    id: "changeResource",
    method: "PATCH",
    path: "/api/dashboard/[tenantId]/settings/resources/[resourceId]",
    who: member("settings.manage"),
    says: "Any of what it is; what is not named stays.",
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

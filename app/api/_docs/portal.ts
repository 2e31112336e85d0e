import { z } from "zod";
import { customerSignupShape } from "@/lib/auth/input";
import { ownBookingsAnswer } from "@/lib/bookings/answers";
import { messageAnswer } from "@/lib/conversations/answers";
import { messageInput, readInput, threadQuery } from "@/lib/conversations/input";
import { ownChildAnswer, ownCustomerAnswer } from "@/lib/customers/answers";
import { exportQuery } from "@/lib/records/input";
import { openReviewAnswer } from "@/lib/reviews/answers";
import { ownReviewInput } from "@/lib/reviews/input";
import { walletAnswer } from "@/lib/rewards/answers";
import { claimInput } from "@/lib/rewards/input";
import { receiptSizes } from "@/lib/till/rules";
import { anyone, byLink, inPortal, nothing, type Operation, pdf, picture, pictures, stream } from "./operation";

export const portalOperations: readonly Operation[] = [
  {
    id: "enterPortal",
    method: "POST",
    path: "/api/auth/customer-signup",
    who: anyone,
    says: "Without a code one is sent (202, with its challenge); with both the caller is signed in as the phone's holder (200 and the portal's cookie).",
    body: customerSignupShape,
    answers: {
      200: z.strictObject({ phone: z.string() }),
      202: z.strictObject({ phone: z.string(), challenge: z.string() }),
    },
  },
  {
    id: "calendarEntry",
    method: "GET",
    path: "/b/[token]/calendar.ics",
    who: byLink,
    says: "The booking as a file for the customer's calendar.",
    answers: { 200: { file: ["text/calendar"], says: "One entry, in the language of whoever asks." } },
  },
  {
    id: "receiptFile",
    method: "GET",
    path: "/r/[token]/receipt.pdf",
    who: byLink,
    says: "The receipt as a file, as wide as the paper: 80 mm unless another size is asked for.",
    query: z.object({ size: z.enum(receiptSizes).optional() }),
    answers: { 200: pdf },
  },
  {
    id: "openBookingStream",
    method: "GET",
    path: "/api/b/[token]/stream",
    who: byLink,
    says: "Tells whoever holds the link of a booking that it changed, as it happens.",
    answers: { 200: stream },
  },
  {
    id: "ownBookings",
    method: "GET",
    path: "/api/portal/[slug]/bookings",
    who: inPortal,
    says: "What a customer and their children have to come, soonest first, and what they had, latest first. `token` opens the booking's own page, `/b/TOKEN`.",
    answers: { 200: ownBookingsAnswer },
  },
  {
    id: "ownChildren",
    method: "GET",
    path: "/api/portal/[slug]/children",
    who: inPortal,
    says: "The children for whom the customer books and pays, by name; those who were put away last.",
    answers: { 200: z.strictObject({ items: z.array(ownChildAnswer) }) },
  },
  {
    id: "ownThread",
    method: "GET",
    path: "/api/portal/[slug]/conversations",
    who: inPortal,
    says: "The customer's own conversation, read backwards by `before`. Before anybody has written there is nothing in it.",
    query: threadQuery,
    answers: {
      200: z.strictObject({
        lastSeq: z.number(),
        houseReadSeq: z.number(),
        customerReadSeq: z.number(),
        messages: z.array(messageAnswer),
        before: z.number().nullable(),
      }),
    },
  },
  {
    id: "writeToHouse",
    method: "POST",
    path: "/api/portal/[slug]/conversations",
    who: inPortal,
    says: "From whom it is comes from the session.",
    body: messageInput,
    answers: { 200: z.strictObject({ seq: z.number() }) },
  },
  {
    id: "customerHasRead",
    method: "PUT",
    path: "/api/portal/[slug]/conversations",
    who: inPortal,
    says: "The customer has read the conversation up to here.",
    body: readInput,
    answers: { 200: z.strictObject({ seq: z.number() }) },
  },
  {
    id: "getOwn",
    method: "GET",
    path: "/api/portal/[slug]/me",
    who: inPortal,
    says: "Who the customer is here: name, how they are reached, language and wishes.",
    answers: { 200: ownCustomerAnswer },
  },
  {
    id: "exportOwn",
    method: "GET",
    path: "/api/portal/[slug]/me/export",
    who: inPortal,
    says: "Everything this business holds of whoever asks, for themself.",
    query: exportQuery,
    answers: { 200: { file: ["application/json", "text/csv"], says: "All that is held of them." } },
  },
  {
    id: "getOwnPhoto",
    method: "GET",
    path: "/api/portal/[slug]/me/photo",
    who: inPortal,
    says: "The picture of the customer who asks.",
    answers: { 200: picture },
  },
  {
    id: "setOwnPhoto",
    method: "PUT",
    path: "/api/portal/[slug]/me/photo",
    who: inPortal,
    says: "The bytes themselves; what they are is read from them, not from a header.",
    bytes: pictures,
    answers: { 200: z.strictObject({ version: z.string() }) },
  },
  {
    id: "removeOwnPhoto",
    method: "DELETE",
    path: "/api/portal/[slug]/me/photo",
    who: inPortal,
    says: "Takes away the picture of the customer who asks.",
    answers: { 200: nothing },
  },
  {
    id: "ownReviews",
    method: "GET",
    path: "/api/portal/[slug]/reviews",
    who: inPortal,
    says: "Own visits with what was said of them, and those of which something may still be said.",
    answers: { 200: z.strictObject({ items: z.array(openReviewAnswer) }) },
  },
  {
    id: "writeOwnReview",
    method: "POST",
    path: "/api/portal/[slug]/reviews",
    who: inPortal,
    says: "What a customer says of a visit of their own.",
    body: ownReviewInput,
    answers: { 200: z.strictObject({ id: z.string() }) },
  },
  {
    id: "getWallet",
    method: "GET",
    path: "/api/portal/[slug]/rewards",
    who: inPortal,
    says: "All that a customer who entered with phone and code holds here.",
    answers: { 200: walletAnswer },
  },
  {
    id: "claimReward",
    method: "POST",
    path: "/api/portal/[slug]/rewards",
    who: inPortal,
    says: "They turn in points or visits for a code.",
    body: claimInput,
    answers: { 200: z.strictObject({ code: z.string(), expiresAt: z.string() }) },
  },
  {
    id: "openPortalStream",
    method: "GET",
    path: "/api/portal/[slug]/stream",
    who: inPortal,
    says: "What is the customer's own has changed; nothing else of the business, and no ids.",
    answers: { 200: stream },
  },
];

import { z } from "zod";
import { cancellationTermsAnswer, openDaysAnswer } from "@/lib/bookings/answers";
import { bookSlotInput, openSlotsInput } from "@/lib/bookings/input";
import { pictureQuery } from "@/lib/gallery/input";
import { publicReviewsAnswer } from "@/lib/reviews/answers";
import { publicReviewsQuery } from "@/lib/reviews/input";
import { anyone, type Operation, picture, stream } from "./operation";

export const publicOperations: readonly Operation[] = [
  {
    id: "getBusiness",
    method: "GET",
    path: "/api/public/[slug]",
    who: anyone,
    says: "What the business says of itself, and what it offers.",
    answers: {
      200: z.strictObject({
        tenant: z.strictObject({
          slug: z.string(),
          name: z.string(),
          businessType: z.string(),
          city: z.string(),
          phone: z.string(),
          timeZone: z.string(),
          currency: z.string(),
        }),
        cancellation: z.strictObject({
          terms: cancellationTermsAnswer.nullable(),
          seen: z.string(),
        }),
        services: z.array(
          z.strictObject({
            addons: z
              .array(z.strictObject({ id: z.string(), name: z.string(), minutes: z.number(), priceMinor: z.number() }))
              .optional(),
            id: z.string(),
            name: z.string(),
            durationMinutes: z.number(),
            priceMinor: z.number(),
            currency: z.string(),
          }),
        ),
        staff: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      }),
    },
  },
  {
    id: "listOpenSlots",
    method: "GET",
    path: "/api/public/[slug]/availability",
    who: anyone,
    says: "Times that can be booked for these services.",
    query: openSlotsInput,
    answers: { 200: openDaysAnswer },
  },
  {
    id: "bookOnline",
    method: "POST",
    path: "/api/public/[slug]/bookings",
    who: anyone,
    says: "A closed business still knows what it answered to a key before.",
    body: bookSlotInput,
    answers: {
      201: z.union([
        z.strictObject({
          id: z.string(),
          reference: z.string(),
          status: z.enum(["requested", "held", "confirmed"]),
          startsAt: z.string(),
          endsAt: z.string(),
        }),
        z.strictObject({
          deposit: z.strictObject({
            payUrl: z.string(),
            amountMinor: z.number(),
            currency: z.string(),
            expiresAt: z.string(),
          }),
          id: z.string(),
          reference: z.string(),
          status: z.enum(["requested", "held", "confirmed"]),
          startsAt: z.string(),
          endsAt: z.string(),
        }),
      ]),
    },
  },
  {
    id: "getPublicPicture",
    method: "GET",
    path: "/api/public/[slug]/gallery/[id]/picture",
    who: anyone,
    says: "What the business shows of its work; what is for the house alone is not there.",
    query: pictureQuery,
    answers: { 200: picture },
  },
  {
    id: "getPublicLogo",
    method: "GET",
    path: "/api/public/[slug]/logo",
    who: anyone,
    says: "The sign of a business; `?v=` names it, so it never has to be asked for twice. It stands on its pages while it is closed, too.",
    answers: { 200: picture },
  },
  {
    id: "publicReviews",
    method: "GET",
    path: "/api/public/[slug]/reviews",
    who: anyone,
    says: "What customers chose to say to everybody, the latest first.",
    query: publicReviewsQuery,
    answers: { 200: publicReviewsAnswer },
  },
  {
    id: "getPublicServicePhoto",
    method: "GET",
    path: "/api/public/[slug]/services/[serviceId]/photo",
    who: anyone,
    says: "What a service looks like; `?v=` names the picture, so it never has to be asked for twice.",
    answers: { 200: picture },
  },
  {
    id: "openPublicStream",
    method: "GET",
    path: "/api/public/[slug]/stream",
    who: anyone,
    says: "Tells whoever looks at the booking page that something changed, as it happens.",
    answers: { 200: stream },
  },
  {
    id: "searchTenants",
    method: "GET",
    path: "/api/public/tenants",
    who: anyone,
    says: "Businesses that take bookings, by a piece of their name.",
    query: z.object({ search: z.string().optional() }),
    answers: {
      200: z.strictObject({
        items: z.array(
          z.strictObject({ slug: z.string(), name: z.string(), businessType: z.string(), city: z.string() }),
        ),
      }),
    },
  },
  {
    id: "getDocument",
    method: "GET",
    path: "/api/openapi.json",
    who: anyone,
    says: "This very document.",
    answers: { 200: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }) },
  },
];

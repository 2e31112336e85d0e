import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { Review, ReviewAverages, ReviewList } from "./list-reviews";
import type { OpenReview } from "./open-review";
import type { PublicReview, PublicReviews } from "./public-reviews";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const reviewAnswer = answerOf<Review>()(
  z.strictObject({
    id: z.string(),
    rating: z.number(),
    words: z.string(),
    isPublic: z.boolean(),
    at: z.string(),
    changedAt: z.string().nullable(),
    customerName: z.string(),
    visitId: z.string(),
    visitAt: z.string(),
    services: z.array(z.string()),
    staffNames: z.array(z.string()),
    answer: z.string(),
    answeredBy: z.string().nullable(),
    hidden: z.strictObject({ reason: z.string(), by: z.string().nullable() }).nullable(),
  }),
);

export const reviewAveragesAnswer = answerOf<ReviewAverages>()(
  z.strictObject({
    count: z.number(),
    average: z.number().nullable(),
    unanswered: z.number(),
    byStars: z.array(z.number()),
    byMonth: z.array(z.strictObject({ month: z.string(), count: z.number(), average: z.number() })),
    byStaff: z.array(z.strictObject({ staffId: z.string(), name: z.string(), count: z.number(), average: z.number() })),
  }),
);

export const reviewListAnswer = answerOf<ReviewList>()(
  z.strictObject({
    reviews: z.array(reviewAnswer),
    nextCursor: z.string().nullable(),
    averages: reviewAveragesAnswer,
    position: z.string(),
  }),
);

export const openReviewAnswer = answerOf<OpenReview>()(
  z.strictObject({
    visitId: z.string(),
    house: z.string(),
    slug: z.string(),
    timeZone: z.string(),
    language: z.enum(["en", "sw"]),
    services: z.array(z.string()),
    staffNames: z.array(z.string()),
    at: z.string(),
    shortName: z.string(),
    until: z.string(),
    open: z.boolean(),
    said: z
      .strictObject({
        rating: z.number(),
        words: z.string(),
        isPublic: z.boolean(),
        answer: z.string(),
        hidden: z.boolean(),
      })
      .nullable(),
  }),
);

export const publicReviewAnswer = answerOf<PublicReview>()(
  z.strictObject({
    rating: z.number(),
    words: z.string(),
    hidden: z.boolean(),
    by: z.string(),
    at: z.string(),
    services: z.array(z.string()),
    answer: z.string(),
  }),
);

export const publicReviewsAnswer = answerOf<PublicReviews>()(
  z.strictObject({
    count: z.number(),
    average: z.number().nullable(),
    reviews: z.array(publicReviewAnswer),
    nextCursor: z.string().nullable(),
  }),
);

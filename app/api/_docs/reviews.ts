import { z } from "zod";
import { reviewAnswer, reviewListAnswer } from "@/lib/reviews/answers";
import { changeReviewInput, reviewsQuery } from "@/lib/reviews/input";
import { csv, member, type Operation } from "./operation";

export const reviewsOperations: readonly Operation[] = [
  {
    id: "listReviews",
    method: "GET",
    path: "/api/dashboard/[tenantId]/reviews",
    who: member("reviews.see"),
    says: "What customers said of their visits, page by page.",
    query: reviewsQuery,
    answers: { 200: reviewListAnswer },
  },
  {
    id: "getReview",
    method: "GET",
    path: "/api/dashboard/[tenantId]/reviews/[id]",
    who: member("reviews.see"),
    says: "One review, with what the house may see of it.",
    answers: { 200: reviewAnswer },
  },
  {
    id: "changeReview",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/reviews/[id]",
    who: member("reviews.answer"),
    says: "What the house may do to it: answer, keep abuse from the public, or show it again.",
    body: changeReviewInput,
    answers: { 200: z.strictObject({ id: z.string() }) },
  },
  {
    id: "exportReviews",
    method: "GET",
    path: "/api/dashboard/[tenantId]/reviews/export",
    who: member("reviews.answer"),
    says: "What a filter finds, as a file.",
    query: reviewsQuery,
    answers: { 200: csv },
  },
];

import { z } from "zod";
import { asked, day, id } from "@/lib/bookings/input";
import { timeCursor } from "@/lib/platform/time-cursor";
import { asTyped, typedText } from "@/lib/platform/typed-text";
import { mostTestimonial, mostWords } from "./rules";

const stars = z.preprocess(
  (given) => (typeof given === "string" && given !== "" ? Number(given) : given),
  z.int("choose from 1 to 5").min(1, "choose from 1 to 5").max(5, "choose from 1 to 5"),
);
const words = typedText(mostWords);
const said = (most: number) => typedText(most).refine((text) => text !== "", "say something");
const cursor = asked(timeCursor);

/** What its writer says of a visit; `isPublic`: for everybody to read. */
export const saidOfVisit = z.object({
  rating: stars,
  words: words.optional(),
  isPublic: z.boolean("is neither yes nor no").optional(),
});
export type SaidOfVisit = z.output<typeof saidOfVisit>;

export const ownReviewInput = saidOfVisit.extend({ visitId: id });

export const reviewsQuery = z.object({
  stars: asked(stars),
  answered: asked(z.enum(["no"], "is not a choice")),
  staffId: asked(id),
  /** Written on these days, both counted. */
  from: asked(day),
  to: asked(day),
  cursor,
});
export type ReviewsQuery = z.output<typeof reviewsQuery>;

export const publicReviewsQuery = z.object({ cursor });

/** Empty words take an answer away. */
export const answerInput = z.object({ reviewId: id, answer: words });
export const hideInput = z.object({ reviewId: id, reason: said(200) });
export const showInput = z.object({ reviewId: id });
/** The same with the review named by the address: one of them at a time. */
export const changeReviewInput = z.union([
  z.object({ answer: words }),
  z.object({ hiddenReason: said(200) }),
  z.object({ hidden: z.literal(false, "can only be no: say why with hiddenReason") }),
]);

export const testimonialInput = z.object({ rating: stars, words: said(mostTestimonial) });
export type TestimonialInput = z.output<typeof testimonialInput>;
/** `seen`: what it was decided on. */
export const decideTestimonialInput = z.object({
  decision: z.enum(["approved", "declined"], "is no decision"),
  seen: z.object({ rating: stars, words: asTyped(10_000) }),
});
export type DecideTestimonialInput = z.output<typeof decideTestimonialInput>;

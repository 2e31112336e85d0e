import type { z } from "zod";
import { reviewReply } from "@/app/_server/review-refused";
import { adminCommand, notFoundProblem } from "@/app/_server/route";
import { adminActor } from "@/app/_server/visitor";
import { isId } from "@/lib/platform/ids";
import { decideTestimonialInput } from "@/lib/reviews/input";
import { decideTestimonial } from "@/lib/reviews/write-testimonial";

/** Whether the front page shows what this business says. */
export const PUT = adminCommand<z.output<typeof decideTestimonialInput>, { id: string }>(
  "platform.testimonials",
  decideTestimonialInput,
  async (visitor, wish, { id }) =>
    isId(id) ? reviewReply(await decideTestimonial(id, await adminActor(visitor), wish)) : notFoundProblem(),
);

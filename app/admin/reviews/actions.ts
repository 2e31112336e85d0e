"use server";

import { adminAction } from "@/app/_server/action";
import { reviewAnswer } from "@/app/_server/review-refused";
import { adminActor } from "@/app/_server/visitor";
import { id } from "@/lib/bookings/input";
import { decideTestimonialInput } from "@/lib/reviews/input";
import { decideTestimonial } from "@/lib/reviews/write-testimonial";

const shape = decideTestimonialInput.extend({ tenantId: id });

export const decideOnIt = adminAction("platform.testimonials", shape, async (visitor, { tenantId, ...wish }) =>
  reviewAnswer(await decideTestimonial(tenantId, await adminActor(visitor), wish)),
);

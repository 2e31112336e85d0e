"use server";

import { memberAction, memberErrand } from "@/app/_server/action";
import { reviewAnswer } from "@/app/_server/review-refused";
import { subscriptionAnswer } from "@/app/_server/subscription-refused";
import { testimonialInput } from "@/lib/reviews/input";
import { writeTestimonial } from "@/lib/reviews/write-testimonial";
import { choosePlan } from "@/lib/subscriptions/choose-plan";
import { endSubscription } from "@/lib/subscriptions/end-subscription";
import { forgetPayer } from "@/lib/subscriptions/forget-payer";
import { choosePlanInput, endsInput, forgetPayerInput, payInvoiceInput } from "@/lib/subscriptions/input";
import { payInvoice } from "@/lib/subscriptions/pay-invoice";

export const choose = memberAction("subscription.manage", choosePlanInput, async (scope, _, input) =>
  subscriptionAnswer(await choosePlan(scope, input)),
);

export const pay = memberErrand("subscription.manage", payInvoiceInput, async (tenantId, { actor }, input) =>
  subscriptionAnswer(await payInvoice(tenantId, actor, input)),
);

export const setEnds = memberAction("subscription.manage", endsInput, async (scope, _, input) =>
  subscriptionAnswer(await endSubscription(scope, input)),
);

export const askNobody = memberAction("subscription.manage", forgetPayerInput, async (scope) =>
  subscriptionAnswer(await forgetPayer(scope)),
);

/** What the owner says of the platform. */
export const sayOfPlatform = memberAction("testimonial.write", testimonialInput, async (scope, _, input) =>
  reviewAnswer(await writeTestimonial(scope, input)),
);

"use server";

import { headers } from "next/headers";
import { waitWords } from "@/app/_components/forms/wait-words";
import { carefully, unavailable } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { languageHere } from "@/app/_server/language";
import { borrowsSession, requestOrigin } from "@/app/_server/origin";
import { guest } from "@/app/book/_parts/tenant";
import { countReview } from "@/lib/auth/limits";
import { addressOf } from "@/lib/platform/client-address";
import { getOpenReview, openReviewLink } from "@/lib/reviews/open-review";
import { reviewWords } from "@/lib/reviews/words";
import { writeReview } from "@/lib/reviews/write-review";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import type { ReviewState } from "../_parts/review-form";
import { readReview, typedReview } from "../_parts/typed-review";

/** Whoever holds the link says how it was. */
export async function sayHowItWas(_: ReviewState, form: FormData): Promise<ReviewState> {
  const text = formText(form);
  const typed = typedReview((name) => text(name).slice(0, 2_000));
  const language = await languageHere();
  const asked = await headers();
  if (borrowsSession(asked)) return { ...typed, problem: unavailable };
  return carefully<ReviewState>(
    async () => {
      const within = await countReview(addressOf(asked));
      if (!within.ok) return { ...typed, problem: waitWords(within.retryAfterSeconds, language) };
      const link = await openReviewLink(text("token").slice(0, 200));
      const visit = link && (await readTenant(link.tenantId, guest, (scope) => getOpenReview(scope, link.visitId)));
      if (!visit) return { ...typed, problem: reviewWords[language].gone };
      const words = reviewWords[language];
      const said = readReview(typed);
      if (!said) return { ...typed, problem: words.noStars };
      const actor = { ...guest, from: requestOrigin(asked) };
      const written = await withTenant(link.tenantId, actor, (scope) => writeReview(scope, link.visitId, said));
      if (written.ok) return { ...typed, ...afterwards(typed, visit.said), saved: typed.who !== "" };
      return { ...typed, problem: written.refusal === "too_late" ? words.noLonger : words.gone };
    },
    (problem) => ({ ...typed, problem }),
  );
}

/** A tap on a star brought no words along: those that stand are shown. */
const afterwards = (typed: ReviewState, stood: { words: string; isPublic: boolean } | null) =>
  typed.who === "" ? { words: stood?.words ?? "", who: stood?.isPublic ? "everybody" : "house" } : {};

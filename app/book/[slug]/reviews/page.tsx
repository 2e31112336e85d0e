import type { Metadata } from "next";
import { Stars } from "@/app/_components/reviews/stars";
import { languageHere } from "@/app/_server/language";
import { formatDate, type Language } from "@/lib/platform/format";
import { publicReviewsQuery } from "@/lib/reviews/input";
import { type PublicReview, publicReviews } from "@/lib/reviews/public-reviews";
import { averageWords } from "@/lib/reviews/rules";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { plainBarButton } from "../../_parts/bar";
import { reviewsHref, servicesHref } from "../../_parts/links";
import { SoftLink } from "../../_parts/soft-link";
import { StepTitle } from "../../_parts/step";
import { guest, openTenantAt, type Query, single } from "../../_parts/tenant";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: moreWords[await languageHere()].reviews,
});

import { moreWords } from "../more-words";
import { bookWords } from "../words";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

/** What customers chose to say to everybody. */
export default async function ReviewsPage({ params, searchParams }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const asked = publicReviewsQuery.safeParse({ cursor: single(await searchParams, "cursor") });
  const shown = await readTenant(tenant.id, guest, (scope) =>
    publicReviews(scope, asked.success ? asked.data.cursor : undefined),
  );
  const language = await languageHere();
  const words = moreWords[language];
  return (
    <div className="pb-12">
      <StepTitle back={{ href: servicesHref(tenant.slug), label: bookWords[language].services }} title={words.reviews}>
        {shown.average === null
          ? words.noReviews(tenant.name)
          : words.average(averageWords(shown.average) ?? "", shown.count)}
      </StepTitle>
      <ul className="divide-y divide-line border-y border-line">
        {shown.reviews.map((review) => (
          <li key={`${review.at} ${review.by}`} className="py-4">
            <Said review={review} house={tenant.name} timeZone={tenant.timeZone} language={language} />
          </li>
        ))}
      </ul>
      {shown.nextCursor ? (
        <SoftLink href={reviewsHref(tenant.slug, shown.nextCursor)} className={`${plainBarButton} mt-5`}>
          {words.earlier}
        </SoftLink>
      ) : null}
    </div>
  );
}

type SaidProps = { review: PublicReview; house: string; timeZone: string; language: Language };

function Said({ review, house, timeZone, language }: SaidProps) {
  const words = moreWords[language];
  return (
    <article className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="text-accent">
          <Stars rating={review.rating} label={words.stars(review.rating)} />
        </span>
        <span className="font-medium">{review.by}</span>
        <span className="text-sm text-quiet">
          {review.services.join(", ")} · {formatDate(review.at, timeZone, language)}
        </span>
      </p>
      {review.hidden ? (
        <p className="text-quiet">{words.hidden(house)}</p>
      ) : review.words ? (
        <p className="break-words whitespace-pre-line">{review.words}</p>
      ) : null}
      {review.answer ? (
        <div className="mt-1 border-l-2 border-line pl-4">
          <p className="text-sm text-quiet">{words.answers(house)}</p>
          <p className="break-words whitespace-pre-line">{review.answer}</p>
        </div>
      ) : null}
    </article>
  );
}

import type { Metadata } from "next";
import { Stars } from "@/app/_components/reviews/stars";
import { ownPage, portalTitle } from "@/app/_server/portal-page";
import { openTenantAt } from "@/app/book/_parts/tenant";
import { ReviewForm } from "@/app/v/_parts/review-form";
import { formatDay, formatDayTime } from "@/lib/platform/format";
import type { OpenReview } from "@/lib/reviews/open-review";
import { type ReviewWords, reviewWords } from "@/lib/reviews/words";
import { ownReviews } from "@/lib/reviews/write-own-review";
import { Corner } from "../corner";
import { sayOwn } from "./actions";

type Props = { params: Promise<{ slug: string }> };

export const generateMetadata = (): Promise<Metadata> => portalTitle((language) => reviewWords[language].yours);

/** What somebody has said of their visits, and may still say. */
export default async function PortalReviewsPage({ params }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const { own, shown, signs } = await ownPage(tenant, (scope, own) => ownReviews(scope, own.id));
  const words = reviewWords[own.language];
  return (
    <Corner
      slug={tenant.slug}
      at="reviews"
      language={own.language}
      house={tenant.name}
      signs={signs}
      title={words.yours}
      about={shown.length === 0 ? words.none : null}
    >
      <ul className="divide-y divide-line self-start border-y border-line empty:hidden">
        {shown.map((visit) => (
          <li key={visit.visitId} className="py-5">
            <Visit slug={tenant.slug} visit={visit} language={own.language} words={words} />
          </li>
        ))}
      </ul>
    </Corner>
  );
}

type VisitProps = { slug: string; visit: OpenReview; language: "en" | "sw"; words: ReviewWords };

function Visit({ slug, visit, language, words }: VisitProps) {
  const { said, open, house, timeZone } = visit;
  return (
    <article className="grid gap-3">
      <h2 className="font-medium">
        {visit.services.join(", ")}
        <span className="block font-normal text-quiet">
          {visit.staffNames.join(", ")} · {formatDayTime(visit.at, timeZone, language)}
        </span>
      </h2>
      {said ? (
        <div className="grid gap-1.5">
          <span className="text-accent">
            <Stars rating={said.rating} label={words.star(said.rating)} size={20} />
          </span>
          {said.words ? <p className="break-words whitespace-pre-line">{said.words}</p> : null}
          <p className="text-sm text-quiet">
            {said.isPublic ? words.everybody(visit.shortName) : words.onlyHouse(house)}.{" "}
            {open ? words.untilWhen(formatDay(visit.until, timeZone, language)) : ""}
          </p>
          {said.hidden ? <p className="text-sm text-quiet">{words.hidden}</p> : null}
        </div>
      ) : null}
      {said?.answer ? (
        <div className="border-l-2 border-line pl-4">
          <p className="text-sm text-quiet">{words.answer(house)}</p>
          <p className="break-words whitespace-pre-line">{said.answer}</p>
        </div>
      ) : null}
      {open ? (
        <details>
          <summary className="inline-flex h-11 cursor-pointer list-none items-center font-medium underline decoration-edge underline-offset-4 [&::-webkit-details-marker]:hidden">
            {said ? words.change : words.say}
          </summary>
          <ReviewForm
            act={sayOwn}
            fields={{ slug, visit: visit.visitId }}
            language={language}
            house={house}
            shortName={visit.shortName}
            said={said}
          />
        </details>
      ) : null}
    </article>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { missingWords } from "@/app/_components/errors/missing-words";
import { languageHere } from "@/app/_server/language";
import { Frame } from "@/app/book/_parts/frame";
import { guest, type Query, single } from "@/app/book/_parts/tenant";
import { formatDay, formatDayTime } from "@/lib/platform/format";
import { getOpenReview, openReviewLink } from "@/lib/reviews/open-review";
import { reviewWords } from "@/lib/reviews/words";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { ReviewForm } from "../_parts/review-form";
import { sayHowItWas } from "./actions";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> };

const visitOf = cache(async (token: string) => {
  const link = await openReviewLink(token);
  return link && readTenant(link.tenantId, guest, (scope) => getOpenReview(scope, link.visitId));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const visit = await visitOf((await params).token);
  if (!visit) return { title: missingWords[await languageHere()].title };
  return {
    title: { absolute: reviewWords[await languageHere()].title(visit.house) },
    robots: { index: false, follow: false },
  };
}

/** How was it? Looking at it keeps nothing: a tap does. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const { token } = await params;
  const visit = (await visitOf(token)) ?? notFound();
  const tenant = (await findTenant(visit.slug)) ?? notFound();
  const language = await languageHere();
  const words = reviewWords[language];
  const chosen = /^[1-5]$/.test(single(await searchParams, "s") ?? "")
    ? Number(single(await searchParams, "s"))
    : undefined;
  const { said, house, timeZone } = visit;
  return (
    <Frame tenant={tenant}>
      <div className="grid gap-6 pt-2 pb-12 lg:pt-0">
        <div>
          <h1 className="text-lg sm:text-xl">{words.title(house)}</h1>
          <p className="mt-1 text-quiet">
            {visit.services.join(", ")} · {visit.staffNames.join(", ")} · {formatDayTime(visit.at, timeZone, language)}
          </p>
        </div>
        {visit.open ? (
          <>
            <ReviewForm
              act={sayHowItWas}
              fields={{ token }}
              language={language}
              house={house}
              shortName={visit.shortName}
              said={said}
              chosen={chosen}
            />
            {said ? <p className="text-quiet">{words.untilWhen(formatDay(visit.until, timeZone, language))}</p> : null}
          </>
        ) : (
          <p className="max-w-[34rem] text-quiet">{said ? words.noLonger : words.tooLate(house)}</p>
        )}
        {said?.answer ? (
          <section className="max-w-[34rem] border-l-2 border-line pl-4">
            <h2 className="font-medium">{words.answer(house)}</h2>
            <p className="whitespace-pre-line">{said.answer}</p>
          </section>
        ) : null}
      </div>
    </Frame>
  );
}

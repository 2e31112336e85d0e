import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { reviewsQuery } from "@/lib/reviews/input";
import { listReviews } from "@/lib/reviews/list-reviews";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { reviewsKey } from "./review-keys";
import { ReviewSheet } from "./review-sheet";
import { ReviewsView } from "./reviews-view";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Reviews") };
};

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ReviewsPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "reviews.see");
  const { stars, answered, staffId, from, to } = await searchParams;
  const asked = reviewsQuery.safeParse({ stars, answered, staffId, from, to });
  const query = asked.success ? asked.data : {};
  const list = await readTenant(tenantId, actor, (scope) => listReviews(scope, query));
  const shown = {
    stars: query.stars ? String(query.stars) : undefined,
    answered: query.answered,
    staffId: query.staffId,
    from: query.from,
    to: query.to,
  };
  return (
    <SWRConfig value={{ fallback: { [reviewsKey(tenantId, shown)]: list } }}>
      <RenderedAt position={list.position} />
      <PageHeader title={say("Reviews")} about={say("What customers say of their visits")} />
      <PageBody className="pb-8">
        <ReviewsView shown={shown} />
      </PageBody>
      <ReviewSheet />
    </SWRConfig>
  );
}

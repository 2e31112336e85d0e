import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { bookingChoices } from "@/lib/bookings/list-bookings";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { visitQuery } from "@/lib/visits/input";
import { listVisits } from "@/lib/visits/list-visits";
import { Filters } from "./filters";
import { visitsKey } from "./list-key";
import { VisitList } from "./visit-list";
import { VisitPanel } from "./visit-panel";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Visits") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function VisitsPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "visits.see");
  const asked = visitQuery.safeParse(await searchParams);
  const { cursor: _, limit, ...filters } = asked.success ? asked.data : visitQuery.parse({});
  const [page, { staff }] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([listVisits(scope, { ...filters, limit }), bookingChoices(scope)]),
  );
  return (
    <SWRConfig value={{ fallback: { [visitsKey(tenantId, filters)]: page } }}>
      <RenderedAt position={page.position} />
      <PageHeader title={say("Visits")} about={say("What happened, and what was charged")} />
      <PageBody className="pb-8">
        <Filters filters={filters} staff={staff} />
        {asked.success ? null : (
          <p role="alert" className="px-4 py-3 text-danger md:px-6 xl:pl-8">
            {say("These filters could not be read, so every visit is shown.")}
          </p>
        )}
        <VisitList key={visitsKey(tenantId, filters)} filters={filters} />
      </PageBody>
      <VisitPanel staff={staff} />
    </SWRConfig>
  );
}

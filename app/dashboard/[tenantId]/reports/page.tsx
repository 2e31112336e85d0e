import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getOverview } from "@/lib/analytics/get-overview";
import { getRevenue } from "@/lib/analytics/get-revenue";
import { revenueQuery } from "@/lib/analytics/input";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { noDays } from "./period-words";
import { PrintButton } from "./print-button";
import { overviewKey, reportKey } from "./report-keys";
import { ReportTabs } from "./report-tabs";
import { RevenueView } from "./revenue-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Reports") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ReportsPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "reports.see");
  const given = revenueQuery.safeParse(await searchParams);
  const asked = given.success ? given.data : {};
  const [revenue, overview] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([getRevenue(scope, asked), getOverview(scope)]),
  );
  const fallback = { [reportKey(tenantId, "revenue", asked)]: revenue, [overviewKey(tenantId)]: overview };
  return (
    <SWRConfig value={{ fallback }}>
      <RenderedAt position={revenue.position} />
      <PageHeader title={say("Reports")} about={say("What came in, by what and by whom")} action={<PrintButton />} />
      <PageBody className="pb-8">
        <ReportTabs />
        <RevenueView asked={asked} problem={given.success ? "" : say(noDays)} />
      </PageBody>
    </SWRConfig>
  );
}

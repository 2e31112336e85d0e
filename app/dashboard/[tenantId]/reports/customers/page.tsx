import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getCampaignResults } from "@/lib/analytics/get-campaign-results";
import { getCustomers } from "@/lib/analytics/get-customers";
import { getReferrals } from "@/lib/analytics/get-referrals";
import { periodQuery } from "@/lib/analytics/input";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { noDays } from "../period-words";
import { PrintButton } from "../print-button";
import { reportKey } from "../report-keys";
import { ReportTabs } from "../report-tabs";
import { CustomersView } from "./customers-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Customers in numbers") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CustomersReportPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "reports.see");
  const given = periodQuery.safeParse(await searchParams);
  const days = given.success ? given.data : {};
  const [customers, referrals, campaigns] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([getCustomers(scope, days), getReferrals(scope, days), getCampaignResults(scope, days)]),
  );
  const fallback = {
    [reportKey(tenantId, "customers", days)]: customers,
    [reportKey(tenantId, "referrals", days)]: referrals,
    [reportKey(tenantId, "campaigns", days)]: campaigns,
  };
  return (
    <SWRConfig value={{ fallback }}>
      <RenderedAt position={customers.position} />
      <PageHeader
        title={say("Reports")}
        about={say("Who comes, who comes again, who stays away")}
        action={<PrintButton />}
      />
      <PageBody className="pb-8">
        <ReportTabs />
        <CustomersView days={days} problem={given.success ? "" : say(noDays)} />
      </PageBody>
    </SWRConfig>
  );
}

import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getOccupancy } from "@/lib/analytics/get-occupancy";
import { getOperations } from "@/lib/analytics/get-operations";
import { periodQuery } from "@/lib/analytics/input";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { noDays } from "../period-words";
import { PrintButton } from "../print-button";
import { reportKey } from "../report-keys";
import { ReportTabs } from "../report-tabs";
import { OperationsView } from "./operations-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Bookings in numbers") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function OperationsReportPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "reports.see");
  const given = periodQuery.safeParse(await searchParams);
  const days = given.success ? given.data : {};
  const [operations, occupancy] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([getOperations(scope, days), getOccupancy(scope, days)]),
  );
  const fallback = {
    [reportKey(tenantId, "operations", days)]: operations,
    [reportKey(tenantId, "occupancy", days)]: occupancy,
  };
  return (
    <SWRConfig value={{ fallback }}>
      <RenderedAt position={operations.position} />
      <PageHeader
        title={say("Reports")}
        about={say("What becomes of bookings, and of your people’s time")}
        action={<PrintButton />}
      />
      <PageBody className="pb-8">
        <ReportTabs />
        <OperationsView days={days} problem={given.success ? "" : say(noDays)} />
      </PageBody>
    </SWRConfig>
  );
}

import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getOccupancy } from "@/lib/analytics/get-occupancy";
import { timeRowsQuery } from "@/lib/analytics/rows-input";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PrintButton } from "../../print-button";
import { daysOnly, reportKey } from "../../report-keys";
import { ReportTabs } from "../../report-tabs";
import { TimeRows } from "./time-rows";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Time of a number") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The days and the people whose time a number adds up; what was sold when it is none that there is. */
export default async function TimeRowsPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "reports.see");
  const given = timeRowsQuery.safeParse(await searchParams);
  const { of, ...days } = given.success ? given.data : timeRowsQuery.parse({ of: "sold" });
  const occupancy = await readTenant(tenantId, actor, (scope) => getOccupancy(scope, days));
  return (
    <SWRConfig value={{ fallback: { [reportKey(tenantId, "occupancy", daysOnly(days))]: occupancy } }}>
      <RenderedAt position={occupancy.position} />
      <PageHeader title={say("Reports")} about={say("What a number is made of")} action={<PrintButton />} />
      <PageBody className="pb-8">
        <ReportTabs />
        <TimeRows of={of} days={daysOnly(days)} />
      </PageBody>
    </SWRConfig>
  );
}

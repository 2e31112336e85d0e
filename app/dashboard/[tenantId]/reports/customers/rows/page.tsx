import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listCustomerRows } from "@/lib/analytics/customer-rows";
import { customerRowsQuery } from "@/lib/analytics/rows-input";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PrintButton } from "../../print-button";
import { reportKey } from "../../report-keys";
import { ReportTabs } from "../../report-tabs";
import { CustomerRows } from "./customer-rows";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Customers of a number") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What a number of customers or visits is made of; of all who were here when it is none that there is. */
export default async function CustomerRowsPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "reports.see");
  const given = customerRowsQuery.safeParse(await searchParams);
  const { cursor: _, ...asked } = given.success ? given.data : customerRowsQuery.parse({ of: "visitors" });
  const rows = await readTenant(tenantId, actor, (scope) => listCustomerRows(scope, asked));
  return (
    <SWRConfig value={{ fallback: { [reportKey(tenantId, "customers/rows", asked)]: rows } }}>
      <RenderedAt position={rows.position} />
      <PageHeader title={say("Reports")} about={say("What a number is made of")} action={<PrintButton />} />
      <PageBody className="pb-8">
        <ReportTabs />
        <CustomerRows asked={asked} />
      </PageBody>
    </SWRConfig>
  );
}

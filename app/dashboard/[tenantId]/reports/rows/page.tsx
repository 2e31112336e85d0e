import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { revenueRowsQuery } from "@/lib/analytics/input";
import { listRevenueRows } from "@/lib/analytics/list-revenue-rows";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PrintButton } from "../print-button";
import { ReportTabs } from "../report-tabs";
import { rowsKey } from "./rows-key";
import { RowsView } from "./rows-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Rows") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What a number of the money report is made of. */
export default async function RowsPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "reports.see");
  const given = revenueRowsQuery.safeParse(await searchParams);
  const asked = given.success ? given.data : revenueRowsQuery.parse({});
  const { limit: _, cursor: __, ...about } = asked;
  const rows = await readTenant(tenantId, actor, (scope) => listRevenueRows(scope, asked));
  return (
    <SWRConfig value={{ fallback: { [rowsKey(tenantId, about, "")]: rows } }}>
      <RenderedAt position={rows.position} />
      <PageHeader title={say("Reports")} about={say("What a number is made of")} action={<PrintButton />} />
      <PageBody className="pb-8">
        <ReportTabs />
        <RowsView asked={about} />
      </PageBody>
    </SWRConfig>
  );
}

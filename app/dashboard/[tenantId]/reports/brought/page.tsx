import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listBroughtRows } from "@/lib/analytics/brought-rows";
import { broughtRowsQuery } from "@/lib/analytics/rows-input";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PrintButton } from "../print-button";
import { reportKey } from "../report-keys";
import { ReportTabs } from "../report-tabs";
import { BroughtRows } from "./brought-rows";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Rows") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What a number of campaigns, friends or the waitlist is made of; all messages when it is none that there is. */
export default async function BroughtPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "reports.see");
  const given = broughtRowsQuery.safeParse(await searchParams);
  const { cursor: _, ...asked } = given.success ? given.data : broughtRowsQuery.parse({ of: "sent" });
  const rows = await readTenant(tenantId, actor, (scope) => listBroughtRows(scope, asked));
  return (
    <SWRConfig value={{ fallback: { [reportKey(tenantId, "brought", asked)]: rows } }}>
      <RenderedAt position={rows.position} />
      <PageHeader title={say("Reports")} about={say("What a number is made of")} action={<PrintButton />} />
      <PageBody className="pb-8">
        <ReportTabs />
        <BroughtRows asked={asked} />
      </PageBody>
    </SWRConfig>
  );
}

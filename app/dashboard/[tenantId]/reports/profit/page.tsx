import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getProfit } from "@/lib/analytics/get-profit";
import { periodQuery } from "@/lib/analytics/input";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { noDays } from "../period-words";
import { PrintButton } from "../print-button";
import { ReportTabs } from "../report-tabs";
import { profitKey } from "./profit-keys";
import { ProfitView } from "./profit-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Profit") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ProfitPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "reports.see");
  const asked = periodQuery.safeParse(await searchParams);
  const days = asked.success ? asked.data : {};
  const profit = await readTenant(tenantId, actor, (scope) => getProfit(scope, days));
  return (
    <SWRConfig value={{ fallback: { [profitKey(tenantId, days)]: profit } }}>
      <RenderedAt position={profit.position} />
      <PageHeader title={say("Reports")} about={say("What is left of what came in")} action={<PrintButton />} />
      <PageBody className="pb-8">
        <ReportTabs />
        <ProfitView days={days} problem={asked.success ? "" : say(noDays)} />
      </PageBody>
    </SWRConfig>
  );
}

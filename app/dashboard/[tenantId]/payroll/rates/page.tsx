import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listRates } from "@/lib/payroll/list-rates";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { ratesKey } from "../payroll-keys";
import { PayrollTabs } from "../payroll-tabs";
import { RatesView } from "./rates-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Rates") };
}

export default async function RatesPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "payroll.see");
  const list = await readTenant(tenantId, actor, listRates);
  return (
    <SWRConfig value={{ fallback: { [ratesKey(tenantId)]: list } }}>
      <PageHeader title={say("Rates")} about={say("What people earn by their work")} />
      <PageBody className="pb-8">
        <PayrollTabs />
        <RatesView />
      </PageBody>
    </SWRConfig>
  );
}

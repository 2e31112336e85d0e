import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getPayroll } from "@/lib/payroll/get-payroll";
import { periodQuery } from "@/lib/payroll/input";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { payrollKey } from "./payroll-keys";
import { PayrollTabs } from "./payroll-tabs";
import { PayrollView } from "./payroll-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Payroll") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PayrollPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "payroll.see");
  const asked = periodQuery.safeParse(await searchParams);
  const to = asked.success ? asked.data.to : undefined;
  const payroll = await readTenant(tenantId, actor, (scope) => getPayroll(scope, to));
  return (
    <SWRConfig value={{ fallback: { [payrollKey(tenantId, to)]: payroll } }}>
      <RenderedAt position={payroll.position} />
      <PageHeader title={say("Payroll")} about={say("Commission, tips and advances")} />
      <PageBody className="pb-8">
        <PayrollTabs />
        <PayrollView to={to} />
      </PageBody>
    </SWRConfig>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SWRConfig } from "swr";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getPayslip } from "@/lib/payroll/get-payslip";
import { isId } from "@/lib/platform/ids";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { daysWords } from "../../pay-words";
import { payslipKey } from "../../payroll-keys";
import { PayrollTabs } from "../../payroll-tabs";
import { PayslipView } from "./payslip-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Payslip") };
}

type Props = {
  params: Promise<{ tenantId: string; staffId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PersonPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId, staffId } = await params;
  const { actor } = await requireMember(tenantId, "payroll.see");
  const period = [(await searchParams).period].flat()[0];
  if (!isId(staffId) || (period !== undefined && !isId(period))) notFound();
  const slip = await readTenant(tenantId, actor, (scope) => getPayslip(scope, { staffId, periodId: period ?? null }));
  if (!slip) notFound();
  return (
    <SWRConfig value={{ fallback: { [payslipKey(tenantId, staffId, period)]: slip } }}>
      <PageHeader title={slip.name} about={daysWords(say, slip)} />
      <PageBody className="pb-8">
        <PayrollTabs />
        <PayslipView staffId={staffId} period={period} />
      </PageBody>
    </SWRConfig>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SWRConfig } from "swr";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getPeriod } from "@/lib/payroll/get-payslip";
import { isId } from "@/lib/platform/ids";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { daysWords } from "../pay-words";
import { periodKey } from "../payroll-keys";
import { PayrollTabs } from "../payroll-tabs";
import { PeriodView } from "./period-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Payslips") };
}

type Props = { params: Promise<{ tenantId: string; periodId: string }> };

export default async function PeriodPage({ params }: Props) {
  const say = await sayHere();
  const { tenantId, periodId } = await params;
  const { actor } = await requireMember(tenantId, "payroll.see");
  const period = isId(periodId) ? await readTenant(tenantId, actor, (scope) => getPeriod(scope, periodId)) : null;
  if (!period) notFound();
  return (
    <SWRConfig value={{ fallback: { [periodKey(tenantId, periodId)]: period } }}>
      <PageHeader title={say("Payslips")} about={daysWords(say, period)} />
      <PageBody className="pb-8">
        <PayrollTabs />
        <PeriodView id={periodId} />
      </PageBody>
    </SWRConfig>
  );
}

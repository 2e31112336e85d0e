import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { paymentQuery } from "@/lib/payments/input";
import { listPayments } from "@/lib/payments/list-payments";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { Filters } from "./filters";
import { MoneyFrame } from "./money-frame";
import { paymentsKey } from "./money-keys";
import { PaymentList } from "./payment-list";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Payments") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PaymentsPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "payments.see");
  const asked = paymentQuery.safeParse(await searchParams);
  const { cursor: _, limit, ...filters } = asked.success ? asked.data : paymentQuery.parse({});
  const page = await readTenant(tenantId, actor, (scope) => listPayments(scope, { ...filters, limit }));
  return (
    <MoneyFrame position={page.position} fallback={{ [paymentsKey(tenantId, filters)]: page }}>
      <Filters filters={filters} />
      {asked.success ? null : (
        <p role="alert" className="px-4 py-3 text-danger md:px-6 xl:pl-8">
          {say("These filters could not be read, so every payment is shown.")}
        </p>
      )}
      <PaymentList key={paymentsKey(tenantId, filters)} filters={filters} />
    </MoneyFrame>
  );
}

import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { paymentQuery } from "@/lib/payments/input";
import { listPayments } from "@/lib/payments/list-payments";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { MoneyFrame } from "../money-frame";
import { paymentsKey } from "../money-keys";
import { PaymentList } from "../payment-list";
import { StatementForm } from "./statement-form";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Verify from a statement") };
}

const unverified = { only: "unverified" } as const;

export default async function StatementPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "payments.see");
  const page = await readTenant(tenantId, actor, (scope) => listPayments(scope, paymentQuery.parse(unverified)));
  return (
    <MoneyFrame position={page.position} fallback={{ [paymentsKey(tenantId, unverified)]: page }}>
      <StatementForm />
      <h2 className="border-y px-4 py-3 font-semibold md:px-6 xl:pl-8">{say("Typed in and not verified")}</h2>
      <PaymentList filters={unverified} />
    </MoneyFrame>
  );
}

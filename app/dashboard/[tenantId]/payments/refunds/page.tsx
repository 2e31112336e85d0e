import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { refundQuery } from "@/lib/payments/input";
import { listRefunds } from "@/lib/payments/list-refunds";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { MoneyFrame } from "../money-frame";
import { refundsKey } from "../money-keys";
import { RefundsView } from "./refunds-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Refunds") };
}

type Props = { params: Promise<{ tenantId: string }>; searchParams: Promise<{ which?: string | string[] }> };

export default async function RefundsPage({ params, searchParams }: Props) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "payments.see");
  const which = (await searchParams).which === "done" ? "done" : "open";
  const page = await readTenant(tenantId, actor, (scope) => listRefunds(scope, refundQuery.parse({ which })));
  return (
    <MoneyFrame position={page.position} fallback={{ [refundsKey(tenantId, which)]: page }}>
      <RefundsView key={which} which={which} />
    </MoneyFrame>
  );
}

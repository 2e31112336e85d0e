import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { listInbox } from "@/lib/payments/list-inbox";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { MoneyFrame } from "../money-frame";
import { inboxKey } from "../money-keys";
import { InboxView } from "./inbox-view";

export const metadata: Metadata = { title: "Payments inbox" };

export default async function InboxPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "payments.see");
  const inbox = await readTenant(tenantId, actor, listInbox);
  return (
    <MoneyFrame position={inbox.position} fallback={{ [inboxKey(tenantId)]: inbox }}>
      <InboxView />
    </MoneyFrame>
  );
}

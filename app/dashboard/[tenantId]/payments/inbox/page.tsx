import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listInbox } from "@/lib/payments/list-inbox";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { MoneyFrame } from "../money-frame";
import { inboxKey } from "../money-keys";
import { InboxView } from "./inbox-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Payments inbox") };
}

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

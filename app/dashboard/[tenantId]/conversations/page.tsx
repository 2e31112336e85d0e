import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { inboxQuery } from "@/lib/conversations/input";
import { listConversations } from "@/lib/conversations/list-conversations";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { inboxKey } from "./conversation-keys";
import { InboxView } from "./inbox-view";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Conversations") };
};

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ConversationsPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "conversations.keep");
  const asked = inboxQuery.safeParse({ q: (await searchParams).q });
  const q = (asked.success && asked.data.q) || "";
  const inbox = await readTenant(tenantId, actor, (scope) => listConversations(scope, { q }));
  return (
    <SWRConfig value={{ fallback: { [inboxKey(tenantId, q)]: inbox } }}>
      <RenderedAt position={inbox.position} />
      <PageHeader title={say("Conversations")} about={say("What customers write to you")} />
      <PageBody className="px-4 pt-4 pb-8 md:px-6 xl:pl-8">
        <InboxView q={q} />
      </PageBody>
    </SWRConfig>
  );
}

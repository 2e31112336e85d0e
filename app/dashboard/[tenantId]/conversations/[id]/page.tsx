import { ChevronLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { Button } from "@/app/_components/ui/button";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getThread } from "@/lib/conversations/get-thread";
import { isId } from "@/lib/platform/ids";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { threadKey } from "../conversation-keys";
import { HouseThread } from "./house-thread";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Conversation") };
};

type Props = { params: Promise<{ tenantId: string; id: string }> };

export default async function ConversationPage({ params }: Props) {
  const say = await sayHere();
  const { tenantId, id } = await params;
  const { actor } = await requireMember(tenantId, "conversations.keep");
  const thread = isId(id) ? await readTenant(tenantId, actor, (scope) => getThread(scope, id)) : null;
  if (!thread) notFound();
  return (
    <SWRConfig value={{ fallback: { [threadKey(tenantId, id)]: thread } }}>
      <RenderedAt position={thread.position} />
      <PageHeader
        title={thread.customerName}
        about={
          <Link
            href={`/dashboard/${tenantId}/customers/${thread.customerId}`}
            className="underline decoration-edge underline-offset-4"
          >
            {say("Their page")}
          </Link>
        }
        action={
          <Button asChild>
            <Link href={`/dashboard/${tenantId}/conversations`}>
              <ChevronLeft aria-hidden />
              {say("All")}
            </Link>
          </Button>
        }
      />
      <PageBody className="flex bg-surface px-4 pt-4 md:px-6 xl:pl-8">
        <HouseThread id={id} customerName={thread.customerName} />
      </PageBody>
    </SWRConfig>
  );
}

import type { Metadata } from "next";
import { ownPage } from "@/app/_server/portal-page";
import { portalHref } from "@/app/book/_parts/links";
import { StepTitle } from "@/app/book/_parts/step";
import { openTenantAt } from "@/app/book/_parts/tenant";
import { ownThread } from "@/lib/conversations/get-thread";
import { conversationWords } from "@/lib/conversations/words";
import { now } from "@/lib/platform/clock";
import { Messages } from "./messages";

export const metadata: Metadata = { title: "Messages" };

type Props = { params: Promise<{ slug: string }> };

export default async function PortalMessagesPage({ params }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const since = now().getTime();
  const { own, shown } = await ownPage(tenant, (scope, own) => ownThread(scope, own.id));
  const words = conversationWords[own.language];
  const { lastSeq = 0, houseReadSeq = 0, customerReadSeq = 0, messages = [], before = null } = shown ?? {};
  return (
    <div lang={own.language} className="flex grow flex-col bg-canvas">
      <StepTitle back={{ href: portalHref(tenant.slug), label: words.back }} title={words.title}>
        {words.about(tenant.name)}
      </StepTitle>
      <Messages
        slug={tenant.slug}
        house={tenant.name}
        timeZone={tenant.timeZone}
        language={own.language}
        whose={own.id}
        since={since}
        first={{ lastSeq, houseReadSeq, customerReadSeq, messages, before }}
      />
    </div>
  );
}

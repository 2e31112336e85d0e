import type { Metadata } from "next";
import { ownPage, portalTitle } from "@/app/_server/portal-page";
import { openTenantAt } from "@/app/book/_parts/tenant";
import { ownThread } from "@/lib/conversations/get-thread";
import { conversationWords } from "@/lib/conversations/words";
import { now } from "@/lib/platform/clock";
import { Corner } from "../corner";
import { Messages } from "./messages";

type Props = { params: Promise<{ slug: string }> };

export const generateMetadata = (): Promise<Metadata> => portalTitle((language) => conversationWords[language].title);

export default async function PortalMessagesPage({ params }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const since = now().getTime();
  const { own, shown, signs } = await ownPage(tenant, (scope, own) => ownThread(scope, own.id));
  const words = conversationWords[own.language];
  const { lastSeq = 0, houseReadSeq = 0, customerReadSeq = 0, messages = [], before = null } = shown ?? {};
  return (
    <Corner
      slug={tenant.slug}
      at="messages"
      language={own.language}
      house={tenant.name}
      signs={signs}
      title={words.title}
      about={words.about(tenant.name)}
    >
      <Messages
        slug={tenant.slug}
        house={tenant.name}
        timeZone={tenant.timeZone}
        language={own.language}
        whose={own.id}
        since={since}
        first={{ lastSeq, houseReadSeq, customerReadSeq, messages, before }}
      />
    </Corner>
  );
}

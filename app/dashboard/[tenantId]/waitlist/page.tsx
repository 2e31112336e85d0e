import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { apiBase } from "@/app/_components/data/keys";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { listWaitlist, listWaitlistLog } from "@/lib/waitlist/list-waitlist";
import { DeskPanel } from "../bookings/desk-panel";
import { deskServices } from "../bookings/desk-services";
import { PanelButton } from "../members/panel-button";
import { JoinSheet } from "./join-sheet";
import { logKey } from "./log-key";
import { WaitlistView } from "./waitlist-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Waitlist") };
}

export default async function WaitlistPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "waitlist.keep");
  const [list, log, services] = await readTenant(tenantId, actor, async (scope) => [
    await listWaitlist(scope),
    await listWaitlistLog(scope, { limit: 50 }),
    await deskServices(scope),
  ]);
  return (
    <SWRConfig value={{ fallback: { [`${apiBase(tenantId)}/waitlist`]: list, [logKey(tenantId, "")]: log } }}>
      <RenderedAt position={list.position} />
      <PageHeader title={say("Waitlist")} action={<PanelButton to="?add=waiting">{say("Add somebody")}</PanelButton>} />
      <PageBody className="px-4 pt-4 pb-8 md:px-6 xl:pl-8">
        <WaitlistView />
      </PageBody>
      <DeskPanel />
      <JoinSheet services={services} />
    </SWRConfig>
  );
}

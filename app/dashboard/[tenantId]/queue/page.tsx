import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { apiBase } from "@/app/_components/data/keys";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { listQueue } from "@/lib/waitlist/list-queue";
import { DeskPanel } from "../bookings/desk-panel";
import { DeskWalkIn } from "../bookings/desk-walk-in";
import { PanelButton } from "../members/panel-button";
import { QueueView } from "./queue-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Queue") };
}

export default async function QueuePage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "queue.keep");
  const queue = await readTenant(tenantId, actor, listQueue);
  return (
    <SWRConfig value={{ fallback: { [`${apiBase(tenantId)}/queue`]: queue } }}>
      <RenderedAt position={queue.position} />
      <PageHeader title={say("Queue")} action={<PanelButton to="?add=walk-in">{say("Walk-in")}</PanelButton>} />
      <PageBody className="px-4 pt-4 pb-8 md:px-6 xl:pl-8">
        <QueueView />
      </PageBody>
      <DeskPanel />
      <DeskWalkIn />
    </SWRConfig>
  );
}

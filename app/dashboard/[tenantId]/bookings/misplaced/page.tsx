import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { apiBase } from "@/app/_components/data/keys";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listMisplaced } from "@/lib/bookings/list-misplaced";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { DeskPanel } from "../desk-panel";
import { MisplacedView } from "./misplaced-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Bookings without a place") };
}

export default async function MisplacedPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "bookings.move");
  const misplaced = await readTenant(tenantId, actor, listMisplaced);
  return (
    <SWRConfig value={{ fallback: { [`${apiBase(tenantId)}/bookings/misplaced`]: misplaced } }}>
      <RenderedAt position={misplaced.position} />
      <PageHeader title={say("Bookings without a place")} />
      <PageBody className="px-4 pt-4 pb-8 md:px-6 xl:pl-8">
        <MisplacedView />
        <DeskPanel />
      </PageBody>
    </SWRConfig>
  );
}

import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { findDuplicates } from "@/lib/records/find-duplicates";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { duplicatesKey } from "../customer-keys";
import { CustomerTabs } from "../customer-tabs";
import { DuplicateList } from "./duplicate-list";
import { MergeSheet } from "./merge-sheet";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Duplicates") };
};

export default async function DuplicatesPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "customers.merge");
  const list = await readTenant(tenantId, actor, (scope) => findDuplicates(scope));
  return (
    <SWRConfig value={{ fallback: { [duplicatesKey(tenantId)]: list } }}>
      <RenderedAt position={list.position} />
      <PageHeader title={say("Customers")} about={say("In the books twice")} />
      <PageBody className="pb-12">
        <CustomerTabs />
        <DuplicateList />
      </PageBody>
      <MergeSheet />
    </SWRConfig>
  );
}

import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { listImports } from "@/lib/imports/get-import";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { importsKey } from "../customer-keys";
import { CustomerTabs } from "../customer-tabs";
import { ChooseFile } from "./choose-file";
import { ImportRows } from "./import-rows";

export const metadata: Metadata = { title: "Import customers" };

export default async function ImportPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "customers.import");
  const list = await readTenant(tenantId, actor, (scope) => listImports(scope));
  return (
    <SWRConfig value={{ fallback: { [importsKey(tenantId)]: list } }}>
      <RenderedAt position={list.position} />
      <PageHeader title="Customers" />
      <PageBody className="pb-12">
        <CustomerTabs />
        <div className="grid max-w-220 grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 pt-6 md:px-6 xl:pl-8">
          <ChooseFile />
          <ImportRows />
        </div>
      </PageBody>
    </SWRConfig>
  );
}

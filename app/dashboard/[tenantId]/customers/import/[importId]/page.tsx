import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { getImport } from "@/lib/imports/get-import";
import { isId } from "@/lib/platform/ids";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { importKey } from "../../customer-keys";
import { CustomerTabs } from "../../customer-tabs";
import { ImportView } from "./import-view";

export const metadata: Metadata = { title: "A list of customers" };

type Props = { params: Promise<{ tenantId: string; importId: string }> };

export default async function OneImportPage({ params }: Props) {
  const { tenantId, importId } = await params;
  const { actor } = await requireMember(tenantId, "customers.import");
  if (!isId(importId)) notFound();
  const facts = await readTenant(tenantId, actor, (scope) => getImport(scope, importId));
  if (!facts) notFound();
  return (
    <SWRConfig value={{ fallback: { [importKey(tenantId, importId)]: facts } }}>
      <RenderedAt position={facts.position} />
      <PageHeader title="Customers" about={facts.fileName} />
      <PageBody className="pb-12">
        <CustomerTabs />
        <div className="grid max-w-220 grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 pt-6 md:px-6 xl:pl-8">
          <ImportView importId={importId} />
        </div>
      </PageBody>
    </SWRConfig>
  );
}

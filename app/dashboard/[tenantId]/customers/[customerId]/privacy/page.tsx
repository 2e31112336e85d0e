import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { isId } from "@/lib/platform/ids";
import { getPrivacy } from "@/lib/records/get-privacy";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { privacyKey } from "../../customer-keys";
import { PrivacyView } from "./privacy-view";

export const metadata: Metadata = { title: "Privacy of a customer" };

type Props = { params: Promise<{ tenantId: string; customerId: string }> };

export default async function CustomerPrivacyPage({ params }: Props) {
  const { tenantId, customerId } = await params;
  const { actor } = await requireMember(tenantId, "customers.consent");
  if (!isId(customerId)) notFound();
  const known = await readTenant(tenantId, actor, (scope) => getPrivacy(scope, customerId));
  if (!known) notFound();
  return (
    <SWRConfig value={{ fallback: { [privacyKey(tenantId, customerId)]: known } }}>
      <RenderedAt position={known.position} />
      <PageHeader title={known.name} about="Privacy" />
      <PageBody className="pb-12">
        <PrivacyView customerId={customerId} />
      </PageBody>
    </SWRConfig>
  );
}

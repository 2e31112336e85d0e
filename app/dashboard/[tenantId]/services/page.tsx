import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { may } from "@/lib/auth/permissions";
import { listPriceList } from "@/lib/services/list-price-list";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PanelButton } from "../members/panel-button";
import { ImportLink } from "../settings/import/import-link";
import { PriceListView } from "./price-list-view";
import { ServiceSheet } from "./service-sheet";
import { servicesKey } from "./services-key";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Services") };
}

export default async function ServicesPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "services.see");
  const list = await readTenant(tenantId, actor, listPriceList);
  return (
    <SWRConfig value={{ fallback: { [servicesKey(tenantId)]: list } }}>
      <RenderedAt position={list.position} />
      <PageHeader
        title={say("Services")}
        about={say("What customers can book")}
        action={
          may(membership.role, "services.manage") ? (
            <>
              <ImportLink tenantId={tenantId} kind="services" />
              <PanelButton to="?service=new">
                <Plus aria-hidden />
                {say.rich("Add<more>a service</more>", {
                  more: (chunks) => <span className="-ml-1 max-sm:sr-only">{chunks}</span>,
                })}
              </PanelButton>
            </>
          ) : null
        }
      />
      <PageBody className="pb-8">
        <PriceListView />
      </PageBody>
      <ServiceSheet />
    </SWRConfig>
  );
}

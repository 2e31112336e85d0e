import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { Button } from "@/app/_components/ui/button";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { may } from "@/lib/auth/permissions";
import { fileChoices } from "@/lib/customers/file-choices";
import { listCustomers } from "@/lib/customers/list-customers";
import { customersQuery } from "@/lib/customers/segment-input";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PanelButton } from "../members/panel-button";
import { AddSheet } from "./add-sheet";
import { customersKey } from "./customer-keys";
import { CustomerList } from "./customer-list";
import { CustomerTabs } from "./customer-tabs";
import { Filters } from "./filters";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Customers") };
};

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CustomersPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "customers.see");
  const asked = customersQuery.safeParse(await searchParams);
  const { cursor: _, limit, ...filters } = asked.success ? asked.data : customersQuery.parse({});
  const [page, choices] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([listCustomers(scope, { ...filters, limit, cursor: undefined }), fileChoices(scope)]),
  );
  const manages = may(membership.role, "customers.manage");
  return (
    <SWRConfig value={{ fallback: { [customersKey(tenantId, filters)]: page } }}>
      <RenderedAt position={page.position} />
      <PageHeader
        title={say("Customers")}
        about={manages ? say("Everybody the house knows") : say("Whom you serve")}
        action={
          <>
            {filters.segment && may(membership.role, "campaigns.manage") ? (
              <Button asChild>
                <Link href={`/dashboard/${tenantId}/campaigns/new?segment=${filters.segment}`}>
                  {say("Write to these")}
                </Link>
              </Button>
            ) : null}
            {manages ? (
              <PanelButton to="?add=new">
                <UserPlus aria-hidden />
                {say.rich("Add<more>a customer</more>", {
                  more: (chunks) => <span className="-ml-1 max-sm:sr-only">{chunks}</span>,
                })}
              </PanelButton>
            ) : null}
          </>
        }
      />
      <PageBody className="pb-8">
        <CustomerTabs />
        <Filters filters={filters} choices={choices} mayCall={may(membership.role, "customers.contact")} />
        {asked.success ? null : (
          <p role="alert" className="px-4 py-3 text-danger md:px-6 xl:pl-8">
            {say("These filters could not be read, so everybody is shown.")}
          </p>
        )}
        <CustomerList key={customersKey(tenantId, filters)} filters={filters} />
      </PageBody>
      {manages ? <AddSheet choices={choices} /> : null}
    </SWRConfig>
  );
}

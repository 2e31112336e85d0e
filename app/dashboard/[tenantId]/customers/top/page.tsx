import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { topQuery } from "@/lib/customers/segment-input";
import { topCustomers } from "@/lib/customers/top-customers";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { topKey } from "../customer-keys";
import { CustomerTabs } from "../customer-tabs";
import { TopList } from "./top-list";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Top customers") };
};

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TopCustomersPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "customers.manage");
  const { by } = topQuery.catch({ by: "visits" }).parse(await searchParams);
  const list = await readTenant(tenantId, actor, (scope) => topCustomers(scope, by));
  return (
    <SWRConfig value={{ fallback: { [topKey(tenantId, by)]: list } }}>
      <RenderedAt position={list.position} />
      <PageHeader title={say("Customers")} about={say("Who matters most")} />
      <PageBody className="pb-8">
        <CustomerTabs />
        <TopList by={by} />
      </PageBody>
    </SWRConfig>
  );
}

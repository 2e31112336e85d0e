import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { apiBase } from "@/app/_components/data/keys";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { enquiriesQuery } from "@/lib/enquiries/input";
import { listEnquiries } from "@/lib/enquiries/list-enquiries";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { HouseEnquiries } from "./house-enquiries";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Enquiries") };
};

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EnquiriesPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "enquiries.keep");
  const asked = enquiriesQuery.safeParse({ show: (await searchParams).show });
  const show = (asked.success && asked.data.show) || "";
  const list = await readTenant(tenantId, actor, (scope) => listEnquiries(scope, show ? { show } : {}));
  return (
    <SWRConfig value={{ fallback: { [`${apiBase(tenantId)}/enquiries${show ? `?show=${show}` : ""}`]: list } }}>
      <RenderedAt position={list.position} />
      <PageHeader title={say("Enquiries")} about={say("What strangers ask by the contact form")} />
      <PageBody className="px-4 pt-3 pb-8 md:px-6 xl:pl-8">
        <HouseEnquiries key={show} show={show} />
      </PageBody>
    </SWRConfig>
  );
}

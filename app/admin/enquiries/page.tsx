import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { adminBase } from "@/app/_components/data/keys";
import { adminActor, requireAdmin } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { enquiriesQuery } from "@/lib/enquiries/input";
import { listEnquiries } from "@/lib/enquiries/list-enquiries";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { OurEnquiries } from "./our-enquiries";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Enquiries") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AdminEnquiriesPage({ searchParams }: Props) {
  const say = await sayHere();
  const visitor = await requireAdmin("platform.enquiries");
  const asked = enquiriesQuery.safeParse({ show: (await searchParams).show });
  const show = (asked.success && asked.data.show) || "";
  const actor = await adminActor(visitor);
  const list = await readTenant(platformTenantId, actor, (scope) => listEnquiries(scope, show ? { show } : {}));
  return (
    <SWRConfig value={{ fallback: { [`${adminBase}/enquiries${show ? `?show=${show}` : ""}`]: list } }}>
      <main className="px-4 pb-16 md:px-6 xl:px-8">
        <h1 className="pt-6 pb-2 text-lg">{say("Enquiries")}</h1>
        <OurEnquiries key={show} show={show} />
      </main>
    </SWRConfig>
  );
}

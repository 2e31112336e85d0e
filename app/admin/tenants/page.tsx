import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { requireAdmin } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listTenantsInput } from "@/lib/admin/input";
import { listTenants } from "@/lib/admin/list-tenants";
import { listKey } from "../words";
import { ExportButton } from "./export-button";
import { Filters } from "./filters";
import { TenantList } from "./tenant-list";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Businesses") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TenantsPage({ searchParams }: Props) {
  const say = await sayHere();
  await requireAdmin("tenants.decide");
  const query = await searchParams;
  const single = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  // What the address says may be anybody's; what cannot be read is not asked for.
  const status = listTenantsInput.shape.status.safeParse(single("status")).data ?? "";
  const cursor = listTenantsInput.shape.cursor.safeParse(single("cursor")).data ?? "";
  const asked = { q: single("q").trim().slice(0, 80), status, cursor };
  const page = await listTenants(
    listTenantsInput.parse({ q: asked.q, status: status || undefined, cursor: cursor || undefined }),
  );
  return (
    <SWRConfig value={{ fallback: { [listKey(asked)]: page } }}>
      <main className="pb-16">
        <div className="flex items-center justify-between gap-4 px-4 pt-6 md:px-6 xl:px-8">
          <h1 className="text-lg">{say("Businesses")}</h1>
          <ExportButton asked={asked} />
        </div>
        <Filters asked={asked} />
        <TenantList asked={asked} />
      </main>
    </SWRConfig>
  );
}

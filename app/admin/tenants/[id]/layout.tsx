import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { SWRConfig } from "swr";
import { SectionTabs } from "@/app/_components/section-tabs";
import { requireAdmin } from "@/app/_server/visitor";
import { phrase } from "@/app/_words/phrase";
import { sayHere } from "@/app/_words/say-here";
import { getTenant } from "@/lib/admin/get-tenant";
import { fileKey } from "../../words";
import { TenantHead } from "./tenant-head";

type Props = { children: ReactNode; params: Promise<{ id: string }> };

const known = cache(getTenant);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireAdmin("tenants.decide");
  const say = await sayHere();
  return { title: (await known((await params).id))?.name ?? say("Not found") };
}

const parts = [
  { path: "", label: phrase("Overview") },
  { path: "/bookings", label: phrase("Bookings") },
  { path: "/customers", label: phrase("Customers") },
  { path: "/services", label: phrase("Services") },
  { path: "/messages", label: phrase("Messages") },
];

/** One business, and what there is of it. */
export default async function TenantLayout({ children, params }: Props) {
  const say = await sayHere();
  await requireAdmin("tenants.decide");
  const file = (await known((await params).id)) ?? notFound();
  const tabs = parts.map(({ path, label }) => ({ href: `/admin/tenants/${file.id}${path}`, label: say(label) }));
  return (
    <SWRConfig value={{ fallback: { [fileKey(file.id)]: file } }}>
      <main className="pb-16">
        <div className="grid gap-3 px-4 pt-6 pb-2 md:px-6 xl:px-8">
          <Link
            href="/admin/tenants"
            className="justify-self-start text-quiet underline underline-offset-4 hover:text-ink"
          >
            {say("All businesses")}
          </Link>
          <TenantHead id={file.id} />
        </div>
        <SectionTabs label={file.name} tabs={tabs} />
        {children}
      </main>
    </SWRConfig>
  );
}

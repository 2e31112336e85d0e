import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { SWRConfig } from "swr";
import { requireAdmin } from "@/app/_server/visitor";
import { getTenant } from "@/lib/admin/get-tenant";
import { fileKey } from "../../words";
import { TenantFileView } from "./tenant-file";

type Props = { params: Promise<{ id: string }> };

const known = cache(getTenant);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireAdmin("tenants.decide");
  return { title: (await known((await params).id))?.name ?? "Not found" };
}

export default async function TenantFilePage({ params }: Props) {
  await requireAdmin("tenants.decide");
  const file = (await known((await params).id)) ?? notFound();
  return (
    <SWRConfig value={{ fallback: { [fileKey(file.id)]: file } }}>
      <main className="grid max-w-240 grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-6 pb-16 md:px-6 xl:px-8">
        <Link
          href="/admin/tenants"
          className="justify-self-start text-quiet underline underline-offset-4 hover:text-ink"
        >
          All businesses
        </Link>
        <TenantFileView id={file.id} />
      </main>
    </SWRConfig>
  );
}

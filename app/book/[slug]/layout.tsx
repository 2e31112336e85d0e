import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Closed, Preview } from "../_parts/closed";
import { Frame } from "../_parts/frame";
import { isPreview, knownTenant, tenantAt } from "../_parts/tenant";

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

export async function generateMetadata({ params }: Omit<Props, "children">): Promise<Metadata> {
  const tenant = await knownTenant((await params).slug);
  // The page that is not there has a title too; refusing here would leave it without.
  if (!tenant) return { title: "Not found" };
  const { name, city } = tenant;
  return {
    title: { default: `Book online · ${name}`, template: `%s · ${name}` },
    description: `Book a time at ${name} in ${city}: services, prices and free times.`,
  };
}

export default async function BookLayout({ params, children }: Props) {
  const tenant = await tenantAt((await params).slug);
  const preview = await isPreview(tenant);
  return (
    <Frame tenant={tenant}>
      {preview ? <Preview /> : null}
      {preview || tenant.status === "active" ? children : <Closed tenant={tenant} />}
    </Frame>
  );
}

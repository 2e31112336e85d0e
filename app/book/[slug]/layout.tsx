import type { Metadata } from "next";
import type { ReactNode } from "react";
import { missingWords } from "@/app/_components/errors/missing-words";
import { languageHere } from "@/app/_server/language";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { takesBookings } from "@/lib/tenancy/rules";
import { Closed, Preview } from "../_parts/closed";
import { Frame } from "../_parts/frame";
import { servicesHref } from "../_parts/links";
import { isPreview, knownTenant, tenantAt } from "../_parts/tenant";
import { bookWords } from "./words";

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

export async function generateMetadata({ params }: Omit<Props, "children">): Promise<Metadata> {
  const tenant = await knownTenant((await params).slug);
  // The page that is not there has a title too; refusing here would leave it without.
  if (!tenant) return { title: missingWords[await languageHere()].title };
  const { slug, name, city, status, listed, isClosing } = tenant;
  const words = bookWords[await languageHere()];
  const [title, description] = [words.online(name), words.onlineAbout(name, city)];
  return {
    metadataBase: new URL(env().APP_URL),
    title: { default: title, template: `%s · ${name}` },
    description,
    // Every step is a way of looking at one page.
    alternates: { canonical: servicesHref(slug) },
    openGraph: { type: "website", title, description, url: servicesHref(slug), siteName: name },
    ...(status === "active" && listed && !isClosing ? {} : { robots: { index: false } }),
  };
}

export default async function BookLayout({ params, children }: Props) {
  const tenant = await tenantAt((await params).slug);
  const preview = await isPreview(tenant);
  return (
    <Frame tenant={tenant}>
      {preview ? <Preview /> : null}
      {preview || takesBookings(tenant, now()) ? children : <Closed tenant={tenant} />}
    </Frame>
  );
}

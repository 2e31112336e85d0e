import type { Metadata } from "next";
import type { ReactNode } from "react";
import { missingWords } from "@/app/_components/errors/missing-words";
import { languageHere } from "@/app/_server/language";
import { Closed } from "@/app/book/_parts/closed";
import { Frame } from "@/app/book/_parts/frame";
import { knownTenant, tenantAt } from "@/app/book/_parts/tenant";
import { portalWords } from "./portal-words";

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

export async function generateMetadata({ params }: Omit<Props, "children">): Promise<Metadata> {
  const tenant = await knownTenant((await params).slug);
  if (!tenant) return { title: missingWords[await languageHere()].title };
  return {
    title: {
      default: `${portalWords[await languageHere()].yourBookings} · ${tenant.name}`,
      template: `%s · ${tenant.name}`,
    },
    robots: { index: false },
  };
}

/** A customer's own corner of a business: entered with phone and code, apart from the members' sign-in. */
export default async function PortalLayout({ params, children }: Props) {
  const tenant = await tenantAt((await params).slug);
  return <Frame tenant={tenant}>{tenant.status === "active" ? children : <Closed tenant={tenant} />}</Frame>;
}

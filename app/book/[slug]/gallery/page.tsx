import type { Metadata } from "next";
import { languageHere } from "@/app/_server/language";
import { publicPictures } from "@/lib/gallery/list-pictures";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { Gallery, galleryWords } from "../../_parts/gallery";
import { galleryHref, servicesHref } from "../../_parts/links";
import { StepTitle } from "../../_parts/step";
import { guest, openTenantAt, type Query, single } from "../../_parts/tenant";
import { bookWords } from "../words";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export const generateMetadata = async (): Promise<Metadata> => ({ title: galleryWords[await languageHere()].title });

/** What a business shows of its work. */
export default async function GalleryPage({ params, searchParams }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const language = await languageHere();
  const pictures = await readTenant(tenant.id, guest, (scope) => publicPictures(scope));
  return (
    <div className="grid gap-4 pb-12">
      <StepTitle
        back={{ href: servicesHref(tenant.slug), label: bookWords[language].services }}
        title={galleryWords[language].title}
      />
      <Gallery
        slug={tenant.slug}
        pictures={pictures}
        looked={single(await searchParams, "picture")}
        hrefOf={galleryHref}
        language={language}
      />
    </div>
  );
}

import type { Metadata } from "next";
import { ownPage, portalTitle } from "@/app/_server/portal-page";
import { Gallery } from "@/app/book/_parts/gallery";
import { ownGalleryHref } from "@/app/book/_parts/links";
import { openTenantAt, type Query, single } from "@/app/book/_parts/tenant";
import { publicPictures } from "@/lib/gallery/list-pictures";
import { Corner } from "../corner";
import { portalWords } from "../portal-words";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export const generateMetadata = (): Promise<Metadata> => portalTitle((language) => portalWords[language].gallery);

export default async function OwnGalleryPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const tenant = await openTenantAt(slug);
  if (!tenant) return null;
  const { own, shown, signs } = await ownPage(tenant, (scope) => publicPictures(scope));
  const { language } = own;
  return (
    <Corner
      slug={slug}
      at="gallery"
      language={language}
      house={tenant.name}
      signs={signs}
      title={portalWords[language].gallery}
    >
      <Gallery
        slug={slug}
        pictures={shown}
        looked={single(await searchParams, "picture")}
        hrefOf={ownGalleryHref}
        language={language}
      />
    </Corner>
  );
}

import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listPictures } from "@/lib/gallery/list-pictures";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { galleryKey } from "./gallery-keys";
import { GalleryView } from "./gallery-view";
import { PictureSheet } from "./picture-sheet";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Gallery") };
};

export default async function GalleryPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "gallery.see");
  const gallery = await readTenant(tenantId, actor, listPictures);
  return (
    <SWRConfig value={{ fallback: { [galleryKey(tenantId)]: gallery } }}>
      <RenderedAt position={gallery.position} />
      <GalleryView />
      <PictureSheet />
    </SWRConfig>
  );
}

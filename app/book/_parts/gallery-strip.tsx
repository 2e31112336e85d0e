import type { GalleryPicture } from "@/lib/gallery/list-pictures";
import { pictureWords } from "@/lib/gallery/rules";
import type { Language } from "@/lib/platform/format";
import { galleryWords } from "./gallery";
import { galleryHref, pictureHref } from "./links";
import { SoftLink } from "./soft-link";

type Props = { slug: string; pictures: readonly GalleryPicture[]; language: Language };

/** A look at the work, once the prices have been read; nothing while there is none to show. */
export function GalleryStrip({ slug, pictures, language }: Props) {
  if (pictures.length === 0) return null;
  const said = galleryWords[language];
  return (
    <section aria-labelledby="our-work" className="mt-8">
      <div className="flex items-center justify-between gap-4">
        <h2 id="our-work" className="font-medium">
          {said.title}
        </h2>
        <SoftLink
          href={galleryHref(slug)}
          className="inline-flex min-h-11 items-center underline decoration-edge underline-offset-4 hover:text-ink"
        >
          {said.all}
        </SoftLink>
      </div>
      <ul className="-mx-4 flex gap-2 overflow-x-auto px-4 pb-2 md:mx-0 md:px-0">
        {pictures.map((picture) => (
          <li key={picture.id} className="shrink-0">
            <SoftLink href={galleryHref(slug, picture.id)} className="block rounded-control">
              {/* biome-ignore lint/performance/noImgElement: it is small already, and next/image would cost the page its script */}
              <img
                src={pictureHref(slug, picture.id, "small")}
                alt={pictureWords(picture, language) || said.untitled}
                width={128}
                height={128}
                loading="lazy"
                decoding="async"
                className="size-32 rounded-control bg-wash object-cover"
              />
            </SoftLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

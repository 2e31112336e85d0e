import type { GalleryPicture } from "@/lib/gallery/list-pictures";
import { pictureWords, shrunk } from "@/lib/gallery/rules";
import type { Language } from "@/lib/platform/format";
import { barButton } from "./bar";
import { Back, Forward } from "./icons";
import { pictureHref, timesHref } from "./links";
import { SoftLink } from "./soft-link";

export const galleryWords = {
  en: {
    title: "Our work",
    all: "All pictures",
    untitled: "A picture of our work",
    before: "The one before",
    after: "The next one",
    book: (service: string) => `Book ${service}`,
    none: "There are no pictures yet.",
  },
  sw: {
    title: "Kazi yetu",
    all: "Picha zote",
    untitled: "Picha ya kazi yetu",
    before: "Iliyotangulia",
    after: "Inayofuata",
    book: (service: string) => `Weka nafasi ya ${service}`,
    none: "Hakuna picha bado.",
  },
};

type Props = {
  slug: string;
  pictures: readonly GalleryPicture[];
  /** Which one is looked at alone; none, or none of these, for all of them. */
  looked: string | undefined;
  /** Where one of them is looked at. */
  hrefOf(slug: string, picture?: string): string;
  language: Language;
};

/** Pictures of the work: all of them, with one of them large. Links alone, so it works before any script does. */
export function Gallery({ slug, pictures, looked, hrefOf, language }: Props) {
  const said = galleryWords[language];
  if (pictures.length === 0) return <p className="text-quiet">{said.none}</p>;
  const at = pictures.findIndex(({ id }) => id === looked);
  return (
    <div className="grid gap-6">
      {at < 0 ? null : <Looked {...{ slug, hrefOf, language }} pictures={pictures} at={at} />}
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {pictures.map((picture) => (
          <li key={picture.id}>
            <SoftLink
              href={hrefOf(slug, picture.id)}
              aria-current={picture.id === looked ? "true" : undefined}
              className="block rounded-control aria-[current=true]:outline-2 aria-[current=true]:outline-offset-2 aria-[current=true]:outline-accent"
            >
              {/* biome-ignore lint/performance/noImgElement: it is small already, and next/image would cost the page its script */}
              <img
                src={pictureHref(slug, picture.id, "small")}
                alt={pictureWords(picture, language) || said.untitled}
                {...shrunk(picture, "small")}
                loading="lazy"
                decoding="async"
                className="aspect-square w-full rounded-control bg-wash object-cover"
              />
            </SoftLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Looked({ slug, pictures, at, hrefOf, language }: Omit<Props, "looked"> & { at: number }) {
  const picture = pictures[at]!;
  const said = galleryWords[language];
  const { serviceId, serviceName, bookable } = picture;
  const [before, after] = [pictures[at - 1], pictures[at + 1]];
  const step =
    "inline-flex size-11 items-center justify-center rounded-control border border-line bg-surface hover:bg-wash";
  return (
    <figure className="grid gap-3">
      {/* biome-ignore lint/performance/noImgElement: it is the right size already, and next/image would cost the page its script */}
      <img
        src={pictureHref(slug, picture.id, "large")}
        alt={pictureWords(picture, language) || said.untitled}
        width={picture.width}
        height={picture.height}
        className="h-auto max-h-[75dvh] w-full rounded-panel bg-wash object-contain"
      />
      <figcaption className="flex flex-wrap items-center gap-3">
        <span className="min-w-0 grow font-medium">{pictureWords(picture, language)}</span>
        <span className="flex gap-2">
          {before ? (
            <SoftLink href={hrefOf(slug, before.id)} aria-label={said.before} className={step}>
              <Back />
            </SoftLink>
          ) : null}
          {after ? (
            <SoftLink href={hrefOf(slug, after.id)} aria-label={said.after} className={step}>
              <Forward />
            </SoftLink>
          ) : null}
        </span>
      </figcaption>
      {bookable && serviceId && serviceName ? (
        <SoftLink href={timesHref(slug, { lines: [{ service: serviceId, add: [] }] })} className={barButton}>
          {said.book(serviceName)}
        </SoftLink>
      ) : null}
    </figure>
  );
}

import { QrCode } from "@/app/_components/qr-code";
import { useSay } from "@/app/_words/use-say";
import { brandStyle } from "@/app/book/_parts/brand";
import { logoHref } from "@/app/book/_parts/links";
import type { BusinessSettings } from "@/lib/tenancy/get-business";

type Props = {
  house: BusinessSettings;
  link: string;
  picture: { size: number; path: string };
  words: { scan: string; also: string };
};

/** On paper it is all there is: it lies over everything else. Paper is white whatever the screen is. */
export function Poster({ house: { name, slug, logo, colour }, link, picture, words }: Props) {
  const say = useSay();
  return (
    <article
      aria-label={say("Poster")}
      style={{ ...brandStyle(colour), colorScheme: "light" }}
      className="grid max-w-80 justify-items-center overflow-hidden rounded-panel border bg-surface text-center text-ink print:bg-[white] print:text-[black] print:fixed print:inset-0 print:z-50 print:max-w-none print:content-start print:rounded-none print:border-0"
    >
      <div className="grid w-full justify-items-center gap-2 bg-accent px-6 py-6 text-on-accent [print-color-adjust:exact] print:gap-6 print:py-16">
        {logo ? (
          // biome-ignore lint/performance/noImgElement: it is small already
          <img src={logoHref(slug, logo)} alt="" className="size-14 object-contain print:size-32" />
        ) : null}
        <p className="max-w-full text-lg font-semibold wrap-anywhere print:text-[3.5rem]">{name}</p>
      </div>
      <QrCode
        picture={picture}
        label={say("QR code of {link}", { link })}
        className="w-full max-w-52 p-3 print:max-w-110 print:pt-16"
      />
      <p className="px-4 text-lg font-semibold print:pt-8 print:text-[3rem]">{words.scan}</p>
      <p className="px-4 text-quiet print:text-xl print:text-[black]">{words.also}</p>
      <p className="px-4 pt-3 pb-5 wrap-anywhere print:pt-16 print:text-xl">{link.replace(/^https?:\/\//, "")}</p>
    </article>
  );
}

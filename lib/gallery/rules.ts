import type { Language } from "@/lib/platform/format";

/** What the browser knows of the gallery, too: it imports nothing that runs. */

/** A phone's picture has three to eight of them. */
export const mostPictureBytes = 12 * 1_024 * 1_024;
/** More would take a gigabyte to open: a picture that is small to send may be huge to look at. */
export const mostPicturePixels = 50_000_000;
export const mostPictures = 200;
/** With those that were put away: all of them stand in one list. */
export const mostKept = 500;
export const mostTitle = 80;
/** So many lie on the booking page; the rest is one step further. */
export const mostOnBookingPage = 8;

/** The longer side at most, in pixels: in a list on a phone, and looked at alone. */
export const pictureSides = { small: 480, large: 1_600 } as const;
export type PictureSize = keyof typeof pictureSides;

/** What browsers offer to choose from; what it is, is read from the bytes. */
export const pictureTypes = "image/jpeg,image/png,image/webp";

/** So wide a picture is when its longer side has so many pixels. */
export function shrunk({ width, height }: { width: number; height: number }, size: PictureSize) {
  const scale = Math.min(1, pictureSides[size] / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

const by: Record<Language, string> = { en: "by", sw: "na" };

/** Whose work it is and what: what stands below a picture, and what is read out in its place. */
export const pictureWords = (of: Said, language: Language = "en"): string =>
  [of.title, ...aboutPicture(of, language)].filter(Boolean).join(" · ");

type Said = { title: string; serviceName: string | null; staffName: string | null };

/** What its title does not say yet. */
export const aboutPicture = ({ title, serviceName, staffName }: Said, language: Language = "en"): string[] => [
  ...(serviceName && !title.toLowerCase().includes(serviceName.toLowerCase()) ? [serviceName] : []),
  ...(staffName ? [`${by[language]} ${staffName}`] : []),
];

/** So much a picture of 256 by 256 never needs. */
export const mostPhotoBytes = 200 * 1_024;

export type PhotoType = "image/jpeg" | "image/png" | "image/webp";

const marks: Record<PhotoType, readonly [at: number, mark: string][]> = {
  "image/jpeg": [[0, "\xff\xd8\xff"]],
  "image/png": [[0, "\x89PNG\r\n\x1a\n"]],
  "image/webp": [
    [0, "RIFF"],
    [8, "WEBP"],
  ],
};

/** What the bytes are, whatever they are called; null for what may hold more than a picture, such as SVG. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | null {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  const found = Object.entries(marks).find(([, all]) => all.every(([at, mark]) => head.startsWith(mark, at)));
  return (found?.[0] as PhotoType | undefined) ?? null;
}

import "server-only";
import { encode } from "uqr";

/** Edge in cells, and the dark cells as one SVG path. */
export type QrPicture = { size: number; path: string };

export function qrPicture(text: string): QrPicture {
  const { size, data } = encode(text, { border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join("") };
}

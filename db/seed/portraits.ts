import { drawn, inside, type Rgb, rgb } from "./png";

export type Look = { wall: string; skin: string; hair: string; dress: string; style: "short" | "long" | "wrap" };

/** Somebody as four shapes; x and y from 0 to 1. */
function colourAt(
  x: number,
  y: number,
  look: Record<"wall" | "skin" | "hair" | "dress", Rgb>,
  style: Look["style"],
): Rgb {
  const head = inside(x, y, [0.5, 0.45, 0.165, 0.205]);
  const fringe = y < (style === "wrap" ? 0.37 : 0.34) + 0.12 * (x - 0.5) ** 2;
  const hair = inside(x, y, [
    0.5,
    style === "wrap" ? 0.36 : 0.4,
    style === "short" ? 0.185 : 0.225,
    style === "wrap" ? 0.24 : 0.23,
  ]);
  const falls = style === "long" && Math.abs(x - 0.5) < 0.225 && y > 0.4 && y < 0.74;
  if (head && !fringe) return look.skin;
  if (hair && (fringe || style !== "short" || y < 0.42)) return look.hair;
  if (Math.abs(x - 0.5) < 0.07 && y > 0.55 && y < 0.76) return look.skin;
  if (inside(x, y, [0.5, 1.06, 0.4, 0.34])) return look.dress;
  return falls ? look.hair : look.wall;
}

/** A picture of nobody. */
export function portrait({ style, ...colours }: Look): Buffer {
  const look = { wall: rgb(colours.wall), skin: rgb(colours.skin), hair: rgb(colours.hair), dress: rgb(colours.dress) };
  return drawn((x, y) => colourAt(x, y, look, style));
}

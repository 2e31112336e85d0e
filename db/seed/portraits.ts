import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

export type Look = { wall: string; skin: string; hair: string; dress: string; style: "short" | "long" | "wrap" };

const side = 96;
/** Drawn this many times as large and made small again, for edges without steps. */
const finer = 2;

type Rgb = readonly [number, number, number];
const rgb = (colour: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;

const inside = (x: number, y: number, [cx, cy, rx, ry]: readonly [number, number, number, number]) =>
  ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;

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

/** A picture of nobody, 96 by 96, as a PNG of one kilobyte. */
export function portrait({ style, ...colours }: Look): Buffer {
  const look = { wall: rgb(colours.wall), skin: rgb(colours.skin), hair: rgb(colours.hair), dress: rgb(colours.dress) };
  const rows = Buffer.alloc(side * (1 + side * 3));
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const sum = [0, 0, 0];
      for (let n = 0; n < finer * finer; n++) {
        const x = (column + ((n % finer) + 0.5) / finer) / side;
        const y = (row + (Math.floor(n / finer) + 0.5) / finer) / side;
        colourAt(x, y, look, style).forEach((part, channel) => {
          sum[channel]! += part;
        });
      }
      sum.forEach((part, channel) => {
        rows[row * (1 + side * 3) + 1 + column * 3 + channel] = Math.round(part / (finer * finer));
      });
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // Eight bits of red, green and blue.
  head.set([8, 2], 8);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const [length, sum, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(name), data])];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** As a row of a table of photos holds it. */
export function photoRow(look: Look) {
  const bytes = portrait(look);
  const version = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return { content_type: "image/png", bytes: `\\x${bytes.toString("hex")}`, version };
}

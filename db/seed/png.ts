import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

const side = 96;
/** Drawn this many times as large and made small again, for edges without steps. */
const finer = 2;

export type Rgb = readonly [number, number, number];
export const rgb = (colour: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;

export const inside = (x: number, y: number, [cx, cy, rx, ry]: readonly [number, number, number, number]) =>
  ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;

/** A picture of 96 by 96, as a PNG of one kilobyte or so; x and y go from 0 to 1. */
export function drawn(colourAt: (x: number, y: number) => Rgb): Buffer {
  const rows = Buffer.alloc(side * (1 + side * 3));
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const sum = [0, 0, 0];
      for (let n = 0; n < finer * finer; n++) {
        const x = (column + ((n % finer) + 0.5) / finer) / side;
        const y = (row + (Math.floor(n / finer) + 0.5) / finer) / side;
        colourAt(x, y).forEach((part, channel) => {
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
export function pictureRow(bytes: Buffer) {
  const version = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return { content_type: "image/png", bytes: `\\x${bytes.toString("hex")}`, version };
}

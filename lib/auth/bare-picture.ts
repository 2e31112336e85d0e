import type { PhotoType } from "./photo-rules";

/**
 * A picture without what a camera writes beside it: where it was taken, when, with which phone. What is seen stays bit for
 * bit, with its colours and the way it is held. Null for what is not built as such a picture is: what cannot be read cannot
 * be cleaned either. Nothing after its end is kept.
 */
export const barePicture = (bytes: Buffer, type: PhotoType): Buffer | null => bare[type](bytes);

const text = (bytes: Buffer, from: number, length: number) => bytes.toString("latin1", from, from + length);

function bareJpeg(bytes: Buffer): Buffer | null {
  const kept = [bytes.subarray(0, 2)];
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    if (at + 4 > bytes.length) return null;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return null;
    kept.push(bareSegment(marker, bytes.subarray(at, end)));
    at = end;
    if (marker !== 0xda) continue;
    // What is drawn follows, until a mark that is none of its own.
    while (at + 1 < bytes.length && (bytes[at] !== 0xff || isDrawn(bytes[at + 1]!))) at += 1;
    kept.push(bytes.subarray(end, at));
  }
  return null;
}

const isDrawn = (marker: number): boolean => marker === 0 || (marker >= 0xd0 && marker <= 0xd7);

/** Of what programs and cameras add: sizes, colours, and from the camera's own words which side is up. */
function bareSegment(marker: number, segment: Buffer): Buffer {
  const is = (mark: string) => text(segment, 4, mark.length) === mark;
  if (marker === 0xe1 && is("Exif\0\0")) return upSegment(segment.subarray(10));
  const kept =
    (marker === 0xe0 && is("JFIF\0")) || (marker === 0xe2 && is("ICC_PROFILE\0")) || (marker === 0xee && is("Adobe"));
  const isAdded = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  return isAdded && !kept ? Buffer.alloc(0) : segment;
}

const upTag = 0x0112;

/** Which side is up, and nothing else; nothing when it is held upright. */
function upSegment(tiff: Buffer): Buffer {
  const side = sideUp(tiff);
  if (side < 2 || side > 8) return Buffer.alloc(0);
  const segment = Buffer.from(
    "\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0",
    "latin1",
  );
  segment.writeUInt16BE(side, 28);
  return segment;
}

function sideUp(tiff: Buffer): number {
  try {
    const little = text(tiff, 0, 2) === "II";
    const [short, long] = [
      (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)),
      (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)),
    ];
    const first = long(4);
    for (let n = 0; n < short(first); n++) {
      const entry = first + 2 + 12 * n;
      if (short(entry) === upTag) return short(entry + 8);
    }
  } catch (error) {
    // It points beyond its end: the camera's words are dropped with whatever they say.
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}

/** What is drawn, its colours, its size on paper, and the pictures of one that moves. */
const pngChunks = "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT".split(" ");

function barePng(bytes: Buffer): Buffer | null {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const name = text(bytes, at + 4, 4);
    if (pngChunks.includes(name)) kept.push(bytes.subarray(at, end));
    if (name === "IEND") return Buffer.concat(kept);
    at = end;
  }
  return null;
}

const webpChunks = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];
/** In the head of such a picture: that words of a camera come, and more words. */
const webpWords = 0x08 | 0x04;

function bareWebp(bytes: Buffer): Buffer | null {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return null;
  const kept: Buffer[] = [];
  let at = 12;
  while (at + 8 <= end) {
    const next = at + 8 + bytes.readUInt32LE(at + 4);
    if (next > end) return null;
    const name = text(bytes, at, 4);
    const padded = Math.min(end, next + (next % 2));
    if (webpChunks.includes(name)) {
      const chunk = Buffer.from(bytes.subarray(at, padded));
      if (name === "VP8X" && next > at + 8) chunk[8]! &= ~webpWords;
      kept.push(chunk);
    }
    at = padded;
  }
  if (kept.length === 0) return null;
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + kept.reduce((sum, chunk) => sum + chunk.length, 0), 4);
  return Buffer.concat([head, ...kept]);
}

const bare: Record<PhotoType, (bytes: Buffer) => Buffer | null> = {
  "image/jpeg": bareJpeg,
  "image/png": barePng,
  "image/webp": bareWebp,
};

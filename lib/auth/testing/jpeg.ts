/** Built as a JPEG is, though nobody could look at it: `drawn` is what it shows, `beside` what a camera adds to it. */
export const jpeg = (drawn: string | Buffer, ...beside: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from("\xff\xd8", "latin1"),
    ...beside,
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    typeof drawn === "string" ? Buffer.from(drawn, "latin1") : drawn,
    Buffer.from("\xff\xd9", "latin1"),
  ]);

export function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** What a phone in Nairobi writes: where it was, its name, and that it was held on its side. */
export function cameraWords(): Buffer {
  const tiff = Buffer.alloc(98);
  tiff.write("II*\0", "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  // Which side is up.
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(6, 18);
  // Where: degrees, minutes and seconds south, as fractions.
  tiff.writeUInt16LE(0x8825, 22);
  tiff.writeUInt16LE(4, 24);
  tiff.writeUInt32LE(1, 26);
  tiff.writeUInt32LE(38, 30);
  tiff.writeUInt16LE(1, 38);
  tiff.writeUInt16LE(2, 40);
  tiff.writeUInt16LE(5, 42);
  tiff.writeUInt32LE(3, 44);
  tiff.writeUInt32LE(56, 48);
  for (const [nth, part] of [1, 17, 31].entries()) {
    tiff.writeUInt32LE(part, 56 + 8 * nth);
    tiff.writeUInt32LE(1, 60 + 8 * nth);
  }
  tiff.write("Wanjiru's phone", 80, "latin1");
  return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]));
}

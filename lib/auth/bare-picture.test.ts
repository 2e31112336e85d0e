import fc from "fast-check";
import { expect, test } from "vitest";
import { drawn } from "@/db/seed/png";
import { barePicture } from "./bare-picture";
import { cameraWords, jpeg, segment } from "./testing/jpeg";

const latin = (words: string) => Buffer.from(words, "latin1");
const sizes = segment(0xe0, latin("JFIF\0\x01\x02\0\0\x01\0\x01\0\0"));
const colours = segment(0xe2, latin("ICC_PROFILE\0\x01\x01colours"));

test("of a JPEG the camera's words go, and what is seen stays to the last byte, with the side that is up", () => {
  const scan = latin("drawn\xff\0and\xff\xd0more");
  const added = [segment(0xe1, latin("http://ns.adobe.com/xap/1.0/\0<gps>")), segment(0xed, latin("Photoshop 3.0\0"))];
  const words = segment(0xfe, latin("taken at home"));
  const sent = Buffer.concat([jpeg(scan, sizes, cameraWords(), ...added, colours, words), latin("\xff\xd8another")]);
  const kept = barePicture(sent, "image/jpeg")!;
  const up = segment(0xe1, latin("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"));
  expect(kept).toEqual(jpeg(scan, sizes, up, colours));
  expect(barePicture(kept, "image/jpeg")).toEqual(kept);
});

test("of a PNG its texts and the camera's words go", () => {
  const plain = drawn(() => [250, 248, 243]);
  const chunk = (name: string, body: string) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, latin(name + body), Buffer.alloc(4)]);
  };
  const sent = Buffer.concat([
    ...[plain.subarray(0, 33), chunk("eXIf", "II*\0where"), chunk("tEXt", "Author\0Wanjiru"), chunk("tIME", "1234567")],
    ...[plain.subarray(33), latin("and more")],
  ]);
  expect(barePicture(sent, "image/png")).toEqual(plain);
});

test("of a WebP they go as well, and its head says that none are there", () => {
  const chunk = (name: string, body: string) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(body.length);
    return Buffer.concat([latin(name), length, latin(body), Buffer.alloc(body.length % 2)]);
  };
  const webp = (...chunks: Buffer[]) => {
    const body = Buffer.concat([latin("WEBP"), ...chunks]);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(body.length);
    return Buffer.concat([latin("RIFF"), length, body]);
  };
  const head = (flags: number) => chunk("VP8X", `${String.fromCharCode(flags)}\0\0\0\x01\0\0\x01\0\0`);
  const seen = chunk("VP8 ", "drawn");
  const sent = webp(head(0x2c), seen, chunk("EXIF", "where"), chunk("XMP ", "<gps>"));
  expect(barePicture(sent, "image/webp")).toEqual(webp(head(0x20), seen));
  expect(barePicture(webp(chunk("EXIF", "where")), "image/webp")).toBeNull();
});

test("what is cut off or made up is no picture, and nothing of it is kept", () => {
  const whole = jpeg("drawn", cameraWords());
  for (let length = 3; length < whole.length; length++)
    expect(barePicture(whole.subarray(0, length), "image/jpeg"), `${length}`).toBeNull();
  const heads = { "image/jpeg": "\xff\xd8\xff", "image/png": "\x89PNG\r\n\x1a\n", "image/webp": "RIFF\x20\0\0\0WEBP" };
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(heads) as (keyof typeof heads)[])), fc.uint8Array(), (type, rest) => {
      const kept = barePicture(Buffer.concat([latin(heads[type]), rest]), type);
      expect(kept === null || kept.length <= heads[type].length + rest.length).toBe(true);
    }),
  );
});

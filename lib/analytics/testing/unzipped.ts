import { inflateRawSync } from "node:zlib";

/** What lies in a zip under this name, by its list at the end. */
export function unzipped(zip: Uint8Array, name: string): string {
  const bytes = Buffer.from(zip);
  for (let at = bytes.readUInt32LE(bytes.length - 6); bytes.readUInt32LE(at) === 0x02014b50; ) {
    const [size, names, extra, comment] = [20, 28, 30, 32].map((from) =>
      from === 20 ? bytes.readUInt32LE(at + from) : bytes.readUInt16LE(at + from),
    ) as [number, number, number, number];
    if (bytes.toString("utf8", at + 46, at + 46 + names) === name) {
      const local = bytes.readUInt32LE(at + 42);
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const held = bytes.subarray(from, from + size);
      return (bytes.readUInt16LE(at + 10) === 0 ? held : inflateRawSync(held)).toString("utf8");
    }
    at += 46 + names + extra + comment;
  }
  throw new Error(`the zip has no ${name}`);
}

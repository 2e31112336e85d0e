import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { diskFiles } from "./disk-files";

const folder = await mkdtemp(join(tmpdir(), "files-"));
afterAll(() => rm(folder, { recursive: true }));
const disk = diskFiles(folder);

test("gives back what was put, and nothing once it is removed", async () => {
  await disk.put("house/gallery/one.webp", Buffer.from("first"), "image/webp");
  await disk.put("house/gallery/one.webp", Buffer.from("second"), "image/webp");
  expect(String(await disk.get("house/gallery/one.webp"))).toBe("second");
  // Nothing half done lies beside it.
  expect(await readdir(join(folder, "house/gallery"))).toEqual(["one.webp"]);
  await disk.remove("house/gallery/one.webp");
  await disk.remove("house/gallery/one.webp");
  expect(await disk.get("house/gallery/one.webp")).toBeNull();
});

test("a folder goes with everything in it, and others stay", async () => {
  for (const name of ["gone/gallery/one.webp", "gone/logo.webp", "stays/logo.webp"])
    await disk.put(name, Buffer.from("x"), "image/webp");
  await disk.removeAll("gone");
  await disk.removeAll("gone");
  expect([await disk.get("gone/logo.webp"), String(await disk.get("stays/logo.webp"))]).toEqual([null, "x"]);
  await expect(async () => disk.removeAll(".")).rejects.toThrow("outside");
});

test("nothing outside of its folder is read or written", async () => {
  for (const name of ["../outside", "house/../../outside", "/etc/hostname", "."])
    await expect(async () => disk.get(name)).rejects.toThrow("outside");
});

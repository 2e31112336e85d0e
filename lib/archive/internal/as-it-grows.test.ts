import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asItGrows } from "./as-it-grows";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "clientpulse-grows-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("what is there is handed over before the rest is written, and the end comes when it is whole", async () => {
  const path = join(folder, "whole");
  await writeFile(path, "head ");
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  const parts = asItGrows(path, promise);
  expect(String((await parts.next()).value)).toBe("head ");
  const waiting = parts.next();
  await appendFile(path, "rows ");
  expect(String((await waiting).value)).toBe("rows ");
  await appendFile(path, "end");
  resolve();
  expect(String((await parts.next()).value)).toBe("end");
  expect(await parts.next()).toEqual({ done: true, value: undefined });
});

test("what cannot be written to its end breaks off, and is no file that looks whole", async () => {
  const path = join(folder, "broken");
  await writeFile(path, "head ");
  let reject = (_: Error) => {};
  const promise = new Promise<void>((_, settle) => {
    reject = settle;
  });
  const parts = asItGrows(path, promise);
  await parts.next();
  reject(new Error("disk full"));
  await expect(parts.next()).rejects.toThrow("disk full");
});

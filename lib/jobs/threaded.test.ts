import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log } from "@/lib/platform/log";
import { startThread, threadFile } from "./threaded";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clientpulse-thread-"));
  vi.stubEnv("NODE_ENV", "production");
  vi.stubEnv("NEXT_DIST_DIR", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const put = (place: string) => {
  mkdirSync(join(folder, place, "jobs"), { recursive: true });
  writeFileSync(join(folder, place, "jobs/thread.mjs"), "");
};

test("the thread's file is the build's own, or beside the standalone server", () => {
  expect(threadFile(folder)).toBeNull();
  put("");
  expect(threadFile(folder)).toBe(join(folder, "jobs/thread.mjs"));
  put(".next");
  expect(threadFile(folder)).toBe(join(folder, ".next/jobs/thread.mjs"));
  vi.stubEnv("NEXT_DIST_DIR", ".next-test");
  put(".next-test");
  expect(threadFile(folder)).toBe(join(folder, ".next-test/jobs/thread.mjs"));
});

test("an old build beside the sources being worked on is left alone", () => {
  put(".next");
  vi.stubEnv("NODE_ENV", "development");
  expect(threadFile(folder)).toBeNull();
});

test("a thread that cannot start is told of and tried again; the process goes on", async () => {
  const failed = vi.spyOn(log(), "error").mockReturnValue();
  const ended = vi.spyOn(log(), "warn").mockReturnValue();
  put("");
  writeFileSync(threadFile(folder)!, "throw new Error('no such thing');");
  const worker = startThread(threadFile(folder)!);
  await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(2), { timeout: 10_000 });
  expect(failed.mock.calls.map(([told]) => (told as { err: Error }).err.message)).toEqual([
    "no such thing",
    "no such thing",
  ]);
  // Nobody is there to hear, which is nobody's fault.
  worker.ring("");
  await worker.stop();
});

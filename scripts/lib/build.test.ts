import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildEnv, isStale, sourceStamp } from "./build.mjs";

let root: string;

async function write(path: string, content: string) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "clientpulse-build-"));
  await write("package-lock.json", "{}");
  await write("app/page.tsx", "export default () => null;");
  await write(".next/BUILD_ID", "1");
  await write(".next/build-stamp", sourceStamp(root));
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe("a build is stale", () => {
  test.each([
    ["when a source changed", "app/page.tsx", "export default () => 1;"],
    ["when a folder is new", "messages/en.json", "{}"],
    ["when the lockfile changed", "package-lock.json", "{ }"],
    ["when a setting of the build changed", "next.config.ts", "export default {};"],
  ])("%s", async (_, path, content) => {
    expect(isStale(root, ".next")).toBe(false);
    await write(path, content);
    expect(isStale(root, ".next")).toBe(true);
  });

  test("when a source went away", async () => {
    await rm(join(root, "app/page.tsx"));
    expect(isStale(root, ".next")).toBe(true);
  });

  test("when it never came to its end, or belongs to another folder", async () => {
    await rm(join(root, ".next/BUILD_ID"));
    expect(isStale(root, ".next")).toBe(true);
    expect(isStale(root, ".next-test")).toBe(true);
  });

  test("when what is compiled into the pages changed", () => {
    expect(sourceStamp(root, { NEXT_PUBLIC_MAP: "a" })).not.toBe(sourceStamp(root, { NEXT_PUBLIC_MAP: "b" }));
  });
});

test("what no build reads leaves it fresh", async () => {
  await write("docs/deploy.md", "words");
  await write("e2e/booking.spec.ts", "words");
  await write("lib/bookings/book-slot.test.ts", "words");
  await write(".data/secrets.json", "{}");
  await write(".env", "AUTH_SECRET=x");
  await write("node_modules/next/package.json", "{}");
  expect(isStale(root, ".next")).toBe(false);
  expect(sourceStamp(root, { PATH: "/bin" })).toBe(sourceStamp(root, { PATH: "/usr/bin", AUTH_SECRET: "x" }));
});

test("a build sees no database, no secret and no mode", () => {
  const given = {
    PATH: "/bin",
    DATABASE_URL: "x",
    AUTH_SECRET: "x",
    NEXTAUTH_URL: "x",
    APP_MODE: "demo",
    NODE_ENV: "test",
  };
  expect(buildEnv(".next-test", given)).toEqual({
    PATH: "/bin",
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_DIST_DIR: ".next-test",
  });
});

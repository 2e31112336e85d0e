import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ensureInstalled, matchesLockfile, wantedStamp } from "./install.mjs";

let root: string;

type Packages = Record<string, Record<string, unknown>>;
const wanted: Packages = {
  "": { name: "clientpulse" },
  "node_modules/next": { version: "16.4.5", integrity: "sha512-a" },
  "node_modules/native-here": { version: "1.0.0", optional: true, os: [process.platform], cpu: [process.arch] },
  "node_modules/native-elsewhere": { version: "1.0.0", optional: true, os: ["aix"], cpu: ["ppc64"] },
  "node_modules/only-for-elsewhere": { version: "1.0.0", optional: true },
};
const installed: Packages = {
  "node_modules/next": { version: "16.4.5", integrity: "sha512-a" },
  "node_modules/native-here": { version: "1.0.0" },
};

const lock = (packages: Packages) => writeFile(join(root, "package-lock.json"), JSON.stringify({ packages }));
const install = (packages: Packages) =>
  writeFile(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
const stamp = () => readFile(join(root, "node_modules/.clientpulse-stamp"), "utf8");

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "clientpulse-install-"));
  await mkdir(join(root, "node_modules"));
  await mkdir(join(root, "scripts"));
  await writeFile(join(root, "scripts/postinstall.mjs"), "");
  await lock(wanted);
  await install(installed);
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe("an install made by hand", () => {
  test("is kept when it is what the lockfile says, packages of other machines aside", async () => {
    expect(matchesLockfile(root)).toBe(true);
    await ensureInstalled(root);
    expect(await stamp()).toBe(wantedStamp(root));
  });

  test.each<[string, Packages]>([
    ["another version", { ...installed, "node_modules/next": { version: "16.4.4", integrity: "sha512-a" } }],
    ["other contents", { ...installed, "node_modules/next": { version: "16.4.5", integrity: "sha512-b" } }],
    ["a package less", { "node_modules/native-here": { version: "1.0.0" } }],
    ["this machine's native package left out", { "node_modules/next": { version: "16.4.5", integrity: "sha512-a" } }],
    ["a package more", { ...installed, "node_modules/left-pad": { version: "1.3.0" } }],
  ])("is not kept with %s", async (_, packages) => {
    await install(packages);
    expect(matchesLockfile(root)).toBe(false);
  });

  test("is not kept when nothing tells what it is", async () => {
    await rm(join(root, "node_modules/.package-lock.json"));
    expect(matchesLockfile(root)).toBe(false);
  });
});

test("a stamped install is trusted until the lockfile or a patch changes", async () => {
  await ensureInstalled(root);
  const first = await stamp();
  // Would not match any more; the stamp says it need not be looked at.
  await install({});
  await ensureInstalled(root);
  expect(await stamp()).toBe(first);

  await mkdir(join(root, "patches"));
  await writeFile(join(root, "patches/postgres+3.4.9.patch"), "a fix");
  expect(wantedStamp(root)).not.toBe(first);
  await rm(join(root, "patches"), { recursive: true });
  await lock({ ...wanted, "node_modules/zod": { version: "4.6.7" } });
  expect(wantedStamp(root)).not.toBe(first);
});

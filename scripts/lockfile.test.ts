import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

type Entry = {
  version?: string;
  resolved?: string;
  integrity?: string;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

const lockfile = JSON.parse(readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8"));
const packages: Record<string, Entry> = lockfile.packages;

/** As Node looks a package up: beside the one that asks, then in the folders further up. */
function resolve(from: string, name: string): Entry | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/"))).replace(/\/$/, "")) {
    const found = packages[`${at}${at ? "/" : ""}node_modules/${name}`];
    if (found || at === "") return found;
  }
}

/** Packages that come as one build per machine, as the lockfile itself tells. */
const families = Object.entries(packages).flatMap(([path, { optionalDependencies }]) => {
  const names = Object.keys(optionalDependencies ?? {});
  const builds = names.flatMap((name) => resolve(path, name) ?? []).filter((entry) => entry.os && entry.cpu);
  // One build alone is an extra of one system (fsevents), not a family.
  return builds.length > 1 ? [{ name: path.split("node_modules/").at(-1) || "clientpulse", names, path, builds }] : [];
});

const machines = [
  { os: "linux", cpu: "x64" },
  { os: "linux", cpu: "arm64" },
  { os: "darwin", cpu: "x64" },
  { os: "darwin", cpu: "arm64" },
  { os: "win32", cpu: "x64" },
];

describe.each(families)("$name", ({ builds, names, path }) => {
  test.each(machines)("has a build for $os $cpu", ({ os, cpu }) => {
    const fitting = builds.filter((entry) => entry.os?.includes(os) && entry.cpu?.includes(cpu));
    expect(fitting.filter((entry) => !entry.libc || entry.libc.includes("glibc"))).not.toEqual([]);
  });

  // npm ci refuses a lockfile that leaves one out, even one for a machine nobody has.
  test("every build it names is locked", () => {
    expect(names.filter((name) => !resolve(path, name))).toEqual([]);
  });
});

test("the families were found", () => {
  const found = families.map((family) => family.name);
  const expected = ["next", "esbuild", "@biomejs/biome", "@node-rs/argon2", "@tailwindcss/oxide", "lightningcss"];
  expect(found).toEqual(expect.arrayContaining([...expected, "lefthook", "clientpulse", "typescript"]));
});

/** Below these are known holes. */
test.each([
  ["next", "16.4.5"],
  ["react", "19.3.1"],
  ["react-dom", "19.3.1"],
  ["next-auth", "4.24.15"],
  ["drizzle-orm", "0.45.2"],
  ["sharp", "0.35.5"],
])("no copy of %s is older than %s", (name, floor) => {
  const copies = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  const older = copies.filter(([, entry]) => !atLeast(entry.version ?? "0", floor));
  expect(older.map(([path, entry]) => `${path} ${entry.version}`)).toEqual([]);
});

test("every package is sealed, and none comes from elsewhere than the registry", () => {
  const elsewhere = (entry: Entry) => entry.resolved && !entry.resolved.startsWith("https://registry.npmjs.org/");
  const unsealed = Object.entries(packages).filter(
    ([path, entry]) => path !== "" && (elsewhere(entry) || !entry.integrity?.startsWith("sha512-")),
  );
  expect(unsealed.map(([path]) => path)).toEqual([]);
});

function atLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split("-")[0]?.split(".").map(Number) ?? []);
  for (const [index, wanted] of (b ?? []).entries()) {
    const had = a?.[index] ?? 0;
    if (had !== wanted) return had > wanted;
  }
  return true;
}

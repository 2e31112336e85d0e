import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts);

/**
 * The JavaScript file behind a package's command, so that no shell and no `.cmd` file is needed.
 * @param {string} name
 * @param {string} [command]
 */
export function commandFile(name, command = name.split("/").at(-1)) {
  const manifest =
    createRequire(inRoot("package.json"))
      .resolve.paths(name)
      ?.map((folder) => join(folder, name)) ?? [];
  for (const folder of manifest) {
    try {
      const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      return join(folder, typeof bin === "string" ? bin : bin[command ?? ""]);
    } catch {
      // Not in this node_modules; perhaps in one further up.
    }
  }
  throw new Error(`${name} is not installed. Run: npm ci`);
}

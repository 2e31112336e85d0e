import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { inRoot } from "./paths.mjs";

/**
 * Next reads these by itself and adds what is not set. In demo and in tests the settings of a live server that stand
 * there must not reach the server, and a variable that is set to nothing counts as set.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutDotEnv(env) {
  const endings = ["", ".local", ".production", ".production.local", ".development", ".development.local"];
  const files = endings.map((ending) => inRoot(`.env${ending}`)).filter((file) => existsSync(file));
  const names = files.flatMap((file) => Object.keys(parseEnv(readFileSync(file, "utf8"))));
  return { ...Object.fromEntries(names.map((name) => [name, ""])), ...env };
}

import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import type { Files } from "./files";

const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === "ENOENT";

/** Files below one folder of this machine. The bundler is told to look for none of it: it would take the sources along. */
export function diskFiles(folder: string): Files {
  const root = resolve(/* turbopackIgnore: true */ folder);
  const pathOf = (name: string): string => {
    const path = resolve(/* turbopackIgnore: true */ root, name);
    if (!path.startsWith(root + sep)) throw new Error(`${name} is outside of ${root}`);
    return path;
  };
  return {
    async put(name, bytes) {
      const path = pathOf(name);
      // Beside it first: whoever reads meanwhile never gets half of it.
      const beside = `${path}.${randomBytes(6).toString("hex")}`;
      await mkdir(/* turbopackIgnore: true */ dirname(path), { recursive: true });
      await writeFile(/* turbopackIgnore: true */ beside, bytes);
      await rename(/* turbopackIgnore: true */ beside, path);
    },
    async get(name) {
      try {
        return await readFile(/* turbopackIgnore: true */ pathOf(name));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    remove: (name) => rm(/* turbopackIgnore: true */ pathOf(name), { force: true }),
    removeAll: (name) => rm(/* turbopackIgnore: true */ pathOf(name), { force: true, recursive: true }),
  };
}

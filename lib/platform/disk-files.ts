import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import type { Files } from "./files";

const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === "ENOENT";

/** Files below one folder of this machine. */
export function diskFiles(folder: string): Files {
  const root = resolve(folder);
  const pathOf = (name: string): string => {
    const path = resolve(root, name);
    if (!path.startsWith(root + sep)) throw new Error(`${name} is outside of ${root}`);
    return path;
  };
  return {
    async put(name, bytes) {
      const path = pathOf(name);
      // Beside it first: whoever reads meanwhile never gets half of it.
      const beside = `${path}.${randomBytes(6).toString("hex")}`;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(beside, bytes);
      await rename(beside, path);
    },
    async get(name) {
      try {
        return await readFile(pathOf(name));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
}

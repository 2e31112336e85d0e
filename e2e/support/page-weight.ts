import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = process.env.NEXT_DIST_DIR ?? ".next-test";

/** All scripts that a page names, as bytes on the wire. What only browsers without modules load is left out. */
export async function scriptsOf(url: string): Promise<{ bytes: number; files: Record<string, number> }> {
  const html = (await (await fetch(url)).text()).replaceAll(/<script[^>]*\bnoModule[^>]*>/gi, "");
  // In script elements, and in what React is told: those are fetched as well, only later.
  const named = new Set(html.match(/static\/chunks\/[\w./~-]+\.js/g));
  const files: Record<string, number> = {};
  for (const name of named) {
    const file = `${dist}/${name}`;
    if (!existsSync(file)) throw new Error(`${url} names ${name}, which the build has not`);
    files[name] = gzipSync(readFileSync(file)).length;
  }
  return { bytes: Object.values(files).reduce((sum, bytes) => sum + bytes, 0), files };
}

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

// For the tests: which files a page is made of.

const importsOf = new Map<string, string[]>();

function fileOf(from: string, spec: string): string | null {
  const base = spec.startsWith("@/") ? spec.slice(2) : spec.startsWith(".") ? join(dirname(from), spec) : null;
  const found = base && [`${base}.ts`, `${base}.tsx`, join(base, "index.ts")].find(existsSync);
  return found?.startsWith("app/") ? found : null;
}

/** The files of the app that one imports; its types only are nothing that runs. */
function imported(file: string): string[] {
  const known = importsOf.get(file);
  if (known) return known;
  const source = readFileSync(file, "utf8");
  const specs = source.matchAll(/^(?:import|export)(?! type\b)[^;]*?\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/gm);
  const files = [...specs].flatMap(([, plain, later]) => fileOf(file, plain ?? later ?? "") ?? []);
  importsOf.set(file, files);
  return files;
}

/** These files and all that they import, and what those import. */
export function reachedFrom(files: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const next = [...files];
  for (let file = next.pop(); file; file = next.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    next.push(...imported(file));
  }
  return reached;
}

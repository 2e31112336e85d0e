import { readFileSync } from "node:fs";

const dist = process.env.NEXT_DIST_DIR ?? ".next-test";
const read = (file: string) => JSON.parse(readFileSync(`${dist}/${file}`, "utf8"));

export type Action = { id: string; name: string; page: string };

/** What the build itself says can be asked for; nothing is listed by hand, so nothing is forgotten. */
export function inventory(): { pages: string[]; routes: string[]; actions: Action[] } {
  const all = Object.entries(read("app-path-routes-manifest.json") as Record<string, string>);
  const files = /\.(png|svg|ico|txt|xml|webmanifest)$/;
  const own = all.filter(([, path]) => !path.startsWith("/_") && !files.test(path));
  const actions = Object.entries(
    read("server/server-reference-manifest.json").node as Record<
      string,
      { filename: string; exportedName: string; workers: Record<string, unknown> }
    >,
  ).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename}#${exportedName}`,
    page: pathOf(Object.keys(workers)[0] ?? ""),
  }));
  return {
    pages: own.filter(([file]) => file.endsWith("/page")).map(([, path]) => path),
    routes: own.filter(([file]) => file.endsWith("/route")).map(([, path]) => path),
    actions,
  };
}

/** `app/(auth)/login/page` → `/login`. */
const pathOf = (worker: string): string =>
  worker
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .replaceAll(/\/\([^)]+\)/g, "") || "/";

import { notFoundProblem } from "@/app/_server/route";
import { env } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";
import { openSlugs } from "@/lib/tenancy/doors/open-slugs";
import { pathsOf } from "./paths-of";

export const dynamic = "force-dynamic";

const perPage = 5_000;
/** Counting all businesses for each who asks would be dear. */
const keptMs = 600_000;
const mostKept = 100;

type Kept = { xml: Promise<string | null>; until: number };
const kept = () => singleton("sitemaps", () => new Map<number, Kept>());

/** The pages of the businesses that are open; when there are many, a list of lists. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("page");
  const page = asked === null ? 0 : /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : -1;
  const xml = page < 0 ? null : await known(page);
  if (xml === null) return notFoundProblem();
  return new Response(xml, {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}

function known(page: number): Promise<string | null> {
  const maps = kept();
  const found = maps.get(page);
  if (found && performance.now() < found.until) return found.xml;
  const xml = page === 0 ? whole() : ofPage(page);
  xml.then(
    (made) => made ?? maps.delete(page),
    () => maps.delete(page),
  );
  if (maps.size >= mostKept) maps.clear();
  maps.set(page, { xml, until: performance.now() + keptMs });
  return xml;
}

async function whole(): Promise<string | null> {
  const { slugs, total } = await openSlugs(0, perPage);
  if (total <= perPage) return urls(pathsOf(1, slugs));
  const pages = Array.from({ length: Math.ceil(total / perPage) }, (_, n) => `/sitemap.xml?page=${n + 1}`);
  return list("sitemapindex", "sitemap", pages);
}

async function ofPage(page: number): Promise<string | null> {
  const { slugs } = await openSlugs((page - 1) * perPage, perPage);
  return urls(pathsOf(page, slugs));
}

const urls = (paths: string[] | null) => paths && list("urlset", "url", paths);

/** A slug is letters, digits and hyphens: nothing in an address needs escaping. */
const list = (all: string, one: string, paths: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${all} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${paths
    .map((path) => `<${one}><loc>${env().APP_URL}${path}</loc></${one}>`)
    .join("\n")}\n</${all}>\n`;

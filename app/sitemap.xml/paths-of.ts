const own = ["/", "/find", "/pricing"];

/** What a page of the map lists: the platform's own first, on the first one; null beyond the last. */
export function pathsOf(page: number, slugs: readonly string[]): string[] | null {
  if (page > 1 && slugs.length === 0) return null;
  return [...(page === 1 ? own : []), ...slugs.map((slug) => `/book/${slug}`)];
}

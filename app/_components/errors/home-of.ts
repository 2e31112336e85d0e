/** Where whoever stands at an address is at home: their business, its booking page or portal, or the start. */
export function homeOf(path: string): string {
  const own = /^\/(?:book|portal)\/[^/]+/.exec(path)?.[0];
  if (own) return own;
  if (path.startsWith("/dashboard")) return "/dashboard";
  return path.startsWith("/admin") ? "/admin" : "/";
}

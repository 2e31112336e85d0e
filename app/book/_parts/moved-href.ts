import { referralShape } from "@/lib/platform/referral";

/**
 * The same page at the address of now. A friend's code is remembered for the address that it came with alone, so it goes
 * along in the link, unless that has one of its own.
 */
export function movedHref(asked: string, slug: string, code: string | undefined): string {
  const [path = "", search] = asked.split("?");
  const [, place, , ...rest] = path.split("/");
  const query = new URLSearchParams(search);
  const isNews = code !== undefined && referralShape.test(code) && !query.has("ref");
  const said = [search, isNews ? `ref=${code}` : ""].filter(Boolean).join("&");
  return `/${[place || "book", slug, ...rest].join("/")}${said ? `?${said}` : ""}`;
}

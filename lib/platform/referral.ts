/** A friend's code, which came with a link and is remembered until somebody books with the business that it is of. */
export const referralCookie = "referral";
/** Those with eight characters came along from the system before this one. */
export const referralShape = /^[2-9A-HJKMNP-TV-Z]{6}$|^[0-9A-Z]{8}$/;
const rememberedSeconds = 30 * 86_400;

/** The cookie that a link with a friend's code leaves, for the pages of that business alone; null for any other address. */
export function referralOf(url: URL): string | null {
  const code = url.searchParams.get("ref");
  const at = /^\/book\/[a-z0-9-]{1,60}(?=\/|$)/.exec(url.pathname)?.[0];
  if (!code || !at || !referralShape.test(code)) return null;
  const secure = url.protocol === "https:" ? "; Secure" : "";
  return `${referralCookie}=${code}; Path=${at}; Max-Age=${rememberedSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

import { decode, type JWT } from "next-auth/jwt";
import { env } from "@/lib/platform/env";
import { isId } from "@/lib/platform/ids";
import { secrets } from "@/lib/platform/signing";

/** `__Host-` and Secure exactly when the app is served over https: a browser refuses them otherwise. */
export const secureCookies = (): boolean => env().APP_URL.startsWith("https://");

export const cookieName = (what: "session" | "csrf" | "callback"): string =>
  `${secureCookies() ? "__Host-" : ""}clientpulse.${what}`;

/** The session token in a raw Cookie header, joined from next-auth's chunks (name.0, name.1 …) where it had to split it. */
export function sessionToken(header: string | null | undefined): string | null {
  if (!header || header.length > 16_384) return null;
  const name = cookieName("session");
  const chunks = new Map<number, string>();
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    const key = pair.slice(0, at).trim();
    if (at < 0 || !key.startsWith(name)) continue;
    const suffix = key.slice(name.length);
    if (suffix !== "" && !/^\.\d{1,2}$/.test(suffix)) continue;
    const order = suffix === "" ? -1 : Number(suffix.slice(1));
    if (!chunks.has(order)) chunks.set(order, pair.slice(at + 1).trim());
  }
  const whole = chunks.get(-1);
  if (whole) return whole;
  const joined = [...chunks].sort(([a], [b]) => a - b).map(([, chunk]) => chunk);
  return joined.length > 0 ? joined.join("") : null;
}

/** The session that a Cookie header names, or null. Says nothing of whether it still holds: the row decides. */
export async function sessionIdOf(header: string | null | undefined): Promise<string | null> {
  const token = sessionToken(header);
  const claims = token ? await claimsOf(token) : null;
  return isId(claims?.sid) ? claims.sid : null;
}

/** What a session token says, or null when it is forged, damaged or made with a secret that is gone. */
export async function claimsOf(token: string): Promise<JWT | null> {
  for (const secret of secrets()) {
    try {
      return await decode({ token, secret });
    } catch {
      // Perhaps the other secret made it.
    }
  }
  return null;
}

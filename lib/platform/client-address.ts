import { env } from "./env";

/**
 * Where a request comes from, or null where nobody tells (a route handler without a proxy of ours in front). X-Forwarded-For is believed only as far as proxies of ours wrote it: TRUSTED_HOPS says
 * how many there are; anything before them is the caller's own invention.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwarded: string | string[] | null | undefined,
): string | null {
  const hops = env().TRUSTED_HOPS;
  if (hops === 0) return socketAddress ?? null;
  const chain = (Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? ""))
    .split(",")
    .map((part) => part.trim());
  return chain.at(-hops) || socketAddress || null;
}

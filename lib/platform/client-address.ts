import { env } from "./env";

/**
 * Where a request comes from. X-Forwarded-For is believed only as far as proxies of ours wrote it: TRUSTED_HOPS says
 * how many there are; anything before them is the caller's own invention.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwarded: string | string[] | null | undefined,
): string {
  const hops = env().TRUSTED_HOPS;
  if (hops === 0) return socketAddress ?? "unknown";
  const chain = (Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? ""))
    .split(",")
    .map((part) => part.trim());
  return chain.at(-hops) || socketAddress || "unknown";
}

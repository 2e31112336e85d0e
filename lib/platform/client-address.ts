import type { IncomingHttpHeaders } from "node:http";
import { isIPv6 } from "node:net";
import { env } from "./env";

/** Set by our own server on every request (see realtime/door.ts), over whatever the caller wrote there. */
export const addressHeader = "x-clientpulse-address";

/**
 * Where a request comes from, or null where nobody tells (a route handler without a proxy of ours in front). X-Forwarded-For
 * is believed only as far as proxies of ours wrote it: TRUSTED_HOPS says how many there are; anything before them is the
 * caller's own invention.
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

/**
 * Whom an address counts as: a host with IPv6 has 2^64 of them, so there it is the network that is counted. An IPv4
 * address in IPv6 clothes is itself.
 */
export function networkOf(address: string): string {
  const four = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (four || !isIPv6(address)) return four ?? address;
  const [head = "", tail = ""] = address.split("::");
  const [before, after] = [head, tail].map((half) => half.split(":").filter(Boolean)) as [string[], string[]];
  const zeros = address.includes("::") ? Array<string>(8 - before.length - after.length).fill("0") : [];
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

/** Writes down who asks before anything else sees the request. */
export function markAddress(headers: IncomingHttpHeaders, socketAddress: string | undefined): void {
  headers[addressHeader] = clientAddress(socketAddress, headers["x-forwarded-for"]) ?? "";
}

/** The caller's address as our server wrote it down; on serverless, as the host's proxy did. */
export const addressOf = (headers: Headers): string =>
  env().RUNTIME === "serverless"
    ? (clientAddress(undefined, headers.get("x-forwarded-for")) ?? "")
    : (headers.get(addressHeader) ?? "");

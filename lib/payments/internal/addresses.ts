import { env } from "@/lib/platform/env";

/** What Safaricom has published; it may change, so a callback from elsewhere is asked about and not dropped. */
const published = [
  ...["196.201.214.200", "196.201.214.206", "196.201.214.207", "196.201.214.208", "196.201.213.114", "196.201.213.44"],
  ...["196.201.212.127", "196.201.212.128", "196.201.212.129", "196.201.212.132", "196.201.212.136", "196.201.212.138"],
  ...["196.201.212.69", "196.201.212.74"],
];

const plain = (address: string) => address.replace(/^::ffff:/i, "");

/** The simulator posts from this very machine. */
const loopback = new Set(["127.0.0.1", "::1"]);

export const isSafaricom = (address: string): boolean =>
  env().MPESA_ADDRESSES?.includes(plain(address)) ??
  (published.includes(plain(address)) || (env().DARAJA_BASE_URL !== undefined && loopback.has(plain(address))));

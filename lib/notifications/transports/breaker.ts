import { now } from "@/lib/platform/clock";
import { singleton } from "@/lib/platform/singleton";

type Rest = { until: number; ms: number };
const resting = () => singleton("transports-resting", () => new Map<string, Rest>());

const firstMs = 5_000;
const longestMs = 5 * 60_000;

/** When a transport may be tried again that did not work just now; null while it works. Each process finds out by itself. */
export function restsUntil(transport: string): Date | null {
  const rest = resting().get(transport);
  return rest && rest.until > now().getTime() ? new Date(rest.until) : null;
}

/** It did not work: left alone for twice as long as the last time. */
export function letRest(transport: string): Date {
  const known = resting().get(transport);
  const at = now().getTime();
  // Those that were under way together failed together.
  if (known && known.until > at) return new Date(known.until);
  const ms = known ? Math.min(known.ms * 2, longestMs) : firstMs;
  resting().set(transport, { until: at + ms, ms });
  return new Date(at + ms);
}

export const worksAgain = (transport: string): void => void resting().delete(transport);

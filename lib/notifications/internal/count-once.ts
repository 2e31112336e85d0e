import { singleton } from "@/lib/platform/singleton";
import { countSms } from "@/lib/platform/sms";
import type { Scope } from "@/lib/tenancy/scope";

const mostRemembered = 10_000;
const counted = () => singleton("counted-sms", () => new Set<string>());

/**
 * Whether this SMS may go. What may is counted once for its cause: counters keep what they count while a transaction
 * may fail and be run again, and reactions that failed together are run again one by one. Remembered by this process
 * alone: a try that another one makes hours later is counted again.
 */
export async function countOnce({ tenantId }: Scope, to: string, cause: string): Promise<boolean> {
  const [known, key] = [counted(), `${tenantId} ${cause}`];
  if (known.has(key)) return true;
  const { ok } = await countSms(to, tenantId);
  if (!ok) return false;
  known.add(key);
  const [oldest] = known;
  if (known.size > mostRemembered && oldest) known.delete(oldest);
  return true;
}

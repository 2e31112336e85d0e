import { singleton } from "@/lib/platform/singleton";
import { countManySms } from "@/lib/platform/sms";
import type { Scope } from "@/lib/tenancy/scope";

const mostRemembered = 10_000;
const counted = () => singleton("counted-sms", () => new Set<string>());

/**
 * Which of these SMS may go. What may is counted once for its cause: counters keep what they count while a transaction
 * may fail and be run again, and reactions that failed together are run again one by one. Remembered by this process
 * alone: a try that another one makes hours later is counted again.
 */
export async function countOnce(
  { tenantId }: Scope,
  wanted: readonly { to: string; cause: string }[],
): Promise<boolean[]> {
  const known = counted();
  const keyOf = (cause: string) => `${tenantId} ${cause}`;
  const fresh = wanted.filter(({ cause }) => !known.has(keyOf(cause)));
  const answers = await countManySms(
    fresh.map(({ to }) => to),
    tenantId,
  );
  const refused = new Set(fresh.filter((_, at) => !answers[at]!.ok));
  for (const { cause } of fresh.filter((one) => !refused.has(one))) remember(known, keyOf(cause));
  return wanted.map((one) => !refused.has(one));
}

function remember(known: Set<string>, key: string): void {
  known.add(key);
  const [oldest] = known;
  if (known.size > mostRemembered && oldest) known.delete(oldest);
}

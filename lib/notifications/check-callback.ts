import { env } from "@/lib/platform/env";

export type Reached = { reached: boolean; words: string };

const patienceMs = 5_000;

/** Whether the address that Safaricom and Africa's Talking report to leads back to this installation, as far as it can tell from here. */
export async function checkCallback(): Promise<Reached> {
  const address = env().MPESA_CALLBACK_URL;
  const answer = await fetch(`${address}/api/health/live`, {
    redirect: "error",
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => null);
  if (!answer) return { reached: false, words: `${address} cannot be reached from this server.` };
  if (!answer.ok)
    return { reached: false, words: `${address} answers, but not as this installation does (${answer.status}).` };
  return { reached: true, words: `${address} leads here.` };
}

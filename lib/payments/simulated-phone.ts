import { z } from "zod";
import { env } from "@/lib/platform/env";
import { asTyped } from "@/lib/platform/typed-text";
import type { PromptView } from "./simulator/control";

/** The phones of all customers, where M-Pesa is simulated: the newest prompt first. Null: there is no simulator. */
export async function simulatedPrompts(): Promise<PromptView[] | null> {
  const answer = await asked("state");
  return answer?.ok ? ((await answer.json()) as { prompts: PromptView[] }).prompts.slice(0, shown) : null;
}

export const tapShape = z.object({
  promptId: asTyped(128).min(1),
  tap: z.enum(["approve", "wrong-pin", "cancel", "no-money", "ignore"]),
});

/** What somebody does on the phone; false when that prompt waits for nobody. */
export async function tapPrompt({ promptId, tap }: z.output<typeof tapShape>): Promise<boolean> {
  const answer = await asked(`prompts/${encodeURIComponent(promptId)}/${tap}`, "POST");
  return answer?.ok ?? false;
}

const shown = 50;
const patienceMs = 2_000;

async function asked(path: string, method = "GET"): Promise<Response | null> {
  const { DARAJA_BASE_URL, APP_MODE } = env();
  if (!DARAJA_BASE_URL || APP_MODE === "live") return null;
  const signal = AbortSignal.timeout(patienceMs);
  return fetch(`${DARAJA_BASE_URL}/_sim/${path}`, { method, signal, cache: "no-store" }).catch(() => null);
}

import { stkPush } from "@/lib/payments/daraja/stk-push";
import { memoryTokens } from "@/lib/payments/daraja/tokens";
import { credentialsOf, simulatedAccounts } from "@/lib/payments/simulator/accounts";
import type { PromptView } from "@/lib/payments/simulator/control";
import { simulatedCallbackUrl } from "@/lib/payments/simulator/start-simulator";
import { newPhone } from "./api";
import type { App } from "./test";

const now = () => new Date();
/** By the stand-in that gave them: one that is asked for a new one each time refuses, as Safaricom does. */
const known = new Map<string, ReturnType<typeof memoryTokens>>();

/** A prompt on somebody's phone, as a business's server asks for it. */
export async function ringPhone({ mpesa }: Pick<App, "mpesa">, amountKes = 1_500): Promise<PromptView> {
  const tokens = known.get(mpesa.url) ?? memoryTokens(now);
  known.set(mpesa.url, tokens);
  const deps = { fetch, now, tokens, baseUrl: () => mpesa.url };
  const msisdn = newPhone().replace("+", "");
  const answer = await stkPush(deps, credentialsOf(simulatedAccounts.paybill), {
    amountKes,
    msisdn,
    reference: "BK-7F3K",
    description: "Deposit",
    callbackUrl: `${simulatedCallbackUrl}/nobody/listens`,
  });
  const prompt = mpesa.control.prompts().find(({ phone }) => phone === msisdn);
  if (answer.kind !== "accepted" || !prompt) throw new Error(`no prompt: ${JSON.stringify(answer)}`);
  return prompt;
}

import type { DarajaAccount, DarajaEnvironment } from "./account";
import type { DarajaDeps } from "./client";
import { askToken } from "./internal/ask";
import { nairobiTimestamp } from "./nairobi-time";
import { stkQuery } from "./stk-query";

export type AccountCheck =
  | { kind: "works" }
  | { kind: "mistake"; what: "keys" | "environment" | "product" | "shortcode" | "passkey"; words: string }
  /** Nothing is known by it. */
  | { kind: "no_answer"; words: string; retryAfterSeconds: number };

const sides = { sandbox: "the sandbox", live: "live use" };
const other: Record<DarajaEnvironment, DarajaEnvironment> = { sandbox: "live", live: "sandbox" };

/** Tries an account without asking anybody for money: a token, then a question about a push that never was. */
export async function checkAccount(deps: DarajaDeps, account: DarajaAccount): Promise<AccountCheck> {
  const token = await askToken(deps, account);
  if (token.kind === "refused") return wrongKeys(deps, account);
  if (token.kind === "rate_limited") return tooOften(token.retryAfterSeconds);
  if (token.kind !== "token") return silent;
  const once = { ...deps, tokens: { get: async () => token, drop: async () => {} } };
  const answer = await stkQuery(once, account, `ws_CO_${nairobiTimestamp(deps.now())}000000000`);
  switch (answer.kind) {
    case "not_found":
    case "paid":
    case "failed":
    case "in_flight":
      return { kind: "works" };
    case "rejected":
      return mistakeIn(answer.message);
    case "rate_limited":
      return tooOften(answer.retryAfterSeconds);
    case "no_answer":
      // Some servers say of an unknown push that its id is not valid yet.
      return answer.detail === "too_early" ? { kind: "works" } : silent;
  }
}

const silent: AccountCheck = {
  kind: "no_answer",
  words: "Safaricom does not answer.",
  retryAfterSeconds: 60,
};

const tooOften = (retryAfterSeconds: number): AccountCheck => ({
  kind: "no_answer",
  words: "Safaricom is asked too often just now.",
  retryAfterSeconds,
});

/** Keys that open the other side were only put in the wrong place. */
async function wrongKeys(deps: DarajaDeps, account: DarajaAccount): Promise<AccountCheck> {
  const environment = other[account.environment];
  const elsewhere = deps.baseUrl(environment) !== deps.baseUrl(account.environment);
  const there = elsewhere ? await askToken(deps, { ...account, environment }) : null;
  return there?.kind === "token"
    ? {
        kind: "mistake",
        what: "environment",
        words: `The consumer key is one for ${sides[environment]}, not for ${sides[account.environment]}.`,
      }
    : { kind: "mistake", what: "keys", words: "The consumer key or the consumer secret is wrong." };
}

function mistakeIn(message: string): AccountCheck {
  if (/wrong credentials/i.test(message))
    return { kind: "mistake", what: "passkey", words: "The passkey does not belong to this number." };
  if (/merchant does not exist|ShortCode/i.test(message))
    return {
      kind: "mistake",
      what: "shortcode",
      words: "Safaricom does not know this number. For a till, give the store number, not the till number.",
    };
  return {
    kind: "mistake",
    what: "product",
    words:
      "The keys are right, but their app may not use M-Pesa Express (Lipa na M-Pesa Online). Add it on the portal.",
  };
}

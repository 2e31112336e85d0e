import type { DarajaAccount } from "./account";

export type TokenAnswer =
  /** `goodUntil` stands a minute before Safaricom's own end. */
  | { kind: "token"; token: string; goodUntil: Date }
  | { kind: "refused" }
  | { kind: "rate_limited"; retryAfterSeconds: number }
  | { kind: "unreachable"; detail: string };

/** Keeps one token per environment and key. One made elsewhere may end the one before, so instances should share. */
export type TokenStore = {
  /** The kept token, or a fresh one, asked for once however many wait for it. */
  get(account: DarajaAccount, fresh: () => Promise<TokenAnswer>): Promise<TokenAnswer>;
  /** This token was refused. Another that has taken its place meanwhile stays. */
  drop(account: DarajaAccount, token: string): Promise<void>;
};

export const tokenKey = (account: DarajaAccount): string => `${account.environment} ${account.consumerKey}`;

export function memoryTokens(now: () => Date): TokenStore {
  const kept = new Map<string, TokenAnswer & { kind: "token" }>();
  const asked = new Map<string, Promise<TokenAnswer>>();
  return {
    get(account, fresh) {
      const key = tokenKey(account);
      const have = kept.get(key);
      if (have && now() < have.goodUntil) return Promise.resolve(have);
      const waiting = asked.get(key);
      if (waiting) return waiting;
      const asking = fresh()
        .then((answer) => {
          if (answer.kind === "token") kept.set(key, answer);
          return answer;
        })
        .finally(() => asked.delete(key));
      asked.set(key, asking);
      return asking;
    },
    async drop(account, token) {
      const key = tokenKey(account);
      if (kept.get(key)?.token === token) kept.delete(key);
    },
  };
}

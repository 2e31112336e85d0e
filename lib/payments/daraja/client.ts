import type { DarajaEnvironment } from "./account";
import type { TokenStore } from "./tokens";

/** What a call needs from outside. Nothing here reads the environment, the clock or a database by itself. */
export type DarajaDeps = {
  fetch: typeof fetch;
  now: () => Date;
  tokens: TokenStore;
  baseUrl: (environment: DarajaEnvironment) => string;
  /** Safaricom's certificate (PEM), for reversals and transaction status. */
  certificate?: ((environment: DarajaEnvironment) => string | undefined) | undefined;
  timeoutMs?: number | undefined;
};

/** The account or its app is set up wrongly, or what was asked is not allowed: asking again changes nothing. */
export type Rejected = { kind: "rejected"; why: "account" | "input"; code: string; message: string };

/** Refused before anything happened: the same may be asked again after this while. */
export type NotSent = {
  kind: "not_sent";
  why: "phone_busy" | "busy" | "rate_limited" | "quota" | "unreachable";
  retryAfterSeconds: number;
};

/** It may have happened. Never asked again by itself. */
export type Unknown = { kind: "unknown"; detail: string };

const bases = { sandbox: "https://sandbox.safaricom.co.ke", live: "https://api.safaricom.co.ke" };

/** Safaricom's own addresses, or the simulator's in place of both. */
export const darajaBaseUrl =
  (instead: string | undefined) =>
  (environment: DarajaEnvironment): string =>
    instead ?? bases[environment];

import type { DarajaAccount } from "../account";
import type { DarajaDeps } from "../client";
import type { TokenAnswer } from "../tokens";

/** What came back, told apart by form alone; what it means depends on the question. */
export type Answer =
  | { kind: "body"; body: Record<string, unknown> }
  /** Daraja's own refusal, or the gateway's in front of it. */
  | { kind: "error"; status: number; code: string; message: string; retryAfterSeconds: number | null }
  /** A page, nothing, or JSON of another shape. */
  | { kind: "unreadable"; status: number; retryAfterSeconds: number | null }
  /** Nothing came back. `sent` is false only when there was never a connection. */
  | { kind: "silent"; sent: boolean; detail: string }
  | { kind: "no_token"; token: Exclude<TokenAnswer, { kind: "token" }> };

const patienceMs = 25_000;

/** A question with a token. One that is refused for its token was not looked at further: it is asked once more. */
export async function ask(deps: DarajaDeps, account: DarajaAccount, path: string, body: unknown): Promise<Answer> {
  for (let again = false; ; again = true) {
    const token = await deps.tokens.get(account, () => askToken(deps, account));
    if (token.kind !== "token") return { kind: "no_token", token };
    const answer = await send(deps, account, path, {
      method: "POST",
      headers: { authorization: `Bearer ${token.token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!refusesToken(answer)) return answer;
    await deps.tokens.drop(account, token.token);
    if (again) return answer;
  }
}

/** A token of this account, past every cache. */
export async function askToken(deps: DarajaDeps, account: DarajaAccount): Promise<TokenAnswer> {
  const asked = deps.now().getTime();
  const answer = await send(deps, account, "/oauth/v1/generate?grant_type=client_credentials", {
    headers: {
      authorization: `Basic ${Buffer.from(`${account.consumerKey}:${account.consumerSecret}`).toString("base64")}`,
    },
  });
  if (answer.kind === "body") {
    const seconds = Number(answer.body.expires_in);
    const token = answer.body.access_token;
    if (typeof token === "string" && token && seconds > 0)
      return { kind: "token", token, goodUntil: new Date(asked + (seconds - 60) * 1000) };
    return { kind: "unreachable", detail: "the answer holds no token" };
  }
  if (answer.kind === "silent") return { kind: "unreachable", detail: answer.detail };
  if (answer.kind === "no_token") return answer.token;
  const { status, retryAfterSeconds } = answer;
  if (isRateLimit(answer)) return { kind: "rate_limited", retryAfterSeconds: retryAfterSeconds ?? 60 };
  // A wrong key or secret comes back as 400 with nothing in it.
  return status >= 400 && status < 500 ? { kind: "refused" } : { kind: "unreachable", detail: `HTTP ${status}` };
}

const tokenCodes = ["404.001.03", "400.003.01", "401.002.01"];

export const refusesToken = (answer: Answer): boolean =>
  answer.kind === "error" &&
  (tokenCodes.includes(answer.code) || /invalid_?access_?token|access_token_expired/i.test(answer.code));

/** A token that was made just now is refused where the app may not use the product, or the keys are of the other side. */
export const lacksProduct = (answer: Answer): boolean =>
  refusesToken(answer) || (answer.kind === "error" && /apiproduct match/i.test(answer.message + answer.code));

export const isRateLimit = (answer: Answer): boolean =>
  (answer.kind === "error" || answer.kind === "unreadable") &&
  (answer.status === 429 || (answer.kind === "error" && ["500.003.02", "500.003.03"].includes(answer.code)));

async function send(deps: DarajaDeps, account: DarajaAccount, path: string, init: RequestInit): Promise<Answer> {
  try {
    const response = await deps.fetch(`${deps.baseUrl(account.environment)}${path}`, {
      ...init,
      redirect: "manual",
      signal: AbortSignal.timeout(deps.timeoutMs ?? patienceMs),
    });
    return read(response, await response.text());
  } catch (error) {
    return silence(error);
  }
}

function read(response: Response, text: string): Answer {
  const { status } = response;
  const wait = Number(response.headers.get("retry-after"));
  const retryAfterSeconds = Number.isInteger(wait) && wait > 0 ? wait : null;
  const body = parsed(text);
  if (!body) return { kind: "unreadable", status, retryAfterSeconds };
  if (isRecord(body.fault)) {
    const detail = isRecord(body.fault.detail) ? body.fault.detail.errorcode : undefined;
    return error(detail, body.fault.faultstring);
  }
  // Seen with 200 as well.
  if ("errorCode" in body) return error(body.errorCode, body.errorMessage);
  return response.ok ? { kind: "body", body } : { kind: "unreadable", status, retryAfterSeconds };

  function error(code: unknown, message: unknown): Answer {
    return { kind: "error", status, code: String(code ?? ""), message: tame(message), retryAfterSeconds };
  }
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Safaricom repeats tokens and phone numbers in its messages; what is kept of them names nobody and opens nothing. */
const tame = (message: unknown): string =>
  (typeof message === "string" ? message : "")
    .replace(/\+?\d{7,}/g, "…")
    .replace(/\S{20,}/g, "…")
    .slice(0, 200);

const neverConnected = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ENETUNREACH",
  "EHOSTUNREACH",
];

function silence(error: unknown): Answer {
  const { name, cause } = error instanceof Error ? error : { name: "", cause: undefined };
  const code = isRecord(cause) || cause instanceof Error ? String((cause as { code?: unknown }).code ?? "") : "";
  return {
    kind: "silent",
    sent: !neverConnected.includes(code),
    detail: name === "TimeoutError" ? "no answer in time" : code || "the connection broke",
  };
}

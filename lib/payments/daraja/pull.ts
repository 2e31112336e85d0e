import type { DarajaAccount } from "./account";
import type { RegisterAnswer } from "./c2b";
import type { DarajaDeps, NotSent, Rejected, Unknown } from "./client";
import { ask, isRecord } from "./internal/ask";
import { readAmount, readText } from "./internal/fields";
import { refusalOf } from "./internal/refusals";
import { nairobiText, readNairobi } from "./nairobi-time";

export async function registerPull(
  deps: DarajaDeps,
  account: DarajaAccount,
  { msisdn, callbackUrl }: { msisdn: string; callbackUrl: string },
): Promise<RegisterAnswer> {
  const answer = await ask(deps, account, "/pulltransactions/v1/register", {
    ShortCode: account.shortcode,
    RequestType: "Pull",
    NominatedNumber: msisdn,
    CallBackURL: callbackUrl,
  });
  if (answer.kind !== "body") return refusalOf(answer);
  const status = String(answer.body.ResponseStatus ?? answer.body.ResponseCode);
  if (status === "1001") return { kind: "already" };
  return status === "1000" ? { kind: "registered" } : { kind: "unknown", detail: `status ${status.slice(0, 32)}` };
}

export type PulledTransaction = {
  receipt: string;
  amountKes: number;
  reference: string;
  at: Date | null;
};

export type PullAnswer = { kind: "transactions"; transactions: PulledTransaction[] } | Rejected | NotSent | Unknown;

/** What reached the account in a stretch of the last 48 hours, with the receipts that queries do not tell. */
export async function pullTransactions(
  deps: DarajaDeps,
  account: DarajaAccount,
  { from, to, offset = 0 }: { from: Date; to: Date; offset?: number },
): Promise<PullAnswer> {
  const answer = await ask(deps, account, "/pulltransactions/v1/query", {
    ShortCode: account.shortcode,
    StartDate: nairobiText(from),
    EndDate: nairobiText(to),
    OffSetValue: String(offset),
  });
  if (answer.kind !== "body") return refusalOf(answer);
  const { ResponseCode, Response: response, Transactions, transactions } = answer.body;
  // Three names are seen for the list, which may itself stand in a list.
  const list = [response, Transactions, transactions].find(Array.isArray);
  if (String(ResponseCode) !== "1000" || !list) return { kind: "unknown", detail: "an answer without a list" };
  return { kind: "transactions", transactions: list.flat().flatMap(readTransaction) };
}

function readTransaction(row: unknown): PulledTransaction[] {
  if (!isRecord(row)) return [];
  const receipt = readText(row.transactionId).toUpperCase();
  const amountKes = readAmount(row.amount);
  if (!receipt || !amountKes) return [];
  return [{ receipt, amountKes, reference: readText(row.billreference), at: readNairobi(row.trxDate) }];
}

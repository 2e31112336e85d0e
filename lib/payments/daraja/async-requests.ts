import type { DarajaAccount } from "./account";
import type { DarajaDeps, NotSent, Rejected, Unknown } from "./client";
import { securityCredential } from "./credentials";
import { ask } from "./internal/ask";
import { readId } from "./internal/fields";
import { refusalOf } from "./internal/refusals";
import { isPublicUrl } from "./internal/urls";
import { isReceipt } from "./stk-callback";
import { maxAmountKes } from "./stk-push";

/** Where the later answer goes, and where a notice that it takes longer does; each with a secret of its own. */
type Addresses = { resultUrl: string; timeoutUrl: string };

export type AsyncAnswer =
  /** Taken on; `parseResult` reads what arrives later. */
  { kind: "accepted"; conversationId: string; originatorConversationId: string } | Rejected | NotSent | Unknown;

/** Gives the money of a receipt back to who paid it. Sent once: what is `unknown` may have gone through. */
export async function reverse(
  deps: DarajaDeps,
  account: DarajaAccount,
  { receipt, amountKes, remarks, ...addresses }: { receipt: string; amountKes: number; remarks: string } & Addresses,
): Promise<AsyncAnswer> {
  if (!Number.isInteger(amountKes) || amountKes < 1 || amountKes > maxAmountKes) return wrong("amount");
  return request(
    deps,
    account,
    "/mpesa/reversal/v1/request",
    { receipt, remarks, ...addresses },
    {
      CommandID: "TransactionReversal",
      TransactionID: receipt,
      Amount: amountKes,
      ReceiverParty: account.shortcode,
      // Safaricom's own spelling.
      RecieverIdentifierType: "11",
    },
  );
}

/** Asks what became of a receipt. Changes nothing, so it may be asked again. */
export async function askTransactionStatus(
  deps: DarajaDeps,
  account: DarajaAccount,
  { receipt, ...addresses }: { receipt: string } & Addresses,
): Promise<AsyncAnswer> {
  return request(
    deps,
    account,
    "/mpesa/transactionstatus/v1/query",
    { receipt, remarks: "status", ...addresses },
    {
      CommandID: "TransactionStatusQuery",
      TransactionID: receipt,
      PartyA: account.shortcode,
      IdentifierType: "4",
    },
  );
}

async function request(
  deps: DarajaDeps,
  account: DarajaAccount,
  path: string,
  { receipt, remarks, resultUrl, timeoutUrl }: { receipt: string; remarks: string } & Addresses,
  fields: Record<string, unknown>,
): Promise<AsyncAnswer> {
  if (!isReceipt(receipt)) return wrong("receipt");
  if (!/^[A-Za-z0-9 -]{2,100}$/.test(remarks)) return wrong("remarks");
  if (!isPublicUrl(resultUrl) || !isPublicUrl(timeoutUrl)) return wrong("resultUrl");
  const { initiator } = account;
  const certificate = deps.certificate?.(account.environment);
  if (!initiator || !certificate)
    return { kind: "rejected", why: "account", code: "initiator", message: "No initiator is set up" };
  const answer = await ask(deps, account, path, {
    Initiator: initiator.name,
    SecurityCredential: securityCredential(initiator.password, certificate),
    ...fields,
    Remarks: remarks,
    QueueTimeOutURL: timeoutUrl,
    ResultURL: resultUrl,
    Occasion: remarks,
  });
  if (answer.kind !== "body") return refusalOf(answer);
  const conversationId = readId(answer.body.ConversationID);
  const originatorConversationId = readId(answer.body.OriginatorConversationID);
  if (String(answer.body.ResponseCode) !== "0" || !conversationId || !originatorConversationId)
    return { kind: "unknown", detail: "an answer without what an accepted request has" };
  return { kind: "accepted", conversationId, originatorConversationId };
}

const wrong = (field: string): Rejected => ({
  kind: "rejected",
  why: "input",
  code: field,
  message: `${field} cannot be sent`,
});

import { isRecord } from "./internal/ask";
import { readId, readPairs, readText } from "./internal/fields";
import { codeOf } from "./result-codes";

export type AsyncResult =
  | {
      kind: "result";
      done: boolean;
      code: string;
      originatorConversationId: string;
      conversationId: string;
      transactionId: string | null;
      /** Of two with one name the first; one without a value is there as undefined. */
      parameters: ReadonlyMap<string, unknown>;
    }
  | { kind: "malformed" };

/** The later answer to a reversal or a question for a transaction's status. A notice of a time-out is none of these. */
export function parseResult(body: unknown): AsyncResult {
  const told = isRecord(body) ? body.Result : null;
  if (!isRecord(told)) return { kind: "malformed" };
  const originatorConversationId = readId(told.OriginatorConversationID);
  const conversationId = readId(told.ConversationID);
  const code = codeOf(told.ResultCode);
  if (!originatorConversationId || !conversationId || !code || code.length > 32) return { kind: "malformed" };
  const list = isRecord(told.ResultParameters) ? told.ResultParameters.ResultParameter : [];
  return {
    kind: "result",
    done: code === "0",
    code,
    originatorConversationId,
    conversationId,
    transactionId: readText(told.TransactionID) || null,
    parameters: readPairs(Array.isArray(list) ? list : [list], "Key"),
  };
}

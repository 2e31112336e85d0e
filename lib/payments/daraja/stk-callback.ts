import { isRecord } from "./internal/ask";
import { readAmount, readId, readPairs, readText } from "./internal/fields";
import { readNairobi } from "./nairobi-time";
import { codeOf } from "./result-codes";

type Ids = { merchantRequestId: string; checkoutRequestId: string };

export type StkCallback =
  /** What is null was not told, or not in a way to be believed: then a query has to confirm it. */
  | ({ kind: "paid"; amountKes: number | null; receipt: string | null; at: Date | null } & Ids)
  | ({ kind: "failed"; code: string } & Ids)
  | { kind: "malformed" };

/** Never reads the phone: it may be masked, and it proves nothing. */
export function parseStkCallback(body: unknown): StkCallback {
  const told = isRecord(body) && isRecord(body.Body) ? body.Body.stkCallback : null;
  if (!isRecord(told)) return { kind: "malformed" };
  const merchantRequestId = readId(told.MerchantRequestID);
  const checkoutRequestId = readId(told.CheckoutRequestID);
  const code = codeOf(told.ResultCode);
  if (!merchantRequestId || !checkoutRequestId || !code || code.length > 32) return { kind: "malformed" };
  const ids = { merchantRequestId, checkoutRequestId };
  if (code !== "0") return { kind: "failed", code, ...ids };
  const items = readPairs(isRecord(told.CallbackMetadata) ? told.CallbackMetadata.Item : null, "Name");
  const receipt = readText(items.get("MpesaReceiptNumber")).toUpperCase();
  return {
    kind: "paid",
    ...ids,
    amountKes: readAmount(items.get("Amount")),
    receipt: isReceipt(receipt) ? receipt : null,
    at: readNairobi(items.get("TransactionDate")),
  };
}

/** Ten letters and digits on every receipt seen; the rule behind them is Safaricom's own and may change. */
export const isReceipt = (text: string): boolean => /^[A-Z0-9]{8,12}$/.test(text);

import { nairobiText, nairobiTimestamp } from "../daraja/nairobi-time";
import type { Said } from "./timeline";
import type { Prompt, World } from "./world";

const words: Record<string, string> = {
  "1": "The balance is insufficient for the transaction.",
  "17": "Rule limited.",
  "1001": "[STK_CB - ]Unable to lock subscriber, a transaction is already in process for the current subscriber",
  "1019": "Transaction has expired",
  "1032": "[STK_CB - ]Request cancelled by user",
  "1037": "No response from user.",
  "2001": "[MpesaCB - ]The initiator information is invalid.",
};

type Item = { Name: string; Value?: unknown };

/** The text of a callback; null when there is nothing yet that could be said again. */
export function callbackBody(world: World, prompt: Prompt, said: Said): string | null {
  const { merchantId, checkoutId, receipt, amount, phone } = prompt;
  const at = new Date(prompt.at + (prompt.timeline.moneyAtMs ?? 0));
  const body = (code: number | string, desc: string, items?: Item[], ids: Partial<Ids> = {}) =>
    JSON.stringify({
      Body: {
        stkCallback: {
          MerchantRequestID: ids.merchantId ?? merchantId,
          CheckoutRequestID: ids.checkoutId ?? checkoutId,
          ResultCode: code,
          ResultDesc: desc,
          ...(items && { CallbackMetadata: { Item: items } }),
        },
      },
    });
  const items: Item[] = [
    { Name: "Amount", Value: amount },
    { Name: "MpesaReceiptNumber", Value: receipt },
    { Name: "Balance" },
    { Name: "TransactionDate", Value: Number(nairobiTimestamp(at)) },
    { Name: "PhoneNumber", Value: Number(phone) },
  ];
  const done = "The service request is processed successfully.";
  const instead = (name: string, value: unknown) =>
    items.map((one) => (one.Name === name ? { Name: name, Value: value } : one));
  const falseReceipt = () => instead("MpesaReceiptNumber", `ZZ9${world.random.text("0123456789ABCDEFGHJKLMNP", 7)}`);

  if (typeof said === "object") {
    const code = /^\d+$/.test(said.code) ? Number(said.code) : said.code;
    return body(code, words[said.code] ?? "The request could not be completed.");
  }
  const other = said === "replay" || said === "used_receipt" ? lastPaid(world, prompt) : undefined;
  switch (said) {
    case "paid":
      return body(0, done, items);
    case "one_shilling":
      return body(
        0,
        done,
        falseReceipt().map((one) => (one.Name === "Amount" ? { Name: "Amount", Value: 1 } : one)),
      );
    case "wrong_merchant_id":
      return body(0, done, falseReceipt(), { merchantId: `${world.random.hex(4)}-0000-${world.random.hex(20)}` });
    case "unknown_checkout_id":
      return body(0, done, falseReceipt(), { checkoutId: `ws_CO_${world.random.text("0123456789", 26)}` });
    case "replay":
      return other ? callbackBody(world, other, "paid") : null;
    case "used_receipt":
      return other ? body(0, done, instead("MpesaReceiptNumber", other.receipt)) : null;
    case "masked":
      return body(0, done, [
        { Name: "PhoneNumber", Value: `2547****${phone.slice(-3)}` },
        { Name: "TransactionDate", Value: nairobiText(at) },
        { Name: "MpesaReceiptNumber", Value: receipt },
        { Name: "Amount", Value: `${amount}.00` },
      ]);
    case "no_items":
      return body(0, done, []);
    case "text_code":
      return body("0", done, items);
    case "cut_off":
      return body(0, done, items).slice(0, -20);
    case "array":
      return `[${body(0, done, items)}]`;
    case "huge":
      return body(0, "x".repeat(1_100_000), items);
  }
}

type Ids = { merchantId: string; checkoutId: string };

const lastPaid = (world: World, but: Prompt) =>
  [...world.prompts.values()].findLast((one) => one !== but && hasPaid(world, one));

const hasPaid = (world: World, { at, timeline: { moneyAtMs } }: Prompt): boolean =>
  moneyAtMs !== undefined && world.clock.now() >= at + moneyAtMs;

import { expect, test } from "vitest";
import { parseStkCallback } from "./stk-callback";

type Item = { Name?: unknown; Value?: unknown };
const ids = { MerchantRequestID: "29115-34620561-1", CheckoutRequestID: "ws_CO_0101202612000012712345678" };
const usual: Item[] = [
  { Name: "Amount", Value: 1500.0 },
  { Name: "MpesaReceiptNumber", Value: "UA11ABCDE2" },
  { Name: "Balance" },
  { Name: "TransactionDate", Value: 20260101120017 },
  { Name: "PhoneNumber", Value: 254712345678 },
];
const success = (items: unknown = usual, more: object = {}) => ({
  Body: { stkCallback: { ...ids, ResultCode: 0, ResultDesc: "…", CallbackMetadata: { Item: items }, ...more } },
});
const failure = (code: unknown, more: object = {}) => ({
  Body: { stkCallback: { ...ids, ResultCode: code, ResultDesc: "…", ...more } },
});
const instead = (name: string, value: unknown) =>
  usual.map((item) => (item.Name === name ? { Name: name, Value: value } : item));

const paid = {
  kind: "paid",
  merchantRequestId: ids.MerchantRequestID,
  checkoutRequestId: ids.CheckoutRequestID,
  amountKes: 1_500,
  receipt: "UA11ABCDE2",
  at: new Date("2026-01-01T09:00:17Z"),
};

test.each([
  ["as Safaricom writes it", success(), {}],
  ["in another order", success([...usual].reverse()), {}],
  ["with an unknown item, and one that is none", success([{ Name: "Fuliza", Value: 1 }, null, 7, ...usual]), {}],
  ["the first of two amounts", success([...usual, { Name: "Amount", Value: 1 }]), {}],
  ["an amount in words", success(instead("Amount", "1500.00")), {}],
  ["half a shilling", success(instead("Amount", 1500.5)), { amountKes: null }],
  ["an amount that is none", success(instead("Amount", "1e3")), { amountKes: null }],
  ["a day in words", success(instead("TransactionDate", "2026-01-01 12:00:17")), {}],
  ["a day that never was", success(instead("TransactionDate", 20261301000000)), { at: null }],
  ["a masked phone", success(instead("PhoneNumber", "2547****678")), {}],
  ["a code in words", success(usual, { ResultCode: "0" }), {}],
  ["a receipt that is none", success(instead("MpesaReceiptNumber", "<script>")), { receipt: null }],
  ["no items", success([]), { amountKes: null, receipt: null, at: null }],
  [
    "nothing where they stand",
    success(usual, { CallbackMetadata: null }),
    { amountKes: null, receipt: null, at: null },
  ],
])("paid: %s", (_, body, change) => {
  expect(parseStkCallback(body)).toEqual({ ...paid, ...change });
});

test.each([
  [1032, "1032"],
  ["1037", "1037"],
  ["SFC_IC0003", "SFC_IC0003"],
  [7777, "7777"],
])("not paid: %j", (code, told) => {
  for (const more of [{}, { CallbackMetadata: null }])
    expect(parseStkCallback(failure(code, more))).toMatchObject({ kind: "failed", code: told });
});

test.each([
  null,
  [],
  "paid",
  {},
  [success()],
  { Body: {} },
  { Body: { stkCallback: [] } },
  failure(undefined),
  failure({}),
  failure("x".repeat(40)),
  success(usual, { MerchantRequestID: "" }),
  success(usual, { CheckoutRequestID: 7 }),
  success(usual, { CheckoutRequestID: "w".repeat(129) }),
])("no callback at all: %#", (body) => {
  expect(parseStkCallback(body)).toEqual({ kind: "malformed" });
});

/** Bodies that others have published: the first is a success with a Balance that has no value. */
test.each([
  ["19918-3028728-2", "ws_CO_DMZ_264695293_11032019122104433", 0, "NCB9FJNAIT"],
  ["14683-2472331-1", "ws_CO_DMZ_264800546_11032019141837240", 2001, null],
  ["19919-3025233-1", "ws_CO_DMZ_401294732_11032019121308821", 1032, null],
  ["19924-2088990-1", "ws_CO_DMZ_262987371_09032019203456095", 1036, null],
  ["7588-31800016-1", "ws_CO_270920212128259339", "SFC_IC0003", null],
])("%s", (MerchantRequestID, CheckoutRequestID, ResultCode, receipt) => {
  const Item = [
    { Name: "Amount", Value: 1.0 },
    { Name: "MpesaReceiptNumber", Value: receipt },
    { Name: "Balance" },
    { Name: "TransactionDate", Value: 20190311122121 },
    { Name: "PhoneNumber", Value: 254700000000 },
  ];
  const metadata = receipt ? { CallbackMetadata: { Item } } : {};
  const told = { MerchantRequestID, CheckoutRequestID, ResultCode, ResultDesc: "…", ...metadata };
  expect(parseStkCallback({ Body: { stkCallback: told } })).toEqual({
    merchantRequestId: MerchantRequestID,
    checkoutRequestId: CheckoutRequestID,
    ...(receipt
      ? { kind: "paid", amountKes: 1, receipt, at: new Date("2019-03-11T09:21:21Z") }
      : { kind: "failed", code: String(ResultCode) }),
  });
});

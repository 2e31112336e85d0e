import { expect, test } from "vitest";
import { simulatedAccounts } from "../simulator/accounts";
import { simulatedCallbackUrl, startSimulator } from "../simulator/start-simulator";
import { paybill, pushed, type Simulated, simulated } from "../testing/simulated";
import { askTransactionStatus, reverse } from "./async-requests";
import { parseResult } from "./async-result";
import { parseConfirmation, registerC2b } from "./c2b";
import { checkAccount } from "./check-account";
import { pullTransactions, registerPull } from "./pull";
import { parseStkCallback } from "./stk-callback";

const addresses = { resultUrl: `${simulatedCallbackUrl}/r/1`, timeoutUrl: `${simulatedCallbackUrl}/t/1` };
const urls = { confirmationUrl: `${simulatedCallbackUrl}/c2b/1`, validationUrl: `${simulatedCallbackUrl}/val/1` };

/** A payment that went through, and its receipt. */
async function paidBy(sim: Simulated, msisdn: string): Promise<string> {
  await pushed(sim, { msisdn });
  await sim.advance(20_000);
  sim.received.length = 0;
  return sim.till().at(-1)!.receipt;
}
const back = (sim: Simulated, receipt: string, amountKes = 1_500, account = paybill) =>
  reverse(sim.deps, account, { receipt, amountKes, remarks: "Refund of a deposit", ...addresses });
const onlyResult = (sim: Simulated) => {
  const result = parseResult(JSON.parse(sim.received[0]!.text));
  if (result.kind !== "result") throw new Error("no result");
  return result;
};
const told = (sim: Simulated) => sim.received.map(({ path, text }) => [path, parseResult(JSON.parse(text))] as const);

test("a payment is given back once", async () => {
  const sim = await simulated();
  const receipt = await paidBy(sim, "254700000050");
  const answer = await back(sim, receipt);
  expect(answer).toMatchObject({ kind: "accepted", conversationId: expect.stringMatching(/^AG_20261124_/) });
  await sim.advance(5_000);
  expect(told(sim)).toMatchObject([["/r/1", { kind: "result", done: true, code: "0" }]]);
  const result = onlyResult(sim);
  expect(result.conversationId).toBe((answer as { conversationId: string }).conversationId);
  expect(result.parameters.get("OriginalTransactionID")).toBe(receipt);
  await back(sim, receipt);
  await sim.advance(5_000);
  expect(told(sim)[1]?.[1]).toMatchObject({ done: false, code: "R000001", parameters: new Map() });
  expect(sim.till().map(({ amount }) => amount)).toEqual([1_500, -1_500]);
});

test.each([
  ["254700000051", "/r/1", "R000001", [1_500]],
  ["254700000052", "/t/1", "1", [1_500, -1_500]],
] as const)("giving back what %s paid", async (msisdn, path, code, till) => {
  const sim = await simulated();
  await back(sim, await paidBy(sim, msisdn));
  await sim.advance(15_000);
  expect(told(sim)).toMatchObject([[path, { code }]]);
  expect(sim.till().map(({ amount }) => amount)).toEqual(till);
});

test("a wrong receipt or initiator is told later; none at all is told at once", async () => {
  const sim = await simulated();
  const receipt = await paidBy(sim, "254700000000");
  const wrong = { name: "testapi", password: "wrong" };
  await back(sim, "ZZZZZZZZZZ");
  await back(sim, receipt, 1_500, { ...paybill, initiator: wrong });
  await back(sim, receipt, 1_500, { ...paybill, initiator: { ...wrong, name: "nobody" } });
  await sim.advance(5_000);
  const codes = told(sim).map(([, result]) => (result.kind === "result" ? result.code : null));
  expect(codes.sort()).toEqual(["2001", "21", "R000002"]);
  const without = await back(sim, receipt, 1_500, { ...paybill, initiator: undefined });
  expect(without).toMatchObject({ kind: "rejected", why: "account", code: "initiator" });
  expect(await back(sim, receipt, 0)).toMatchObject({ kind: "rejected", why: "input", code: "amount" });
  expect(sim.till()).toHaveLength(1);
});

test("what became of a receipt can be asked", async () => {
  const sim = await simulated();
  const receipt = await paidBy(sim, "254700000000");
  expect(await askTransactionStatus(sim.deps, paybill, { receipt, ...addresses })).toMatchObject({ kind: "accepted" });
  await sim.advance(5_000);
  const { parameters } = onlyResult(sim);
  expect([...parameters].filter(([key]) => /Receipt|Amount|Status|Reason|Debit/.test(key))).toEqual([
    ["DebitPartyName", "- Wanjiru"],
    ["ReceiptNo", receipt],
    ["Amount", 1_500],
    ["TransactionStatus", "Completed"],
    ["ReasonType", undefined],
  ]);
});

test.each([null, [], {}, { Result: [] }, { Result: { ResultCode: 0 } }])("%j is no result", (body) => {
  expect(parseResult(body)).toEqual({ kind: "malformed" });
});

test("what customers type is reported where it was registered", async () => {
  const sim = await simulated({ registersOnce: true });
  expect(await registerC2b(sim.deps, paybill, urls)).toEqual({ kind: "registered" });
  expect(await registerC2b(sim.deps, paybill, urls)).toEqual({ kind: "already" });
  const moved = await sim.pay({ shortcode: "174379", amount: 700, phone: "254712345678", reference: "BRAIDS" });
  expect(sim.received.map(({ path }) => path)).toEqual(["/c2b/1"]);
  expect(parseConfirmation(JSON.parse(sim.received[0]!.text))).toEqual({
    kind: "confirmation",
    receipt: moved!.receipt,
    amountKes: 700,
    shortcode: "174379",
    reference: "BRAIDS",
    phone: "2547 ***** 678",
    name: "Wanjiru",
    at: new Date(sim.now()),
  });
  expect(sim.till()).toMatchObject([{ amount: 700, reference: "BRAIDS" }]);
});

test("a business that wants to be asked first may say no", async () => {
  const sim = await simulated();
  sim.addAccount({ ...simulatedAccounts.paybill, validates: true });
  await registerC2b(sim.deps, paybill, urls);
  sim.answers.text = '{"ResultCode":"C2B00012","ResultDesc":"Rejected"}';
  const typed = { shortcode: "174379", amount: 700, phone: "254712345678", reference: "BRAIDS" };
  expect(await sim.pay(typed)).toBeNull();
  sim.answers.text = '{"ResultCode":"0","ResultDesc":"Accepted"}';
  expect(await sim.pay(typed)).toMatchObject({ amount: 700 });
  sim.answers.text = "nonsense";
  expect(await sim.pay(typed)).toMatchObject({ amount: 700 });
  expect(sim.received.map(({ path }) => path)).toEqual(["/val/1", "/val/1", "/c2b/1", "/val/1", "/c2b/1"]);
});

test("a prompted payment may be reported like a typed one, too, under the same receipt", async () => {
  const sim = await simulated({ headless: true });
  sim.addAccount({ ...simulatedAccounts.paybill, confirmsPrompted: true });
  await registerC2b(sim.deps, paybill, urls);
  await pushed(sim);
  await sim.advance(10_000);
  const receipts = sim.received.map(({ text }) => {
    const body = JSON.parse(text);
    const [prompted, typed] = [parseStkCallback(body), parseConfirmation(body)];
    if (prompted.kind === "paid") return prompted.receipt;
    return typed.kind === "confirmation" ? typed.receipt : null;
  });
  expect(receipts).toEqual(Array(2).fill(sim.till()[0]!.receipt));
  expect(sim.till()).toHaveLength(1);
});

test.each([null, [], "x", {}, { TransID: "ZKO1234567", TransAmount: "5.50", BusinessShortCode: "174379" }])(
  "%j is no confirmation",
  (body) => expect(parseConfirmation(body)).toEqual({ kind: "malformed" }),
);

test.each(["https://desk.example.com/api/mpesa/c2b", "https://desk.example.com/query", "http://desk.example.com/c2b"])(
  "%s cannot be registered",
  async (confirmationUrl) => {
    const sim = await simulated();
    const answer = await registerC2b(sim.deps, paybill, { ...urls, confirmationUrl });
    expect(answer).toMatchObject({ kind: "rejected", why: "input", code: "confirmationUrl" });
    expect(sim.asked).toHaveLength(0);
  },
);

test("a receipt that no callback brought is found among what reached the account", async () => {
  const sim = await simulated();
  const number = { msisdn: "254712345678", callbackUrl: `${simulatedCallbackUrl}/p/1` };
  expect(await registerPull(sim.deps, paybill, number)).toEqual({ kind: "registered" });
  expect(await registerPull(sim.deps, paybill, number)).toEqual({ kind: "already" });
  const receipt = await paidBy(sim, "254700000021");
  const day = 86_400_000;
  const pull = (offset = 0) =>
    pullTransactions(sim.deps, paybill, { from: new Date(sim.now().getTime() - day), to: sim.now(), offset });
  const at = new Date(sim.till()[0]!.at);
  const found = { receipt, amountKes: 1_500, reference: "BK-7F3K", at };
  expect(await pull()).toEqual({ kind: "transactions", transactions: [found] });
  expect(await pull(1)).toEqual({ kind: "transactions", transactions: [] });
  await sim.advance(3 * day);
  const wide = { from: new Date(sim.now().getTime() - 4 * day), to: sim.now() };
  expect(await pullTransactions(sim.deps, paybill, wide)).toEqual({ kind: "transactions", transactions: [] });
});

test("the connection test names the mistake, and asks nobody for money", async () => {
  const sim = await simulated();
  const what = async (change: Partial<typeof paybill>) => {
    const found = await checkAccount(sim.deps, { ...paybill, ...change });
    return found.kind === "mistake" ? found.what : found.kind;
  };
  expect(await what({})).toBe("works");
  expect(await what({ consumerSecret: "wrong" })).toBe("keys");
  expect(await what({ passkey: "wrong" })).toBe("passkey");
  expect(await what({ shortcode: "123456" })).toBe("shortcode");
  expect(await what({ shortcode: "12" })).toBe("shortcode");
  sim.addFault("query", "429");
  expect(await what({})).toBe("no_answer");
  sim.addFault("oauth", "503html");
  expect(await what({})).toBe("no_answer");
  sim.addAccount({ ...simulatedAccounts.paybill, products: ["c2b"] });
  expect(await what({})).toBe("product");
  expect(sim.prompts()).toHaveLength(0);
});

test("keys of the other side are known as such", async () => {
  const sim = await simulated();
  const live = await startSimulator({ accounts: [{ ...simulatedAccounts.paybill, consumerKey: "live-key" }] });
  const deps = { ...sim.deps, baseUrl: (side: "sandbox" | "live") => (side === "live" ? live.url : sim.url) };
  const found = await checkAccount(deps, { ...paybill, consumerKey: "live-key" });
  await live.stop();
  expect(found).toMatchObject({ what: "environment", words: expect.stringContaining("live use") });
});

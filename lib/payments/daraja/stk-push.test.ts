import { expect, test, vi } from "vitest";
import { simulatedAccounts } from "../simulator/accounts";
import { began, callbackUrl, paybill, pushed, simulated, till, wish } from "../testing/simulated";
import { type DarajaDeps, darajaBaseUrl } from "./client";
import { nairobiTimestamp } from "./nairobi-time";
import { stkPush } from "./stk-push";
import { stkQuery } from "./stk-query";

const pushesIn = (asked: { path: string }[]) => asked.filter(({ path }) => path.endsWith("processrequest")).length;
const tokensIn = (asked: { path: string }[]) => asked.filter(({ path }) => path.startsWith("/oauth")).length;

test("a push has the eleven fields, in Nairobi's time", async () => {
  const sim = await simulated();
  expect(await pushed(sim)).toMatchObject({
    kind: "accepted",
    checkoutRequestId: expect.stringMatching(/^ws_CO_2411/),
  });
  const timestamp = nairobiTimestamp(new Date(began));
  expect(timestamp).toBe("20261124120000");
  expect(sim.asked.find(({ body }) => body)?.body).toEqual({
    BusinessShortCode: "174379",
    Password: Buffer.from(`174379${paybill.passkey}${timestamp}`).toString("base64"),
    Timestamp: timestamp,
    TransactionType: "CustomerPayBillOnline",
    Amount: 1_500,
    PartyA: "254712345678",
    PartyB: "174379",
    PhoneNumber: "254712345678",
    CallBackURL: callbackUrl,
    AccountReference: "BK-7F3K",
    TransactionDesc: "Deposit",
  });
});

test("a till is asked for by its store number, and paid by its own", async () => {
  const sim = await simulated({ headless: true });
  await pushed(sim, {}, till);
  expect(sim.asked.at(-1)?.body).toMatchObject({
    BusinessShortCode: "600966",
    PartyB: "5151515",
    TransactionType: "CustomerBuyGoodsOnline",
  });
  await sim.advance(10_000);
  expect(sim.till()).toMatchObject([{ shortcode: "600966", amount: 1_500 }]);
});

test("fifty pushes at once share one token, until a minute before its end", async () => {
  const sim = await simulated({ pushesPerSecond: 100 });
  const push = (n: number) => stkPush(sim.deps, paybill, wish({ msisdn: `2547200000${n}` }));
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => push(10 + n)));
  expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(["accepted"]));
  expect(tokensIn(sim.asked)).toBe(1);
  await sim.advance((3_599 - 60) * 1_000 - 1);
  await push(70);
  expect(tokensIn(sim.asked)).toBe(1);
  await sim.advance(1);
  await push(71);
  expect(tokensIn(sim.asked)).toBe(2);
});

test("a token that is refused is replaced once; keys that always are belong to no such product", async () => {
  const sim = await simulated();
  await pushed(sim, { msisdn: "254720000001" });
  sim.expireTokens();
  expect(await pushed(sim, { msisdn: "254720000002" })).toMatchObject({ kind: "accepted" });
  expect([tokensIn(sim.asked), pushesIn(sim.asked)]).toEqual([2, 3]);
  expect(sim.prompts()).toHaveLength(2);

  sim.addAccount({ ...simulatedAccounts.till, products: ["c2b"] });
  const answer = await pushed(sim, {}, till);
  expect(answer).toMatchObject({ kind: "rejected", why: "account", code: "404.001.03" });
  expect(pushesIn(sim.asked)).toBe(5);
});

test("keys that are wrong are a fault of the account, and nothing is pushed", async () => {
  const sim = await simulated();
  const answer = await pushed(sim, {}, { ...paybill, consumerSecret: "another" });
  expect(answer).toMatchObject({ kind: "rejected", why: "account", code: "oauth" });
  expect(pushesIn(sim.asked)).toBe(0);
});

test.each([
  [{ shortcode: "999999" }, "Merchant does not exist"],
  [{ passkey: "another" }, "[MerchantValidate] - Wrong credentials"],
])("%j is a fault of the account", async (change, message) => {
  const sim = await simulated();
  const answer = await pushed(sim, {}, { ...paybill, ...change });
  expect(answer).toEqual({ kind: "rejected", why: "account", code: "500.001.1001", message });
});

const amounts: unknown[] = [0, -1, 1.5, 250_001, "1e3", Number.NaN, Number.POSITIVE_INFINITY, "100"];
test.each([
  ...amounts.map((amountKes) => ["amount", { amountKes: amountKes as number }] as const),
  ["msisdn", { msisdn: "0712345678" }],
  ["msisdn", { msisdn: "254202345678" }],
  ["reference", { reference: "" }],
  ["reference", { reference: "BOOKING-12345" }],
  ["reference", { reference: "A&B" }],
  ["description", { description: "Deposit for hair" }],
  ["callbackUrl", { callbackUrl: "http://desk.example.com/cb" }],
  ["callbackUrl", { callbackUrl: "https://Desk.example.com/cb" }],
  ["callbackUrl", { callbackUrl: "https://localhost/cb" }],
  ["callbackUrl", { callbackUrl: "https://127.0.0.1/cb" }],
  ["callbackUrl", { callbackUrl: "https://desk.example.com/c b" }],
] as const)("a wrong %s is refused before anything is asked: %j", async (code, change) => {
  const fetch = vi.fn<DarajaDeps["fetch"]>();
  const deps = { fetch, tokens: { get: vi.fn(), drop: vi.fn() }, now: () => new Date(began), baseUrl: () => "" };
  expect(await stkPush(deps, paybill, wish(change))).toMatchObject({ kind: "rejected", why: "input", code });
  expect(fetch).not.toHaveBeenCalled();
});

test.each([1, 250_000])("%d shillings go", async (amountKes) => {
  expect(await pushed(await simulated(), { amountKes })).toMatchObject({ kind: "accepted" });
});

test.each([
  ["500", "unknown"],
  ["503html", "unknown"],
  ["reset", "unknown"],
  ["timeout", "unknown"],
  ["429", "not_sent"],
] as const)("a push that ends in %s is %s and not sent again", async (kind, outcome) => {
  const sim = await simulated();
  sim.addFault("push", kind, 5);
  const deps = { ...sim.deps, timeoutMs: 200 };
  expect(await stkPush(deps, paybill, wish())).toMatchObject({ kind: outcome });
  expect(pushesIn(sim.asked)).toBe(1);
  expect(sim.prompts()).toHaveLength(0);
});

test.each(["254700000027", "254700000029"])(
  "%s: the answer is lost, the prompt is one, and it is paid",
  async (msisdn) => {
    const sim = await simulated();
    expect(await pushed(sim, { msisdn })).toMatchObject({ kind: "unknown" });
    await sim.advance(60_000);
    expect([pushesIn(sim.asked), sim.prompts().length, sim.till().length]).toEqual([1, 1, 1]);
  },
);

test("where nobody listens nothing was sent", async () => {
  const sim = await simulated();
  const deps = { ...sim.deps, baseUrl: () => "http://127.0.0.1:9" };
  expect(await stkPush(deps, paybill, wish())).toMatchObject({ kind: "not_sent" });
});

test("a phone with an open prompt is busy; a flood is slowed down", async () => {
  const sim = await simulated({ pushesPerSecond: 2 });
  await pushed(sim);
  expect(await pushed(sim)).toEqual({ kind: "not_sent", why: "phone_busy", retryAfterSeconds: 60 });
  const three = [1, 2, 3].map((n) => stkPush(sim.deps, paybill, wish({ msisdn: `25472000000${n}` })));
  const slowed = (await Promise.all(three)).filter(({ kind }) => kind === "not_sent");
  expect(slowed).toEqual([{ kind: "not_sent", why: "rate_limited", retryAfterSeconds: 60 }]);
});

test("nothing that is told or logged holds a secret or a whole phone", async () => {
  const written: string[] = [];
  for (const name of ["log", "info", "warn", "error", "debug"] as const)
    vi.spyOn(console, name).mockImplementation((...words) => void written.push(JSON.stringify(words)));
  vi.spyOn(process.stdout, "write").mockImplementation((words) => {
    written.push(String(words));
    return true;
  });
  const sim = await simulated();
  const told: unknown[] = [];
  for (const n of ["000", "009", "027", "028", "029", "042"]) told.push(await pushed(sim, { msisdn: `254700000${n}` }));
  told.push(await pushed(sim, {}, { ...paybill, passkey: "wrong-passkey-of-mine" }));
  told.push(await pushed(sim, {}, { ...paybill, consumerSecret: "wrong-secret-of-mine" }));
  for (const kind of ["500", "503html", "reset"] as const) {
    sim.addFault("push", kind);
    told.push(await pushed(sim, { msisdn: "254700000001" }));
    sim.addFault("query", kind);
    told.push(await stkQuery(sim.deps, paybill, sim.prompts()[0]!.id));
  }
  const echo: typeof fetch = async (input, init) =>
    String(input).includes("oauth")
      ? fetch(input, init)
      : Response.json({ errorCode: "404.001.03", errorMessage: `Invalid Access Token - ${JSON.stringify(init)}` });
  told.push(await stkPush({ ...sim.deps, fetch: echo }, paybill, wish()));
  const all = JSON.stringify([told.filter((one) => (one as { kind: string }).kind !== "accepted"), written, sim.log()]);
  vi.restoreAllMocks();
  const secrets = [paybill.passkey, paybill.consumerSecret, paybill.consumerKey, "wrong-passkey", "wrong-secret"];
  const password = Buffer.from(`174379${paybill.passkey}`).toString("base64").slice(0, 40);
  for (const secret of [...secrets, password, "Bearer "]) expect(all).not.toContain(secret);
  expect(all).not.toMatch(/254[17]\d{8}/);
});

test("without a simulator the addresses are Safaricom's own", () => {
  expect((["sandbox", "live"] as const).map(darajaBaseUrl(undefined))).toEqual([
    "https://sandbox.safaricom.co.ke",
    "https://api.safaricom.co.ke",
  ]);
  expect(darajaBaseUrl("http://127.0.0.1:4000")("live")).toBe("http://127.0.0.1:4000");
});

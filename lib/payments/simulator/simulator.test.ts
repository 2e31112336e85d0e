import { expect, test } from "vitest";
import { stkPassword } from "../daraja/credentials";
import { nairobiTimestamp } from "../daraja/nairobi-time";
import { parseStkCallback } from "../daraja/stk-callback";
import { stkQuery } from "../daraja/stk-query";
import { began, callbackUrl, paybill, pushed, type Simulated, simulated, till } from "../testing/simulated";
import { simulatedAccounts } from "./accounts";
import { simClock } from "./sim-clock";
import { startSimulator } from "./start-simulator";

const push = "/mpesa/stkpush/v1/processrequest";
const basic = `Basic ${Buffer.from(`${paybill.consumerKey}:${paybill.consumerSecret}`).toString("base64")}`;

async function ask(sim: Simulated, path: string, init: RequestInit = {}): Promise<[number, unknown, string]> {
  const response = await fetch(`${sim.url}${path}`, { method: "POST", ...init });
  const text = await response.text();
  const body = text.startsWith("{") ? JSON.parse(text) : { text };
  return [response.status, body.errorCode, body.errorMessage ?? body.text ?? body.fault?.detail.errorcode];
}
async function token(sim: Simulated): Promise<string> {
  const response = await fetch(`${sim.url}/oauth/v1/generate?grant_type=client_credentials`, {
    headers: { authorization: basic },
  });
  return (await response.json()).access_token;
}
const timestamp = nairobiTimestamp(new Date(began));
const good = {
  BusinessShortCode: "174379",
  Password: stkPassword("174379", paybill.passkey, timestamp),
  Timestamp: timestamp,
  TransactionType: "CustomerPayBillOnline",
  Amount: "1500",
  PartyA: "254712345678",
  PartyB: "174379",
  PhoneNumber: "254712345678",
  CallBackURL: callbackUrl,
  AccountReference: "BK-7F3K",
  TransactionDesc: "Deposit",
};
const asked = async (sim: Simulated, body: unknown, path = push) =>
  ask(sim, path, {
    headers: { authorization: `Bearer ${await token(sim)}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

test("a token is 28 characters, and who may not have one is told as Safaricom does", async () => {
  const sim = await simulated();
  const oauth = (query: string, authorization?: string) =>
    ask(sim, `/oauth/v1/generate${query}`, { method: "GET", headers: authorization ? { authorization } : {} });
  expect(await token(sim)).toMatch(/^\w{28}$/);
  const grant = "?grant_type=client_credentials";
  expect(await oauth(grant)).toEqual([400, "400.008.01", expect.any(String)]);
  expect(await oauth("?grant_type=password", basic)).toEqual([400, "400.008.02", expect.any(String)]);
  expect(await oauth(grant, `Basic ${btoa("a:b")}`)).toEqual([400, undefined, ""]);
});

test("before the body: method, path, token, type, JSON", async () => {
  const sim = await simulated();
  const json = { "content-type": "application/json" };
  const bearer = { authorization: `Bearer ${await token(sim)}` };
  expect(await ask(sim, push, { method: "GET" })).toEqual([405, "405.001", "GET Method Not Allowed"]);
  expect(await ask(sim, "/mpesa/nothing")).toEqual([404, "404.001.01", "Resource not found"]);
  for (const [path, status, code] of [
    [push, 404, "404.001.03"],
    ["/mpesa/reversal/v1/request", 404, "404.001.03"],
    ["/mpesa/stkpushquery/v1/query", 400, "400.003.01"],
    ["/mpesa/c2b/v2/registerurl", 400, "400.003.01"],
  ] as const)
    for (const authorization of ["", "Bearer nobody", basic])
      expect(await ask(sim, path, { headers: { authorization, ...json }, body: "{" })).toEqual([
        status,
        code,
        "Invalid Access Token",
      ]);
  expect(await ask(sim, push, { headers: bearer, body: "{}" })).toContain("400.002.02");
  for (const body of ["{", "[]", "1"])
    expect(await ask(sim, push, { headers: { ...bearer, ...json }, body })).toContain("400.002.05");
  await sim.advance(3_599_000);
  const late = await ask(sim, push, { headers: { ...bearer, ...json }, body: "{}" });
  expect(late).toContain("404.001.03");
});

const bad: [field: keyof typeof good, ...values: unknown[]][] = [
  ["BusinessShortCode", undefined, "1", "12345678", {}],
  ["Password", undefined, ""],
  ["Timestamp", undefined, "2026", "20260230120000"],
  ["TransactionType", undefined, "CustomerPayBill"],
  ["Amount", undefined, 0, -1, 1.5, "1e3", 250_001, null],
  ["PartyA", undefined, "0712345678", "254202345678"],
  ["PartyB", undefined, "till"],
  ["PhoneNumber", undefined, "+254712345678"],
  [
    "CallBackURL",
    "http://desk.example.com/cb",
    "https://localhost/cb",
    "https://127.0.0.1/cb",
    "https://desk.example.com/c b",
    "https://Desk.example.com/cb",
    "https://desk/cb",
  ],
  ["AccountReference", undefined, "", "1234567890123"],
  ["TransactionDesc", undefined, "", "12345678901234"],
];
test.each(bad)("of what is wrong with %s the first is told", async (field, ...values) => {
  const sim = await simulated({ pushesPerSecond: 100 });
  const fields = Object.keys(good);
  const later = fields.slice(fields.indexOf(field) + 1);
  for (const value of values) {
    const body = { ...good, ...Object.fromEntries(later.map((name) => [name, undefined])), [field]: value };
    expect(await asked(sim, body)).toEqual([400, "400.002.02", `Bad Request - Invalid ${field}`]);
  }
});

test("after the fields: number, password, its age, an open prompt", async () => {
  const sim = await simulated();
  const words = async (body: object) => (await asked(sim, { ...good, ...body }))[2];
  expect(await words({ BusinessShortCode: "999999" })).toBe("Merchant does not exist");
  expect(await words({ Password: "wrong" })).toMatch(/Wrong credentials/);
  // What a server writes that takes UTC for Nairobi's time.
  const utc = nairobiTimestamp(new Date(began - 3 * 3_600_000));
  const stale = { Timestamp: utc, Password: stkPassword("174379", paybill.passkey, utc) };
  expect(await words(stale)).toMatch(/Wrong credentials/);
  expect(await words({})).toBeUndefined();
  expect(await words({ Amount: 1 })).toMatch(/^Unable to lock subscriber/);
});

test("limits: twenty pushes a second, a query in twelve", async () => {
  const sim = await simulated({ queryGapMs: 12_000 });
  const bodies = Array.from({ length: 25 }, (_, n) => ({ ...good, PhoneNumber: `2547120000${10 + n}` }));
  const codes = [];
  for (const body of bodies) codes.push((await asked(sim, body))[1]);
  expect(codes.filter((code) => code === "500.003.02")).toHaveLength(5);
  const query = async () => asked(sim, { ...good, CheckoutRequestID: "x" }, "/mpesa/stkpushquery/v1/query");
  expect((await query())[0]).toBe(500);
  expect(await query()).toEqual([429, undefined, "policies.ratelimit.SpikeArrestViolation"]);
  await sim.advance(12_000);
  expect((await query())[0]).toBe(500);
});

const codeOf = async (sim: Simulated) => {
  await sim.advance(30_000);
  const last = parseStkCallback(JSON.parse(sim.received.at(-1)!.text));
  return last.kind === "failed" ? last.code : last.kind;
};

test("what is found out only later: type, till, payer, and the same again", async () => {
  const sim = await simulated({ headless: true });
  const payers = {
    "1": { balance: 100 },
    "3": { limit: 1_000 },
    "4": { dailyUsed: 499_000 },
    "8006": { locked: true },
  };
  let n = 0;
  const next = () => `2547300000${10 + n++}`;
  for (const [code, payer] of Object.entries(payers)) {
    const msisdn = next();
    sim.setPayer(msisdn, payer);
    await pushed(sim, { msisdn });
    expect(await codeOf(sim)).toBe(code);
  }
  await pushed(sim, { msisdn: next() }, { ...till, kind: "paybill" });
  expect(await codeOf(sim)).toBe("2028");
  await pushed(sim, { msisdn: next() }, { ...till, partyB: "600966" });
  expect(await codeOf(sim)).toBe("SFC_IC0003");
  expect(sim.till()).toEqual([]);

  const msisdn = next();
  sim.setPayer(msisdn, { balance: 4_000 });
  for (const code of ["paid", "17"]) {
    await pushed(sim, { msisdn });
    expect(await codeOf(sim)).toBe(code);
  }
  await pushed(sim, { msisdn, amountKes: 1_400 });
  expect(await codeOf(sim)).toBe("paid");
  await sim.advance(120_000);
  await pushed(sim, { msisdn });
  expect(await codeOf(sim)).toBe("1");
});

test.each([
  ["approve", "paid", 1_500],
  ["wrong-pin", "2001", 0],
  ["cancel", "1032", 0],
  ["no-money", "1", 0],
  ["ignore", "1037", 0],
] as const)("a phone without a script waits for a tap: %s", async (tap, code, moved) => {
  const sim = await simulated();
  const answer = await pushed(sim);
  const [prompt] = sim.prompts();
  expect(prompt).toMatchObject({
    business: "Amani Salon & Spa",
    amount: 1_500,
    reference: "BK-7F3K",
    state: "waiting",
  });
  await sim.advance(10_000);
  expect(sim.received).toEqual([]);
  expect(sim.tap(prompt!.id, tap)).toBe(true);
  expect(sim.tap(prompt!.id, "approve")).toBe(false);
  await sim.advance(60_000);
  expect(sim.received).toHaveLength(1);
  expect(await codeOf(sim)).toBe(code);
  const said = await stkQuery(sim.deps, paybill, (answer as { checkoutRequestId: string }).checkoutRequestId);
  expect(said).toEqual(moved ? { kind: "paid" } : { kind: "failed", code });
  expect(sim.till().reduce((sum, { amount }) => sum + amount, 0)).toBe(moved);
  expect(sim.prompts()[0]).toMatchObject({ state: moved ? "paid" : "failed", code: moved ? null : code });
  expect(sim.tap("ws_CO_nobody", "approve")).toBe(false);
});

test("callbacks are held, released, said again and forged; elsewhere they lead nowhere", async () => {
  const sim = await simulated({ headless: true });
  sim.holdCallbacks();
  await pushed(sim);
  await sim.advance(10_000);
  expect([sim.received.length, sim.callbacks()[0]?.status]).toEqual([0, "held"]);
  await sim.releaseCallbacks();
  expect(await sim.replay(1)).toBe(true);
  expect(await sim.forge(1, { amount: 1, receipt: "ZZZZZZZZZZ" })).toBe(true);
  expect(await sim.replay(99)).toBe(false);
  const told = sim.received.map(({ text }) => parseStkCallback(JSON.parse(text)));
  expect(told).toMatchObject([{ amountKes: 1_500 }, { amountKes: 1_500 }, { amountKes: 1, receipt: "ZZZZZZZZZZ" }]);
  expect(sim.till()).toHaveLength(1);
  await pushed(sim, { msisdn: "254712345679", callbackUrl: "https://desk.example.com/cb" });
  await sim.advance(10_000);
  expect(sim.callbacks().at(-1)).toMatchObject({ status: "no_route", answers: [{ http: null }] });
});

test("the same seed gives the same run; rules choose, some of the time", async () => {
  const run = async (seed: number) => {
    const sim = await simulated({ headless: true, seed });
    sim.addRule({ scenario: "021", share: 0.5 });
    for (let n = 10; n < 30; n++) await pushed(sim, { msisdn: `2547120000${n}` });
    await sim.advance(60_000);
    return { till: sim.till(), callbacks: sim.callbacks().map(({ body }) => body) };
  };
  const [one, again, other] = [await run(7), await run(7), await run(8)];
  expect(one).toEqual(again);
  expect(one).not.toEqual(other);
  expect(one.till).toHaveLength(20);
  expect(one.callbacks.length).toBeGreaterThan(3);
  expect(one.callbacks.length).toBeLessThan(17);
});

test("over HTTP the same is done from this machine alone", async () => {
  const sim = await simulated();
  await pushed(sim);
  const door = (path: string, init: RequestInit = {}) => fetch(`${sim.url}/_sim/${path}`, init);
  const post = (path: string, body: object = {}) => door(path, { method: "POST", body: JSON.stringify(body) });
  const { prompts, simulated: banner } = await (await door("state")).json();
  expect([banner, prompts.length]).toEqual([true, 1]);
  const id = encodeURIComponent(prompts[0].id);
  expect((await post(`prompts/${id}/approve`)).status).toBe(200);
  expect((await post(`prompts/${id}/approve`)).status).toBe(409);
  expect((await post(`prompts/${id}/steal`)).status).toBe(422);
  await post("clock/advance", { ms: 5_000 });
  expect(await (await door("till")).json()).toMatchObject([
    { receipt: expect.stringMatching(/^Z/), amount: 1_500, reference: "BK-7F3K", phone: "254712345678" },
  ]);
  expect((await (await door("log")).json()).map(({ what }: { what: string }) => what)).toContain("callback 1");
  expect((await post("callbacks/1/replay")).status).toBe(200);
  expect((await post("callbacks/9/replay")).status).toBe(409);
  expect((await post("rules", { scenario: "999" })).status).toBe(422);
  expect((await post("rules", { scenario: "028", times: 1 })).status).toBe(200);
  expect(await pushed(sim, { msisdn: "254712345679" })).toMatchObject({ kind: "unknown" });
  expect(await pushed(sim, { msisdn: "254712345679" })).toMatchObject({ kind: "accepted" });
  expect((await post("payers", { phone: "254712345670", balance: 1 })).status).toBe(200);
  expect((await post("accounts", simulatedAccounts.till)).status).toBe(200);
  expect((await post("faults", { endpoint: "push", kind: "500" })).status).toBe(200);
  expect((await post("tokens/expire")).status).toBe(200);
  expect((await door("nothing")).status).toBe(404);
  // A page somewhere in the world, shown by a browser of this machine.
  expect((await door("till", { headers: { origin: "https://evil.test" } })).status).toBe(403);
  await door("state", { method: "DELETE" });
  expect(await (await door("till")).json()).toEqual([]);
});

test("its time may run a thousand times as fast", async () => {
  const sim = await simulated({ clock: simClock({ speed: 1_000 }), headless: true });
  await pushed(sim, { msisdn: "254700000020" });
  await expect.poll(() => sim.received.length, { timeout: 5_000 }).toBe(1);
  expect(sim.now().getTime() - Date.now()).toBeGreaterThan(200_000);
});

test("it does not run where money is real", async () => {
  process.env.APP_MODE = "live";
  await expect(startSimulator()).rejects.toThrow(/live/);
  delete process.env.APP_MODE;
});

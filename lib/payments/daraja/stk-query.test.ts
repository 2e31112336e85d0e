import { expect, test } from "vitest";
import { paybill, pushed, simulated } from "../testing/simulated";
import type { DarajaDeps } from "./client";
import { stkQuery } from "./stk-query";
import { memoryTokens } from "./tokens";

/** Safaricom's answers, written down: whatever is not surely the last word leaves the payment open. */
const said = async (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const answer: DarajaDeps["fetch"] = async (input) =>
    String(input).includes("oauth")
      ? Response.json({ access_token: "token", expires_in: 3599 })
      : new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });
  const now = () => new Date("2026-11-24T09:00:00Z");
  const deps = { fetch: answer, now, tokens: memoryTokens(now), baseUrl: () => "https://daraja.test" };
  return stkQuery(deps, paybill, "ws_CO_1");
};
const code = (ResultCode: unknown, ResultDesc = "…", CheckoutRequestID = "ws_CO_1") => ({
  ResponseCode: "0",
  CheckoutRequestID,
  ResultCode,
  ResultDesc,
});
const refusal = (errorCode: string, errorMessage = "") => ({ requestId: "1-1-1", errorCode, errorMessage });

test.each([
  [200, code("0"), { kind: "paid" }],
  [200, code(0), { kind: "paid" }],
  [200, code("0", "…", "ws_CO_2"), { kind: "no_answer" }],
  [200, code("1032"), { kind: "failed", code: "1032" }],
  [200, code("SFC_IC0003"), { kind: "failed", code: "SFC_IC0003" }],
  [200, code("4999", "The transaction is still under processing"), { kind: "in_flight" }],
  [200, code("1037", "The transaction is still under processing"), { kind: "in_flight" }],
  [200, code("7777"), { kind: "no_answer" }],
  [200, code(undefined), { kind: "no_answer" }],
  [200, refusal("500.001.1001"), { kind: "no_answer" }],
  [500, refusal("500.001.1001", "The transaction is being processed"), { kind: "in_flight" }],
  [200, refusal("500.001.1001", "The transaction is being processed"), { kind: "in_flight" }],
  [500, refusal("500.001.1001", "The transaction does not Exist"), { kind: "not_found" }],
  [500, refusal("500.001.1001", "Merchant does not exist"), { kind: "rejected", why: "account" }],
  [500, refusal("500.001.1001", "[MerchantValidate] - Wrong credentials"), { kind: "rejected", why: "account" }],
  [400, refusal("400.002.02", "Bad Request - Invalid CheckoutRequestID"), { kind: "no_answer", detail: "too_early" }],
  [400, refusal("400.002.02", "Bad Request - Invalid BusinessShortCode"), { kind: "rejected", why: "account" }],
  [400, refusal("400.003.01", "Invalid Access Token"), { kind: "rejected", why: "account" }],
  [500, refusal("500.003.02", "Spike Arrest Violation"), { kind: "rate_limited", retryAfterSeconds: 60 }],
  [503, "<html>busy</html>", { kind: "no_answer" }],
  [200, "", { kind: "no_answer" }],
  [200, "[]", { kind: "no_answer" }],
])("%d %j", async (status, body, expected) => {
  expect(await said(status, body)).toMatchObject(expected);
});

test("a limit says how long, and its word is taken", async () => {
  const fault = {
    fault: { faultstring: "Spike arrest", detail: { errorcode: "policies.ratelimit.SpikeArrestViolation" } },
  };
  expect(await said(429, fault)).toEqual({ kind: "rate_limited", retryAfterSeconds: 60 });
  expect(await said(429, fault, { "retry-after": "12" })).toEqual({ kind: "rate_limited", retryAfterSeconds: 12 });
});

test("an app may ask every twelve seconds; nobody knows another's payments", async () => {
  const sim = await simulated({ queryGapMs: 12_000 });
  const answer = await pushed(sim, { msisdn: "254700000000" });
  const id = answer.kind === "accepted" ? answer.checkoutRequestId : "";
  expect(await stkQuery(sim.deps, paybill, id)).toEqual({ kind: "in_flight" });
  expect(await stkQuery(sim.deps, paybill, id)).toMatchObject({ kind: "rate_limited" });
  await sim.advance(15_000);
  expect(await stkQuery(sim.deps, paybill, id)).toEqual({ kind: "paid" });
  await sim.advance(12_000);
  expect(await stkQuery(sim.deps, paybill, "ws_CO_nobody")).toEqual({ kind: "not_found" });
});

test("too early there is no answer; in flight is said in three ways", async () => {
  const sim = await simulated();
  const { checkoutRequestId: id } = (await pushed(sim)) as { checkoutRequestId: string };
  const kinds = [];
  for (let n = 0; n < 4; n++) kinds.push((await stkQuery(sim.deps, paybill, id)).kind);
  expect(kinds).toEqual(["in_flight", "in_flight", "no_answer", "in_flight"]);
});

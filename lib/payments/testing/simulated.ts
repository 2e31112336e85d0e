import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import { onTestFinished } from "vitest";
import type { DarajaDeps } from "../daraja/client";
import { stkPush } from "../daraja/stk-push";
import { memoryTokens } from "../daraja/tokens";
import { credentialsOf, simulatedAccounts } from "../simulator/accounts";
import { simClock } from "../simulator/sim-clock";
import { type SimulatorOptions, simulatedCallbackUrl, startSimulator } from "../simulator/start-simulator";

export type Received = { path: string; text: string; headers: Record<string, unknown>; atMs: number };

export const began = Date.parse("2026-11-24T09:00:00Z");
export const paybill = credentialsOf(simulatedAccounts.paybill);
export const till = credentialsOf(simulatedAccounts.till);

/** A simulator whose time stands until it is moved, a receiver of its callbacks, and what a client of it needs. */
export async function simulated(options: SimulatorOptions = {}) {
  const received: Received[] = [];
  const answers = { text: '{"ResultCode":0,"ResultDesc":"Accepted"}' };
  const receiver = createServer(async (request, response) => {
    let text = "";
    for await (const part of request) text += part;
    received.push({ path: request.url ?? "", text, headers: request.headers, atMs: clock.now() - began });
    response.end(answers.text);
  }).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  const clock = options.clock ?? simClock({ start: began, speed: 0 });
  const sim = await startSimulator({
    clock,
    queryGapMs: 0,
    callbackTarget: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`,
    ...options,
  });
  onTestFinished(async () => {
    await sim.stop();
    receiver.closeAllConnections();
    receiver.close();
  });
  const now = () => sim.control.now();
  /** Paths and bodies of what was asked, in order; what is asked is really asked. */
  const asked: { path: string; body: Record<string, unknown> | null }[] = [];
  const deps: DarajaDeps = {
    fetch: (input, init) => {
      asked.push({ path: new URL(String(input)).pathname, body: init?.body ? JSON.parse(String(init.body)) : null });
      return fetch(input, init);
    },
    now,
    tokens: memoryTokens(now),
    baseUrl: () => sim.url,
    certificate: () => sim.control.certificate(),
    timeoutMs: 3_000,
  };
  return { ...sim.control, url: sim.url, deps, received, asked, answers };
}

export type Simulated = Awaited<ReturnType<typeof simulated>>;

export const callbackUrl = `${simulatedCallbackUrl}/api/p/cb/0123456789abcdef0123456789abcdef`;

export const wish = (change: Partial<Parameters<typeof stkPush>[2]> = {}) => ({
  amountKes: 1_500,
  msisdn: "254712345678",
  reference: "BK-7F3K",
  description: "Deposit",
  callbackUrl,
  ...change,
});

/** A push, and three seconds of the simulator's time, which some answers take. */
export async function pushed(sim: Simulated, change: Parameters<typeof wish>[0] = {}, account = paybill) {
  const before = sim.prompts().length;
  const pushing = stkPush(sim.deps, account, wish(change));
  let settled = false;
  void pushing.finally(() => {
    settled = true;
  });
  while (!settled && sim.prompts().length === before) await setImmediate();
  await sim.advance(3_000);
  return pushing;
}

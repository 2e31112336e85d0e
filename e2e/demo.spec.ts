import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, test } from "@playwright/test";
import { signInCookie } from "./support/api";
import { canCount, type Demo, living, startDemo } from "./support/launcher";
import { freePort } from "./support/server";

// The first thing anybody does with the house: `npm run demo` or `npm run dev`. On data of its own, in this order.
test.describe.configure({ mode: "serial" });

const dataDir = `.data-test/demo-${process.pid}`;
/** A second start is promised to be ready in 5 s. */
const startMs = 15_000;
const logins = ["owner@amani.test", "manager@amani.test", "desk@amani.test", "staff@amani.test", "owner@baraka.test"];

let port: number;
let demo: Demo | undefined;
test.beforeAll(async () => {
  port = await freePort();
});
test.afterAll(async () => {
  await demo?.end("SIGTERM");
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async (...args: string[]) => {
  demo = await startDemo(dataDir, port, args);
  return demo;
};

/** Ends it and sees that nothing of it is left: no process, no port, no note. */
async function endCleanly(signal: NodeJS.Signals) {
  const { url, family, end } = demo!;
  const postmaster = Number(readFileSync(`${dataDir}/pg/postmaster.pid`, "utf8").split("\n")[0]);
  const all = [...family(), postmaster];
  if (canCount) expect(living(all).length).toBeGreaterThan(2);
  expect(await end(signal)).toEqual({ code: 0, signal: null });
  demo = undefined;
  if (canCount) await expect.poll(() => living(all)).toEqual([]);
  await expect(fetch(`${url}/api/health/live`)).rejects.toThrow();
}

const bookingsToday = async (url: string, cookie: string) => {
  const session = await (await fetch(`${url}/api/auth/session`, { headers: { cookie } })).json();
  const { tenantId } = session.memberships[0];
  return (await (await fetch(`${url}/api/dashboard/${tenantId}/stats`, { headers: { cookie } })).json()).bookingsToday;
};

test("from nothing: links and logins are printed, all of them work, and today is full", async () => {
  const { url, password, said } = await start();
  expect(url).toBe(`http://localhost:${port}`);
  expect(password).toBe("demo-clientpulse");
  expect(said()).toContain("admin@clientpulse.test");
  for (const login of logins) {
    expect(said()).toContain(login);
    expect(await signInCookie(url, login, password)).toContain("clientpulse.session");
  }
  expect(await bookingsToday(url, await signInCookie(url, "owner@amani.test"))).toBeGreaterThan(5);
  for (const page of ["/", "/book/amani", "/book/baraka", "/login"]) expect((await fetch(url + page)).status).toBe(200);
  for (const address of ownAddresses()) await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
  await endCleanly("SIGINT");
});

test("a second start is quick, says aloud that the port is taken, and keeps what was there", async () => {
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  const { url, said, readyMs } = await start();
  test.info().annotations.push({ type: "ms", description: `${Math.round(readyMs)}` });
  expect(readyMs).toBeLessThan(startMs);
  expect(said()).toContain(`Port ${port} is taken, so this is port ${new URL(url).port}.`);
  expect(Number(new URL(url).port)).toBeGreaterThan(port);
  other.close();
  await book(url);
  expect(await names(url)).toContain("Kept Over");
  await endCleanly("SIGTERM");
});

test("a launcher that is killed takes its server along, and the next start goes on from there", async () => {
  const { url, family, end } = await start();
  const all = family();
  await end("SIGKILL");
  await expect(async () => expect(fetch(`${url}/api/health/live`)).rejects.toThrow()).toPass({ timeout: 20_000 });
  const again = await start();
  expect(again.readyMs).toBeLessThan(startMs);
  expect(await names(again.url)).toContain("Kept Over");
  await endCleanly("SIGINT");
  if (canCount) await expect.poll(() => living(all), { timeout: 20_000 }).toEqual([]);
});

test("--lan: the network may come in, with a password that nobody knows beforehand", async () => {
  const { url, password, said } = await start("--lan");
  expect(said()).toContain("Everybody in this network can open it.");
  expect(password).toMatch(/^[A-Za-z0-9]{12,}$/);
  expect(await signInCookie(url, "owner@amani.test", password)).toContain("clientpulse.session");
  await expect(signInCookie(url, "owner@amani.test")).rejects.toThrow("sign-in refused");
  for (const address of ownAddresses()) expect((await fetch(`http://${address}:${port}/login`)).status).toBe(200);
  await endCleanly("SIGINT");
});

test("--fresh starts over: other data, other secrets", async () => {
  const secrets = readFileSync(`${dataDir}/secrets.json`, "utf8");
  const { url, said } = await start("--fresh");
  expect(said()).toContain("Starting over with new data.");
  expect(await names(url)).not.toContain("Kept Over");
  expect(readFileSync(`${dataDir}/secrets.json`, "utf8")).not.toBe(secrets);
  await endCleanly("SIGINT");
});

test("npm run dev: the same, with Next's dev server", async () => {
  const { url, password, said } = await start("--dev");
  expect(said()).toContain("ClientPulse is ready");
  expect(await names(url)).not.toContain("Kept Over");
  expect(await signInCookie(url, "owner@amani.test", password)).toContain("clientpulse.session");
  await book(url);
  expect(await names(url)).toContain("Kept Over");
  expect(await (await fetch(`${url}/book/baraka`)).text()).toContain("Baraka Barbers");
  await endCleanly("SIGINT");
});

const ownAddresses = () =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);

async function book(url: string) {
  const { services } = await (await fetch(`${url}/api/public/baraka`)).json();
  const days = Array.from({ length: 8 }, (_, n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10));
  const free = await (
    await fetch(`${url}/api/public/baraka/availability?service=${services[0].id}&from=${days[1]}&to=${days[7]}`)
  ).json();
  const { startsAt } = free.days.flatMap((day: { slots: { startsAt: string }[] }) => day.slots)[0];
  const answer = await fetch(`${url}/api/public/baraka/bookings`, {
    method: "POST",
    body: JSON.stringify({
      lines: [{ serviceId: services[0].id }],
      startsAt,
      customer: { name: "Kept Over", phone: "0712 345 678" },
    }),
  });
  expect(answer.status).toBe(201);
}

async function names(url: string): Promise<string[]> {
  const cookie = await signInCookie(url, "owner@baraka.test");
  const session = await (await fetch(`${url}/api/auth/session`, { headers: { cookie } })).json();
  const { tenantId } = session.memberships[0];
  const { items } = await (
    await fetch(`${url}/api/dashboard/${tenantId}/bookings?limit=100`, { headers: { cookie } })
  ).json();
  return items.map((item: { customerName: string }) => item.customerName);
}

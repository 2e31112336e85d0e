import { newId } from "@/lib/platform/ids";
import { bookByApi, newPhone, trySignIn } from "./support/api";
import { applicant, body } from "./support/applicants";
import { fillIn, toDetails } from "./support/booking-page";
import { addMember, openHouse } from "./support/house";
import { expect, type House, test } from "./support/realtime";

const book = (url: string, house: House, phone = newPhone(), headers: Record<string, string> = {}) => {
  const { serviceId, staffId, startsAt } = house.wishes.next().value;
  return fetch(`${url}/api/public/${house.slug}/bookings`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ lines: [{ serviceId, staffId }], startsAt, customer: { name: "Akinyi", phone } }),
  });
};

test("ten public bookings a minute from one address, over all processes, whatever X-Forwarded-For says", async ({
  house,
  serve,
}) => {
  const [one, two] = await Promise.all([1, 2].map(() => serve({ BOOKINGS_PER_MINUTE: "10" })));
  const statuses: number[] = [];
  for (let n = 0; n < 12; n++) {
    const answer = await book((n % 2 ? one! : two!).url, house, newPhone(), { "x-forwarded-for": `10.0.0.${n}` });
    statuses.push(answer.status);
    if (answer.status === 429) {
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect((await answer.json()).code).toBe("too_many");
    }
  }
  expect(statuses).toEqual([...Array(10).fill(201), 429, 429]);
});

test("behind a proxy of ours the caller's own address counts, and what the caller claims before it does not", async ({
  house,
  serve,
}) => {
  const { url } = await serve({ BOOKINGS_PER_MINUTE: "2", TRUSTED_HOPS: "1" });
  const from = (chain: string) => book(url, house, newPhone(), { "x-forwarded-for": chain });
  const statuses = [];
  for (const chain of ["1.1.1.1, 20.0.0.1", "2.2.2.2, 20.0.0.1", "3.3.3.3, 20.0.0.1", "1.1.1.1, 20.0.0.2"])
    statuses.push((await from(chain)).status);
  expect(statuses).toEqual([201, 201, 429, 201]);
});

test("a phone has so many bookings to come; the page says it in words and gives the number to call", async ({
  house,
  serve,
  browser,
}) => {
  const { url } = await serve({ OPEN_BOOKINGS_PER_PHONE: "2" });
  const phone = newPhone();
  expect([(await book(url, house, phone)).status, (await book(url, house, phone)).status]).toEqual([201, 201]);
  const third = await book(url, house, phone);
  expect([third.status, (await third.json()).code]).toEqual([409, "too_many_open"]);
  expect((await book(url, house)).status).toBe(201);

  const context = await browser.newContext();
  const page = await context.newPage();
  const regular = newPhone();
  for (const expected of ["**/b/**", "**/b/**", null]) {
    await toDetails(page, url);
    await fillIn(page, "Moraa Nyaboke", regular);
    await page.getByRole("button", { name: "Book", exact: true }).click();
    if (expected) await page.waitForURL(expected);
  }
  await expect(page.getByRole("alert").filter({ hasText: "2 bookings to come" })).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Moraa Nyaboke");
  await context.close();
});

test("wrong passwords: each makes the next try wait, whatever X-Forwarded-For says; others are let in", async ({
  app,
}) => {
  const tried = (email: string, password: string, more = {}) => trySignIn(app.url, email, password, more);
  const victim = "manager@amani.test";
  // next-auth reads two segments only: a third one must not lead round the counting.
  expect((await tried(victim, "demo-clientpulse", { below: "/x" })).answer.status).toBe(404);
  const statuses: number[] = [];
  for (let n = 0; n < 8; n++)
    statuses.push((await tried(victim, "wrong", { headers: { "x-forwarded-for": `10.1.1.${n}` } })).answer.status);
  expect(statuses.slice(0, 5)).toEqual(Array(5).fill(401));
  expect(statuses).toContain(429);
  const { answer: limited } = await tried(victim, "wrong");
  if (limited.status === 429) expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await tried("desk@amani.test", "demo-clientpulse")).ok).toBe(true);
  // After the wait the right password opens: nobody is locked out.
  await expect
    .poll(async () => (await tried(victim, "demo-clientpulse")).ok, { timeout: 60_000, intervals: [1_000] })
    .toBe(true);
});

test("whoever sends codes back too often waits, whichever phone they are for; other addresses do not", async ({
  serve,
}) => {
  const { url } = await serve({ SIGN_INS_PER_ADDRESS: "3", TRUSTED_HOPS: "1" });
  const give = (address: string) =>
    fetch(`${url}/api/auth/customer-signup`, {
      method: "POST",
      headers: { origin: url, "x-forwarded-for": address },
      body: JSON.stringify({ slug: "amani", phone: newPhone(), challenge: newId(), code: "123456" }),
    });
  const answers = [];
  for (let n = 0; n < 4; n++) answers.push(await give("20.0.1.1"));
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 429]);
  expect(Number(answers[3]!.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await give("20.0.1.2")).status).toBe(422);
});

test("an SMS over the cap is not sent: a booking stands without it, and the portal says why no code comes", async ({
  database,
  serve,
}) => {
  const house = await openHouse(database);
  const { url } = await serve({ SMS_PER_PHONE: "1" }, database);
  const phone = newPhone();
  for (let n = 0; n < 2; n++) expect((await book(url, house, phone)).status).toBe(201);
  const statuses = async () => {
    const outbox = await fetch(`${url}/api/dev/outbox?to=${encodeURIComponent(phone)}`);
    return ((await outbox.json()) as { status: string }[]).map(({ status }) => status).sort();
  };
  await expect.poll(statuses).toEqual(["failed", "sent"]);
  const code = await fetch(`${url}/api/auth/customer-signup`, {
    method: "POST",
    headers: { origin: url },
    body: JSON.stringify({ slug: house.slug, phone }),
  });
  expect(code.status).toBe(429);
  expect(Number(code.headers.get("retry-after"))).toBeGreaterThan(3_600);
});

test("fifty sessions revoked under a stream of events: they hear nothing late, and the others go on", async ({
  app,
  house,
  listen,
}) => {
  test.setTimeout(120_000);
  const leaving = await Promise.all(
    Array.from({ length: 50 }, () => addMember(app.database, house.tenantId, "front_desk")),
  );
  const staying = await listen(house);
  const streams = [];
  for (const as of leaving) streams.push(await listen(house, { as }));
  let booking = true;
  const busy = (async () => {
    while (booking) await bookByApi(app.url, house.slug, house.wishes.next().value);
  })();
  await streams[0]!.until(({ seqs }) => seqs.length > 4);
  await app.sql`update sessions set revoked_at = now() where id in ${app.sql(leaving.map((one) => one.sessionId))}`;
  const revoked = performance.now();
  await Promise.all(streams.map((stream) => stream.until(({ closed }) => closed, 10_000)));
  const before = staying.seqs.length;
  await staying.until(({ seqs }) => seqs.length > before + 4);
  booking = false;
  await busy;
  const latest = Math.max(...streams.flatMap((stream) => stream.frames.map((frame) => frame.at - revoked)));
  test.info().annotations.push({ type: "ms", description: `last event ${Math.round(latest)} ms after` });
  // Promised within 2 s.
  expect(latest).toBeLessThan(6_000);
  expect(streams.every((stream) => stream.complete)).toBe(true);
  expect(staying.closed).toBe(false);
});

test("while too many passwords wait to be checked, everybody is asked to come back, known or not", async ({
  serve,
  browser,
}) => {
  const { url } = await serve({ TEST_FAULTS: "hashes-full" });
  const answers = [];
  for (const who of ["desk@amani.test", `${newId()}@nobody.test`]) {
    const { answer } = await trySignIn(url, who, "demo-clientpulse");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(answer.headers.getSetCookie().join()).not.toContain("session=");
    answers.push(await answer.text());
  }
  expect(answers[0]).toBe(answers[1]);
  const applying = await fetch(`${url}/api/auth/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body(applicant())),
  });
  expect([applying.status, applying.headers.get("retry-after")]).toEqual([503, "2"]);

  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/login`);
  await page.getByLabel("E-mail or phone").fill("desk@amani.test");
  await page.getByLabel("Password", { exact: true }).fill("demo-clientpulse");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Many people are signing in just now.")).toBeVisible();
  await context.close();
});

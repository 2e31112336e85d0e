import { randomUUID } from "node:crypto";
import { addDays, localDate } from "@/lib/platform/calendar";
import { bookByApi, newPhone, openSlots } from "./support/api";
import { openHouse } from "./support/house";
import { expect, test } from "./support/test";

const today = localDate(new Date(), "Africa/Nairobi");

test("a business: what it offers and who serves, and nothing else", async ({ app }) => {
  const answer = await fetch(`${app.url}/api/public/amani`);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const body = await answer.json();
  expect(body.tenant).toMatchObject({ slug: "amani", name: "Amani Salon & Spa", timeZone: "Africa/Nairobi" });
  expect(body.services.length).toBeGreaterThanOrEqual(6);
  expect(Object.keys(body.services[0]).sort()).toEqual(["currency", "durationMinutes", "id", "name", "priceMinor"]);
  expect(Object.keys(body.staff[0]).sort()).toEqual(["id", "name"]);
  expect((await fetch(`${app.url}/api/public/nobody`)).status).toBe(404);
});

test("open businesses by name", async ({ app }) => {
  const found = await (await fetch(`${app.url}/api/public/tenants?search=amani`)).json();
  expect(found.items).toEqual([{ slug: "amani", name: "Amani Salon & Spa", businessType: "salon", city: "Nairobi" }]);
  expect((await (await fetch(`${app.url}/api/public/tenants?search=%25`)).json()).items).toEqual([]);
});

test("free times: every day asked for, in the business's zone; faults name the field", async ({ app }) => {
  const { services } = await (await fetch(`${app.url}/api/public/amani`)).json();
  const ask = (query: string) => fetch(`${app.url}/api/public/amani/availability?${query}`);
  const body = await (await ask(`service=${services[0].id}&staff=any&from=${today}&to=${addDays(today, 6)}`)).json();
  expect(body.timeZone).toBe("Africa/Nairobi");
  expect(body.days.map((day: { date: string }) => day.date)).toEqual(
    Array.from({ length: 7 }, (_, n) => addDays(today, n)),
  );
  const wrong = await ask("service=nothing&from=tomorrow");
  expect([wrong.status, wrong.headers.get("content-type")]).toEqual([422, "application/problem+json"]);
  expect(Object.keys((await wrong.json()).fields).sort()).toEqual(["from", "service", "to"]);
  expect((await ask(`service=${randomUUID()}&from=${today}&to=${today}`)).status).toBe(404);
});

test("a booking: 201 once; a repeated key the same bytes; another wish under it 422; the slot then 409 with three others", async ({
  app,
}) => {
  const { services } = await (await fetch(`${app.url}/api/public/baraka`)).json();
  const service = services[0].id;
  const slots = await openSlots(app.url, "baraka", service);
  const { startsAt, staffId } = slots[Math.floor(slots.length / 2)]!;
  const wish = { serviceId: service, staffId, startsAt, key: randomUUID(), phone: newPhone(), name: "Brian Mwangi" };
  const first = await bookByApi(app.url, "baraka", wish);
  const text = await first.text();
  expect(first.status, text).toBe(201);
  expect(Object.keys(JSON.parse(text)).sort()).toEqual(["endsAt", "id", "reference", "startsAt", "status"]);
  const again = await bookByApi(app.url, "baraka", wish);
  expect([again.status, await again.text()]).toEqual([201, text]);
  expect((await bookByApi(app.url, "baraka", { ...wish, name: "Somebody else" })).status).toBe(422);
  const taken = await bookByApi(app.url, "baraka", { ...wish, key: randomUUID(), phone: newPhone() });
  const problem = await taken.json();
  expect([taken.status, taken.headers.get("content-type"), problem.code]).toEqual([
    409,
    "application/problem+json",
    "slot_taken",
  ]);
  expect(problem.alternatives).toHaveLength(3);
  expect(
    await (
      await bookByApi(app.url, "baraka", { ...wish, key: randomUUID(), startsAt: problem.alternatives[0].startsAt })
    ).json(),
  ).toHaveProperty("reference");
});

test("what is wrong is named, and extra keys change nothing", async ({ app }) => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}/api/public/amani/bookings`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
  expect((await post("{not json")).status).toBe(400);
  expect((await post(JSON.stringify({ notes: "x".repeat(70_000) }))).status).toBe(413);
  const empty = await post("{}");
  expect([empty.status, Object.keys((await empty.json()).fields).sort()]).toEqual([
    422,
    ["customer", "lines", "startsAt"],
  ]);

  const { services } = await (await fetch(`${app.url}/api/public/amani`)).json();
  const slot = (await openSlots(app.url, "amani", services[1].id)).at(-1)!;
  const wish = {
    lines: [{ serviceId: services[1].id, priceMinor: 1 }],
    startsAt: slot.startsAt,
    status: "completed",
    totalMinor: 1,
    tenantId: app.tenants.baraka,
  };
  const phone = await post(JSON.stringify({ ...wish, customer: { name: "Otieno", phone: "12" } }));
  expect((await phone.json()).fields).toHaveProperty(["customer.phone"]);
  const key = await post(JSON.stringify({ ...wish, customer: { name: "Otieno", phone: newPhone() } }), {
    "idempotency-key": "short",
  });
  expect((await key.json()).fields).toHaveProperty("Idempotency-Key");
  const booked = await post(JSON.stringify({ ...wish, customer: { name: "Otieno", phone: newPhone(), points: 999 } }));
  expect(booked.status).toBe(201);
  const { id } = await booked.json();
  const [row] = await app.sql`select tenant_id, status, total_minor from bookings where id = ${id}`;
  expect([row!.tenant_id, row!.status, Number(row!.total_minor)]).toEqual([
    app.tenants.amani,
    "confirmed",
    // As it was offered: who is free then may have a price of their own.
    slot.totalMinor,
  ]);
  expect(slot.totalMinor).toBeGreaterThanOrEqual(services[1].priceMinor);
});

test("a start between two steps was never offered: 409 with those that were; half a minute is no time", async ({
  app,
}) => {
  const { services } = await (await fetch(`${app.url}/api/public/baraka`)).json();
  const [slot] = (await openSlots(app.url, "baraka", services[0].id)).slice(-40);
  const at = (ms: number) => new Date(Date.parse(slot!.startsAt) + ms).toISOString();
  const between = await bookByApi(app.url, "baraka", { serviceId: services[0].id, startsAt: at(7 * 60_000) });
  expect([between.status, (await between.json()).code]).toEqual([409, "slot_taken"]);
  const half = await bookByApi(app.url, "baraka", { serviceId: services[0].id, startsAt: at(30_000) });
  expect([half.status, Object.keys((await half.json()).fields)]).toEqual([422, ["startsAt"]]);
});

test("a key repeated after the business closed gets its first answer, bytes included", async ({ app }) => {
  const house = await openHouse(app.database);
  const wish = { ...house.wishes.next().value, key: randomUUID(), phone: newPhone() };
  const first = await bookByApi(app.url, house.slug, wish);
  expect(first.status).toBe(201);
  await app.sql`update tenants set status = 'suspended' where id = ${house.tenantId}`;
  const again = await bookByApi(app.url, house.slug, wish);
  expect([again.status, await again.text()]).toEqual([201, await first.text()]);
  const other = await bookByApi(app.url, house.slug, { ...wish, key: randomUUID() });
  expect([other.status, (await other.json()).code]).toEqual([403, "not_open"]);
});

test("what nobody means is refused or shown the way, and never an error of ours", async ({ app }) => {
  const { services } = await (await fetch(`${app.url}/api/public/amani`)).json();
  const page = (path: string) => fetch(`${app.url}/book/amani/${path}`, { redirect: "manual" });
  const times = await page(`times?service=${services[0].id}&day=2026-02-31&from=2026-13-01`);
  expect(times.status).toBe(200);
  for (const at of ["1", "2026-02-31T10:00:00Z", "yesterday", "2026-11-25T07:00:00.5Z", "2026-11-20T07:00:00Z"]) {
    const details = await page(`details?service=${services[0].id}&at=${at}`);
    expect([details.status, details.headers.get("location")], at).toEqual([
      307,
      `/book/amani/times?service=${services[0].id}`,
    ]);
  }
  for (const path of ["/book/%E0%A4%A", "/b/%E0%A4%A", "/dashboard/%E0%A4%A", "/api/public/%E0%A4%A"]) {
    expect((await fetch(app.url + path)).status, path).toBe(400);
  }
  for (const body of ["{", "null", "[]", '"x"']) {
    const answer = await fetch(`${app.url}/api/auth/callback/credentials`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: app.url },
      body,
    });
    expect(answer.status, body).toBe(400);
  }
  const endless = async (path: string, contentType: string) => {
    let sent = 0;
    // Says nothing of its length, and would go on for 20 MB.
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
        if (sent > 20_000_000) controller.close();
      },
    });
    const headers = { "content-type": contentType, origin: app.url };
    const answer = await fetch(app.url + path, { method: "POST", headers, body, duplex: "half" } as RequestInit).then(
      ({ status }) => status,
      // Refused and hung up on, before the client had said it all.
      () => 413,
    );
    return [answer, sent < 10_000_000];
  };
  expect(await endless("/api/public/amani/bookings", "application/json")).toEqual([413, true]);
  expect(await endless("/api/auth/callback/credentials", "application/x-www-form-urlencoded")).toEqual([413, true]);
  for (const path of ["/api/public/amani", "/api/health/live", "/login"]) {
    expect((await fetch(app.url + path)).headers.get("x-content-type-options"), path).toBe("nosniff");
  }
});

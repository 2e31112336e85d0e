import { newId } from "@/lib/platform/ids";
import { keyIn } from "./support/api-keys";
import { signedIn, withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { addLogin } from "./support/outbox";
import { longAgo, showIt } from "./support/proof";
import { expect, test } from "./support/realtime";
import { SseClient } from "./support/sse";

const soon = { timeout: 15_000 };

test("the owner makes a key, a program uses it, and it is revoked; nobody else comes near", async ({
  browser,
  app,
  house,
}) => {
  const owner = await addLogin(app, "owner", house.tenantId);
  const page = await (await signedIn(browser, app, owner.email)).newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/settings`);
  await page.getByRole("link", { name: "API keys" }).click();
  await expect(page.getByText("No program has been let in yet.")).toBeVisible();
  await page.getByRole("button", { name: "Make a key" }).click();
  const form = page.getByRole("dialog", { name: "Make a key" });
  await form.getByLabel("Name").fill("Website");
  await form.getByRole("checkbox", { name: "See bookings and the calendar" }).check();
  await longAgo(app, owner.email);
  await form.getByRole("button", { name: "Make the key" }).click();
  await showIt(page);
  const told = page.getByRole("dialog", { name: "Copy the key now" });
  const secret = (await told.locator("[data-secret]").textContent()) ?? "";
  await told.getByRole("button", { name: "I have it" }).click();
  expect(await page.content()).not.toContain(secret);

  const asked = (path: string, init: RequestInit = {}) =>
    fetch(`${app.url}/api/dashboard/${house.tenantId}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    });
  const bookings = await asked("/bookings?view=next");
  expect(bookings.status).toBe(200);
  expect(Number(bookings.headers.get("ratelimit-limit"))).toBe(600);
  expect(Number(bookings.headers.get("ratelimit-remaining"))).toBeLessThan(600);
  expect((await asked("/services")).status).toBe(403);
  expect((await asked("/bookings", { method: "POST", body: "{}" })).status).toBe(403);

  await page.reload();
  await expect(page.getByText(/used (just now|\d)/)).toBeVisible();
  await looksRight(page, "api keys");
  await page.getByRole("button", { name: "Revoke Website" }).click();
  await page.getByRole("button", { name: "Revoke the key" }).click();
  await expect(page.getByText(/^Revoked on/)).toBeVisible(soon);
  expect((await asked("/bookings?view=next")).status).toBe(401);

  for (const role of ["manager", "front_desk", "staff"] as const) {
    const { cookie } = await addMember(app.database, house.tenantId, role);
    const { status } = await fetch(`${app.url}/dashboard/${house.tenantId}/settings/api-keys`, { headers: { cookie } });
    expect(status, role).toBe(404);
  }
});

test("a key is its own business's, reads no cookie, and does nothing that only people do", async ({ app, house }) => {
  const by = { tenantId: house.tenantId, userId: house.owner.userId };
  const { headers } = await keyIn(app.sql, by, ["bookings:write", "customers:read", "customers:write"]);
  const to = (path: string, { tenantId = house.tenantId, ...init }: RequestInit & { tenantId?: string } = {}) =>
    fetch(`${app.url}/api/dashboard/${tenantId}${path}`, {
      ...init,
      headers: { "content-type": "application/json", cookie: house.owner.cookie, ...headers },
    });
  // No Origin goes along: nothing that a browser adds by itself plays a part.
  const customer = { name: "Nekesa", phone: "0711550099" };
  const added = await to("/customers", { method: "POST", body: JSON.stringify(customer) });
  expect(added.status).toBe(201);
  const { id } = (await added.json()) as { id: string };
  expect((await to(`/customers/${id}`)).status).toBe(200);
  // The owner's cookie beside it opens nothing.
  for (const path of ["/services", "/payments", "/settings/policy", "/members", "/audit", "/settings/api-keys"])
    expect((await to(path)).status, path).toBe(403);
  expect((await to("/customers", { tenantId: newId() })).status).toBe(404);
  const foreign = await to(`/settings/policy`, { method: "PATCH", body: "{}" });
  expect(foreign.status).toBe(403);
  await app.sql`update tenants set works_until = now() - interval '1 day' where id = ${house.tenantId}`;
  expect((await to("/customers", { method: "POST", body: JSON.stringify(customer) })).status).toBe(402);
  expect((await to("/customers")).status).toBe(200);
  await app.sql`update tenants set status = 'suspended' where id = ${house.tenantId}`;
  expect((await to("/customers")).status).toBe(404);
});

test("a program hears what happens, until its key is revoked", async ({ app, house, book }) => {
  const by = { tenantId: house.tenantId, userId: house.owner.userId };
  const { keyId, secret } = await keyIn(app.sql, by, ["events:read"]);
  const client = new SseClient(`${app.url}/api/dashboard/${house.tenantId}/stream`, "", {
    authorization: `Bearer ${secret}`,
  });
  await client.open(null);
  await client.level();
  expect((await book(house)).status).toBe(201);
  await client.until(({ frames }) => frames.some(({ event }) => event === "booking.placed"));
  await app.sql`update api_keys set revoked_at = now() where id = ${keyId}`;
  await client.until(({ closed }) => closed, 3_000);
});

test("the API can be read, without a script, on a phone", async ({ browser, app }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(app.url);
  await page.getByRole("link", { name: "API", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "API" })).toBeVisible();
  const one = page.locator("#bookOnline");
  await one.locator("summary").click();
  await expect(one.getByText("Idempotency-Key", { exact: false }).first()).toBeVisible();
  await context.close();
  const seen = await (await withCookie(browser, app, "x=1")).newPage();
  await seen.goto(`${app.url}/docs/api`);
  const foreign = await seen.evaluate(
    () =>
      [...document.querySelectorAll("script[src]")].filter(
        (one) => new URL((one as HTMLScriptElement).src).origin !== location.origin,
      ).length,
  );
  expect(foreign).toBe(0);
  await looksRight(seen, "api docs");
  await seen.context().close();
});

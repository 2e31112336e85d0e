import { tcpProxy } from "./faults/tcp-proxy";
import { bookByApi, openSlots } from "./support/api";
import { appliedBy, dot, live, openDashboard, signedIn, stat, toasts } from "./support/dashboard";
import { type App, expect, test } from "./support/test";

/** Promised within a second; a busy machine gets three. */
const soon = { timeout: 3_000 };

const haircut = async (app: App) => {
  const answer = await fetch(`${app.url}/api/public/amani`);
  const { services } = (await answer.json()) as { services: { id: string; name: string; durationMinutes: number }[] };
  return services.toSorted((a, b) => a.durationMinutes - b.durationMinutes)[0]!;
};

/** Books the n-th free time from the far end, where no other test is looking for one. */
async function book(app: App, name: string, nth = 0) {
  const service = await haircut(app);
  const slot = (await openSlots(app.url, "amani", service.id)).at(-1 - nth)!;
  const answer = await bookByApi(app.url, "amani", { serviceId: service.id, startsAt: slot.startsAt, name });
  expect(answer.status, await answer.clone().text()).toBe(201);
  return { service, ...((await answer.json()) as { id: string; reference: string }) };
}

test("sign in by the form; the dashboard says live", async ({ page, app }) => {
  await page.goto(`${app.url}/dashboard`);
  await page.getByLabel("E-mail").fill("desk@amani.test");
  await page.getByLabel("Password").fill("wrong password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "do not belong together" })).toBeVisible();
  await page.getByLabel("Password").fill("demo-clientpulse");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**/dashboard/${app.tenants.amani}`);
  await live(page);
  await page.reload();
  await live(page);
});

test("a booking made by the API: toast and numbers without a reload, on both of the tenant's dashboards, not on the other's", async ({
  browser,
  app,
}) => {
  const [owner, desk, other] = await Promise.all(
    ["owner@amani.test", "desk@amani.test", "owner@baraka.test"].map((email) => signedIn(browser, app, email)),
  );
  const [first, second, theirs] = await Promise.all([
    openDashboard(owner!, app.tenants.amani, app.url),
    openDashboard(desk!, app.tenants.amani, app.url),
    openDashboard(other!, app.tenants.baraka, app.url),
  ]);
  const newBefore = Number(await stat(first, "newCustomersToday").textContent());
  const { service, id } = await book(app, "Wambui Njeri");
  for (const page of [first, second]) {
    await expect(toasts(page).filter({ hasText: `Wambui Njeri booked ${service.name}` })).toBeVisible(soon);
    await expect(stat(page, "newCustomersToday")).toHaveText(String(newBefore + 1), soon);
  }
  expect(await appliedBy(theirs)).toEqual([]);
  await expect(toasts(theirs)).toHaveCount(0);

  await toasts(first).getByRole("button", { name: "Open" }).first().click();
  await first.waitForURL(`**/dashboard/${app.tenants.amani}?booking=${id}`);
  await expect(first.getByRole("dialog").getByText(service.name)).toBeVisible();
  await first.reload();
  await expect(first.getByRole("dialog").getByText(service.name)).toBeVisible();
  await Promise.all([owner, desk, other].map((context) => context!.close()));
});

test("five seconds without network and thirty bookings: all thirty applied in order, none twice, one toast", async ({
  browser,
  app,
}) => {
  const network = await tcpProxy({ host: "127.0.0.1", port: app.port });
  const context = await signedIn(browser, app, "manager@amani.test");
  const page = await openDashboard(context, app.tenants.amani, `http://127.0.0.1:${network.port}`);
  const headOf = async () => {
    const [row] = await app.sql`select seq from event_heads where tenant_id = ${app.tenants.amani}`;
    return Number(row?.seq);
  };
  const before = await headOf();
  const began = Date.now();
  network.set("cut");
  await expect(dot(page)).not.toHaveAttribute("data-status", "live");
  const service = await haircut(app);
  const slots = (await openSlots(app.url, "amani", service.id)).slice(-120);
  let made = 0;
  for (const slot of slots) {
    if (made === 30) break;
    const answer = await bookByApi(app.url, "amani", { serviceId: service.id, startsAt: slot.startsAt });
    if (answer.status === 201) made++;
  }
  expect(made).toBe(30);
  await expect.poll(() => Date.now() - began, { timeout: 20_000 }).toBeGreaterThan(5_000);
  network.set("pass");
  await live(page);
  const after = await headOf();
  const expected = Array.from({ length: after - before }, (_, n) => before + 1 + n);
  await expect.poll(() => appliedBy(page), { timeout: 15_000 }).toEqual(expected);
  await expect(toasts(page).filter({ hasText: "30 new bookings while you were away" })).toHaveCount(1);
  await expect(toasts(page)).toHaveCount(1);
  await context.close();
  await network.close();
});

test("signed out elsewhere: the stream closes within two seconds and the page asks to sign in", async ({
  browser,
  app,
}) => {
  const context = await signedIn(browser, app, "manager@amani.test");
  const page = await openDashboard(context, app.tenants.amani, app.url);
  await app.sql`update sessions set revoked_at = now() where user_id = (select id from users where email = 'manager@amani.test')`;
  await page.waitForURL("**/login?**", { timeout: 6_000 });
  await context.close();
});

test("two tabs of one browser share one stream, and the second takes over when the first is closed", async ({
  browser,
  app,
}) => {
  const context = await signedIn(browser, app, "owner@amani.test");
  const first = await openDashboard(context, app.tenants.amani, app.url);
  const second = await openDashboard(context, app.tenants.amani, app.url);
  const streams = async () => {
    const answer = await fetch(`${app.url}/api/metrics`, {
      headers: { authorization: "Bearer a token that only the tests have" },
    });
    return Number(/clientpulse_streams\{door="node"\} (\d+)/.exec(await answer.text())?.[1] ?? 0);
  };
  const withBoth = await streams();
  await book(app, "Achieng Odhiambo", 3);
  await expect(toasts(second).filter({ hasText: "Achieng Odhiambo" })).toBeVisible(soon);
  expect(await streams()).toBe(withBoth);
  const seen = (await appliedBy(second)).length;
  await first.close();
  await live(second);
  await book(app, "Halima Abdi", 6);
  await expect(toasts(second).filter({ hasText: "Halima Abdi" })).toBeVisible({ timeout: 10_000 });
  const applied = await appliedBy(second);
  expect(applied.length).toBeGreaterThan(seen);
  expect(applied).toEqual(applied.map((_, n) => applied[0]! + n));
  await context.close();
});

test("notifications: unread until read, in every tab, and after a reload", async ({ browser, app }) => {
  const context = await signedIn(browser, app, "desk@amani.test");
  await book(app, "Moraa Nyaboke", 9);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}/notifications`);
  await expect(page.getByText("Moraa Nyaboke booked").first()).toBeVisible();
  await page.getByRole("button", { name: /mark all read/i }).click();
  await expect(page.getByRole("button", { name: /mark all read/i })).toBeHidden();
  // The button goes at once; the answer of the server is what counts.
  const unread = async () => {
    const answer = await context.request.get(`${app.url}/api/dashboard/${app.tenants.amani}/notifications`);
    return (await answer.json()).unread;
  };
  await expect.poll(unread).toBe(0);
  await page.reload();
  await expect(page.getByText("Moraa Nyaboke booked").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /mark all read/i })).toBeHidden();
  await context.close();
});

test("who must sign in first comes to the address that was asked for", async ({ page, app }) => {
  const { id } = await book(app, "Nyambura Kamau", 12);
  const asked = `/dashboard/${app.tenants.amani}?booking=${id}`;
  await page.goto(app.url + asked);
  await page.getByLabel("E-mail").fill("desk@amani.test");
  await page.getByLabel("Password").fill("demo-clientpulse");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${asked}`);
  await expect(page.getByRole("dialog").getByText("Nyambura Kamau").first()).toBeVisible();
});

test("a cursor that is none is refused by name", async ({ browser, app }) => {
  const context = await signedIn(browser, app, "desk@amani.test");
  const answer = await context.request.get(
    `${app.url}/api/dashboard/${app.tenants.amani}/notifications?cursor=${app.tenants.amani}`,
  );
  expect([answer.status(), Object.keys((await answer.json()).fields)]).toEqual([422, ["cursor"]]);
  await context.close();
});

test("the dashboard is for its members: others are told it is not there, in the same bytes as a missing one", async ({
  browser,
  app,
}) => {
  const context = await signedIn(browser, app, "owner@baraka.test");
  const body = async (tenantId: string, what: string) => {
    const answer = await context.request.get(`${app.url}/api/dashboard/${tenantId}/${what}`);
    expect(answer.status()).toBe(404);
    return answer.text();
  };
  for (const what of ["stats", "bookings", "notifications", "stream", `bookings/${app.tenants.amani}`]) {
    expect(await body(app.tenants.amani, what)).toBe(await body("00000000-0000-7000-8000-000000000000", what));
  }
  const page = await context.newPage();
  expect((await page.goto(`${app.url}/dashboard/${app.tenants.amani}`))?.status()).toBe(404);
  expect((await fetch(`${app.url}/api/dashboard/${app.tenants.amani}/stats`)).status).toBe(401);
  await context.close();
});

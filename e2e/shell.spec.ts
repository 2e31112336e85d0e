import { noonZone } from "@/db/testing/noon";
import { live, openDashboard, signedIn, withCookie } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";

const soon = { timeout: 15_000 };
const kept = "kept-days";

test("everything by the keyboard: to places, to customers, to what is done most; and switched off", async ({
  browser,
  app,
}) => {
  test.slow();
  const context = await signedIn(browser, app, "manager@amani.test");
  const page = await openDashboard(context, app.tenants.amani, app.url);
  const base = `${app.url}/dashboard/${app.tenants.amani}`;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press("g", "b");
  await page.waitForURL(`${base}/bookings`);
  await expect(page.getByRole("heading", { name: "Bookings", level: 1 })).toBeVisible(soon);
  await press("n");
  const sheet = page.getByRole("dialog", { name: "New booking" });
  await expect(sheet).toBeVisible(soon);
  // What is typed in a field is text.
  await sheet.getByLabel("Name", { exact: true }).focus();
  await press("g", "c", "n", "?");
  await expect(sheet.getByLabel("Name", { exact: true })).toHaveValue("gcn?");
  await press("Escape");
  await expect(sheet).toHaveCount(0);
  await press("g", "c");
  await page.waitForURL(`${base}/calendar`);
  await expect(page.getByRole("link", { name: "The day after" })).toBeVisible(soon);
  await press("j");
  await page.waitForURL(/calendar\?date=/);
  await press("t");
  await page.waitForURL(/calendar\??$/);

  const [customer] = await app.sql`select id, name from customers
    where tenant_id = ${app.tenants.amani} and archived_at is null and phone is not null and name <> '' order by name limit 1`;
  await press("Control+k");
  const field = page.getByRole("combobox", { name: "Go anywhere" });
  await expect(field).toBeFocused(soon);
  await page.keyboard.type(customer!.name);
  const found = page.getByRole("group", { name: "Customers" }).getByRole("option", { name: customer!.name });
  await expect(found.first()).toBeVisible(soon);
  await press("Enter");
  await page.waitForURL(/\/customers\/[\da-f-]{36}/);
  await press("Control+k");
  await expect(page.getByRole("group", { name: "Recent" }).getByRole("option")).toHaveText([customer!.name]);
  await page.keyboard.type("zzqx");
  await expect(page.getByText("Nothing found for “zzqx”.")).toBeVisible(soon);
  await context.setOffline(true);
  await page.keyboard.type("y");
  await expect(page.getByText("Customers and bookings could not be looked up")).toBeVisible(soon);
  await context.setOffline(false);
  await field.fill("");
  await looksRight(page, "palette");
  await page.setViewportSize({ width: 1280, height: 720 });
  await press("Escape");

  await press("Shift+?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys.getByRole("region", { name: "On the calendar" })).toBeVisible(soon);
  await keys.getByRole("switch", { name: /^Single keys/ }).click();
  await press("Escape");
  await press("g", "b");
  await press("Control+k");
  await expect(field).toBeVisible();
  await press("Escape");
  await expect(page).toHaveURL(/\/customers\//);
  await context.close();
});

test("rows stand closer for who wants that, and paper has neither bars nor buttons", async ({ browser, app }) => {
  const context = await signedIn(browser, app, "manager@amani.test");
  const page = await openDashboard(context, app.tenants.amani, app.url);
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}/customers`);
  const row = page.getByRole("main").getByRole("listitem").first();
  const tall = async () => (await row.boundingBox())!.height;
  const before = await tall();
  await page.getByRole("button", { name: /^You: / }).click();
  await page.getByRole("menuitemradio", { name: "Compact" }).click();
  await expect.poll(tall).toBeLessThan(before);
  await page.reload();
  expect(await tall()).toBeLessThan(before);

  // Dark for whoever wants that, from the first paint on.
  const colours = () => page.evaluate(() => document.documentElement.dataset.theme);
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
  const [first, byDay] = [await colours(), await ink()];
  expect(first).toBe("light");
  await page.getByRole("button", { name: "Light or dark" }).click();
  await expect.poll(colours).toBe("dark");
  await page.reload();
  expect(await colours()).toBe("dark");
  expect(await ink()).not.toBe(byDay);

  await page.emulateMedia({ media: "print" });
  await expect(row).toBeVisible();
  for (const gone of [page.getByRole("complementary"), page.getByRole("button"), page.getByRole("navigation")])
    await expect(gone.filter({ visible: true })).toHaveCount(0);
  await context.close();
});

test("without a network: the day is there and says when it was so, nothing typed is lost, and whoever leaves takes it along", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  // Midnight, when the day that was kept is over, is far away there.
  await app.sql`update tenants set time_zone = ${noonZone(new Date())} where id = ${house.tenantId}`;
  const halfHourMs = 30 * 60_000;
  const startsAt = new Date((Math.floor(Date.now() / halfHourMs) + 2) * halfHourMs).toISOString();
  for (const staffId of house.staffIds) await book(house, { staffId, startsAt });
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await openDashboard(context, house.tenantId, app.url);
  const base = `${app.url}/dashboard/${house.tenantId}`;
  const days = () =>
    page.evaluate(async (name) => {
      const cache = await caches.open(name);
      return Promise.all((await cache.keys()).map(async (key) => (await cache.match(key))!.text()));
    }, kept);
  await expect.poll(async () => (await days()).length, soon).toBe(1);
  // Who comes when for what, and nothing else of them.
  const { rows } = JSON.parse((await days())[0]!);
  expect(rows).toHaveLength(house.staffIds.length);
  expect(Object.keys(rows[0])).toEqual(["time", "customer", "what", "status"]);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

  await page.goto(`${base}/customers?add=new`);
  await live(page);
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("Nobody Yet");
  await context.setOffline(true);
  await expect(page.getByText(/You are offline: as it was at \d\d:\d\d/)).toBeVisible(soon);
  await page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("reach the server", soon);
  await expect(page.getByRole("dialog").getByLabel("Name", { exact: true })).toHaveValue("Nobody Yet");

  await page.goto(base);
  await expect(page.getByRole("heading", { name: /^You are offline: as it was at \d\d:\d\d/ })).toBeVisible();
  expect(await page.getByRole("listitem").count()).toBe(rows.length);
  await looksRight(page, "offline");
  await page.setViewportSize({ width: 1280, height: 720 });
  await context.setOffline(false);
  await live(page);

  await page.getByRole("button", { name: /^You: / }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/login");
  expect(await page.evaluate((name) => caches.has(name), kept)).toBe(false);
  await context.setOffline(true);
  await page.goto(base);
  await expect(page.getByText("This page cannot be reached just now.")).toBeVisible();
  await expect(page.getByRole("listitem")).toHaveCount(0);
  await context.close();
});

test("the dashboard can be installed, and its worker is asked for anew", async ({ app }) => {
  const manifest = await (await fetch(`${app.url}/dashboard.webmanifest`)).json();
  expect(manifest).toMatchObject({ start_url: "/dashboard", display: "standalone" });
  for (const { src, type } of manifest.icons as { src: string; type: string }[]) {
    const icon = await fetch(app.url + src);
    expect([icon.status, icon.headers.get("content-type")], src).toEqual([200, type]);
  }
  const worker = await fetch(`${app.url}/sw.js`);
  expect(worker.headers.get("cache-control")).toBe("no-cache");
});

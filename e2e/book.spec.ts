import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import { newPhone, openSlots } from "./support/api";
import { openDashboard, signedIn, toasts } from "./support/dashboard";
import { expect, test } from "./support/test";

/** From the list of services to the form, as a customer goes: the last free time of the first day that has one. */
async function toDetails(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/book/amani`);
  await page.locator('a[href*="/times?"]').first().click();
  await page.waitForURL("**/times?**");
  await page.locator('input[name="at"]').last().check({ force: true });
  await page.getByRole("button", { name: /continue/i }).click();
  await page.waitForURL("**/details?**");
}

async function fillIn(page: Page, name: string, phone = newPhone()): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Phone").fill(phone);
}

const reference = /\b[2-9A-HJKMNP-Z]{6}\b/;

test("a customer books in one browser, the desk sees it in another", async ({ browser, app }) => {
  const desk = await signedIn(browser, app, "desk@amani.test");
  const dashboard = await openDashboard(desk, app.tenants.amani, app.url);
  const customer = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await customer.newPage();
  await toDetails(page, app.url);
  await fillIn(page, "Nekesa Wafula");
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await expect(toasts(dashboard).filter({ hasText: "Nekesa Wafula booked" })).toBeVisible({ timeout: 5_000 });
  await page.waitForURL("**/b/**");
  await expect(page.getByText(reference).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText(reference).first()).toBeVisible();
  await Promise.all([desk.close(), customer.close()]);
});

test("without a network the form says so and keeps everything; it comes along to another time; once booked it is gone", async ({
  browser,
  app,
}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await toDetails(page, app.url);
  await fillIn(page, "Wanjiru Kamau");
  await page.getByLabel("Anything we should know").fill("Braids down");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "No connection" })).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Wanjiru Kamau");
  await context.setOffline(false);

  await page.getByRole("link", { name: "Times" }).click();
  await page.waitForURL("**/times?**");
  await page.locator('input[name="at"]').last().check({ force: true });
  await page.getByRole("button", { name: /continue/i }).click();
  await page.waitForURL("**/details?**");
  await expect(page.getByLabel("Name")).toHaveValue("Wanjiru Kamau");
  await expect(page.getByLabel("Anything we should know")).toHaveValue("Braids down");
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await page.waitForURL("**/b/**");
  await expect(page.getByText(reference).first()).toBeVisible();
  await toDetails(page, app.url);
  await expect(page.getByLabel("Name")).toHaveValue("");
  await context.close();
});

test("with JavaScript off", async ({ browser, app }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await toDetails(page, app.url);
  await fillIn(page, "Kiplagat Cheruiyot", "12");
  await page.getByLabel("Phone").evaluate((field) => field.removeAttribute("pattern"));
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await expect(page.getByLabel("Name")).toHaveValue("Kiplagat Cheruiyot");
  await expect(
    page
      .getByText(/phone/i)
      .filter({ hasText: /number/i })
      .first(),
  ).toBeVisible();
  await page.getByLabel("Phone").fill(newPhone());
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await page.waitForURL("**/b/**");
  await expect(page.getByText(reference).first()).toBeVisible();
  const [row] = await app.sql`select count(*) from bookings where booked_as->>'name' = 'Kiplagat Cheruiyot'`;
  expect(Number(row?.count)).toBe(1);
  await context.close();
});

test("a slot taken meanwhile keeps everything typed and offers the nearest three; one tap takes one", async ({
  browser,
  app,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await toDetails(page, app.url);
  const at = new URL(page.url()).searchParams.get("at")!;
  await fillIn(page, "Zawadi Mwakio");
  // Everybody is busy then, by a hand that is not the verb's.
  await app.sql`
    insert into occupancies (tenant_id, id, staff_id, span, source)
    select s.tenant_id, gen_random_uuid(), s.id, tstzrange(${at}::timestamptz, ${at}::timestamptz + interval '10 minutes'), 'block'
    from staff s where s.tenant_id = ${app.tenants.amani} and not exists (
      select 1 from occupancies o where o.tenant_id = s.tenant_id and o.staff_id = s.id and o.active
        and o.span && tstzrange(${at}::timestamptz, ${at}::timestamptz + interval '10 minutes'))`;
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await expect(page.getByText(/just been taken/)).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Zawadi Mwakio");
  const alternatives = page.locator('button[name="startsAt"]');
  await expect(alternatives).toHaveCount(3);
  await alternatives.first().click();
  await page.waitForURL("**/b/**");
  await expect(page.getByText(reference).first()).toBeVisible();
  await context.close();
});

test("pressing twice makes one booking", async ({ browser, app }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await toDetails(page, app.url);
  await fillIn(page, "Onyango Okello");
  await page.getByRole("button", { name: "Book", exact: true }).dblclick();
  await page.waitForURL("**/b/**");
  const rows = await app.sql`select reference from bookings where booked_as->>'name' = 'Onyango Okello'`;
  expect(rows).toHaveLength(1);
  await expect(page.getByText(rows[0]!.reference, { exact: true })).toBeVisible();
  await context.close();
});

test("a price that changed meanwhile is shown old and new before anything is booked; one tap accepts it", async ({
  browser,
  app,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await toDetails(page, app.url);
  const service = new URL(page.url()).searchParams.get("service")!;
  await fillIn(page, "Cherono Langat");
  await app.sql`update services set price_minor = price_minor + 10000 where id = ${service}`;
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await expect(page.getByText(/The price is now KES/)).toBeVisible();
  await expect(page.getByText(/It was KES/)).toBeVisible();
  const made = () => app.sql`select total_minor from bookings where booked_as->>'name' = 'Cherono Langat'`;
  expect(await made()).toHaveLength(0);
  await expect(page.getByLabel("Name")).toHaveValue("Cherono Langat");
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await page.waitForURL("**/b/**");
  expect(await made()).toHaveLength(1);
  await app.sql`update services set price_minor = price_minor - 10000 where id = ${service}`;
  await context.close();
});

test("fully booked: every day is crossed out, and the phone is there", async ({ browser, app }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const blocked = await app.sql`
    insert into occupancies (tenant_id, id, staff_id, span, source)
    select s.tenant_id, gen_random_uuid(), s.id, tstzrange(now(), now() + interval '400 days'), 'block'
    from staff s where s.tenant_id = ${app.tenants.baraka}
      and not exists (select 1 from occupancies o where o.tenant_id = s.tenant_id and o.staff_id = s.id and o.active and upper(o.span) > now())
    returning id`;
  expect(blocked.length).toBeGreaterThan(0);
  await page.goto(`${app.url}/book/baraka`);
  await page.locator('a[href*="/times?"]').first().click();
  await page.waitForURL("**/times?**");
  await expect(page.getByText(/fully booked/i).first()).toBeVisible();
  await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
  await app.sql`delete from occupancies where id = any(${blocked.map((row) => row.id)})`;
  await context.close();
});

test("somebody else's number: their name is neither shown nor changed, and the desk sees both", async ({
  browser,
  app,
}) => {
  const [jane] = await app.sql`select id, name, phone, email from customers
    where tenant_id = ${app.tenants.amani} and phone is not null order by name limit 1`;
  const context = await browser.newContext();
  const page = await context.newPage();
  await toDetails(page, app.url);
  await fillIn(page, "Mary Atieno", jane!.phone);
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await page.waitForURL("**/b/**");
  expect(await page.content()).not.toContain(jane!.name);
  const [after] =
    await app.sql`select id, name, phone, email from customers where tenant_id = ${app.tenants.amani} and id = ${jane!.id}`;
  expect(after).toEqual(jane);
  const [booking] = await app.sql`select id from bookings where booked_as->>'name' = 'Mary Atieno'`;
  const desk = await signedIn(browser, app, "desk@amani.test");
  const dashboard = await openDashboard(desk, app.tenants.amani, app.url);
  await dashboard.goto(`${app.url}/dashboard/${app.tenants.amani}?booking=${booking!.id}`);
  await expect(dashboard.getByText(`Mary Atieno on ${jane!.name}’s number`)).toBeVisible();
  await Promise.all([context.close(), desk.close()]);
});

test("a business that takes no bookings says so, with its phone", async ({ browser, app }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await app.sql`update tenants set status = 'suspended' where slug = 'baraka'`;
  await page.goto(`${app.url}/book/baraka`);
  await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
  const answer = await fetch(`${app.url}/api/public/baraka`);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ code: "not_open", phone: expect.stringMatching(/^\+254/) });
  await app.sql`update tenants set status = 'active' where slug = 'baraka'`;
  expect((await page.goto(`${app.url}/book/nobody-has-this`))?.status()).toBe(404);
  await context.close();
});

test("every screen of this house is clean for axe, light and dark, at 360 px and wide", async ({ browser, app }) => {
  test.slow();
  const booked = await browser.newContext();
  const first = await booked.newPage();
  await toDetails(first, app.url);
  const details = first.url();
  await fillIn(first, "Wanjala Barasa");
  await first.getByRole("button", { name: "Book", exact: true }).click();
  await first.waitForURL("**/b/**");
  const ticket = first.url();
  const times = details.replace("/details?", "/times?");
  await booked.close();

  const today = `${app.url}/dashboard/${app.tenants.amani}`;
  const screens = {
    guest: [
      `${app.url}/`,
      `${app.url}/login`,
      `${app.url}/book/amani`,
      times,
      details,
      ticket,
      `${app.url}/book/nobody-has-this`,
    ],
    owner: [today, `${today}/notifications`],
    baraka: [`${app.url}/dashboard/${app.tenants.baraka}`, `${app.url}/dashboard/${app.tenants.baraka}/notifications`],
  };
  for (const [who, addresses] of Object.entries(screens)) {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [360, 1440]) {
        const context =
          who === "guest"
            ? await browser.newContext()
            : await signedIn(browser, app, who === "owner" ? "owner@amani.test" : "owner@baraka.test");
        const page = await context.newPage();
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 800 });
        for (const address of addresses) {
          await page.goto(address);
          const found = await new AxeBuilder({ page }).analyze();
          const told = found.violations.map(
            (v) => `${v.id}: ${v.nodes.map((node) => node.target.join(" ")).join(" | ")}`,
          );
          expect(told, `${address} ${colorScheme} ${width}`).toEqual([]);
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
          expect(sideways, `${address} scrolls sideways at ${width}`).toBe(false);
        }
        await context.close();
      }
    }
  }
});

test("the public pages load no component library, no toasts and no zod; the dashboard shows that the look would find them", async ({
  browser,
  app,
}) => {
  const marks = ["data-radix", "data-sonner-toaster", "ZodError"];
  const foundOn = async (context: BrowserContext, addresses: string[]) => {
    const found = new Set<string>();
    let bytes = 0;
    const page = await context.newPage();
    page.on("response", async (answer) => {
      if (answer.request().resourceType() !== "script") return;
      const text = await answer.text();
      bytes += text.length;
      for (const mark of marks) if (text.includes(mark)) found.add(mark);
    });
    for (const address of addresses) await page.goto(app.url + address, { waitUntil: "networkidle" });
    return { found: [...found].sort(), bytes };
  };
  const guest = await browser.newContext();
  const { services } = await (await guest.request.get(`${app.url}/api/public/amani`)).json();
  const [slot] = await openSlots(app.url, "amani", services[0].id);
  const at = encodeURIComponent(slot!.startsAt);
  const steps = ["", `/times?service=${services[0].id}`, `/details?service=${services[0].id}&at=${at}`];
  const publicly = await foundOn(
    guest,
    steps.map((step) => `/book/amani${step}`),
  );
  expect(publicly.found).toEqual([]);
  expect(publicly.bytes).toBeGreaterThan(10_000);
  const desk = await signedIn(browser, app, "desk@amani.test");
  // No live page is ever idle: the first one that shows its stream has loaded what it needs.
  const page = await openDashboard(desk, app.tenants.amani, app.url);
  const scripts = await page
    .locator("script[src]")
    .evaluateAll((all) => all.map((one) => (one as HTMLScriptElement).src));
  const texts = await Promise.all(scripts.map(async (src) => (await desk.request.get(src)).text()));
  for (const mark of marks.slice(0, 2))
    expect(
      texts.some((text) => text.includes(mark)),
      mark,
    ).toBe(true);
  await Promise.all([guest.close(), desk.close()]);
});

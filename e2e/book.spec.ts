import { newPhone } from "./support/api";
import { fillIn, reference, toDetails } from "./support/booking-page";
import { openDashboard, signedIn, toasts } from "./support/dashboard";
import { expect, test } from "./support/test";

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

test("extras make the visit longer and dearer, in the times, the price and on the ticket, without JavaScript as well", async ({
  browser,
  app,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${app.url}/book/amani`);
    await page.getByRole("link", { name: /^Silk press 1 h/ }).click();
    await page.waitForURL("**/times?**");
    const extras = page.getByRole("navigation", { name: "Extras" });
    await extras.getByRole("link", { name: /Deep conditioning/ }).click();
    await extras.getByRole("link", { name: /Trim/ }).click();
    await page.waitForURL(/add=[\w-]+(%2C|,)[\w-]+/);
    await expect(page.getByText(/1 h 50 min · /)).toBeVisible();
    await extras.getByRole("link", { name: /Without Trim/ }).click();
    await expect(page.getByText(/1 h 35 min · /)).toBeVisible();
    // The day that was open may have no room for what was added.
    const free = page.getByRole("navigation", { name: "Day" }).getByRole("link", { name: /\d free/ });
    const [day] = /day=[\d-]+/.exec((await free.last().getAttribute("href"))!)!;
    await free.last().click();
    await page.waitForURL(`**${day}**`);
    await page.locator('input[name="at"]').last().check({ force: true });
    await page.getByRole("button", { name: /continue/i }).click();
    await page.waitForURL("**/details?**");
    await expect(page.getByText(/Silk press \+ Deep conditioning/)).toBeVisible();
    await fillIn(page, "Wambui");
    await page.getByRole("button", { name: "Book", exact: true }).click();
    await page.waitForURL("**/b/**");
    await expect(page.getByText("Silk press + Deep conditioning")).toBeVisible();
    await expect(page.getByText(/KES 3,[36]00/).first()).toBeVisible();
    await context.close();
  }
});

test("several services make one visit: each with its own person and extras, one time and one price for all, without JavaScript as well", async ({
  browser,
  app,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${app.url}/book/amani`);
    await page.getByRole("link", { name: /^Silk press 1 h/ }).click();
    await page.waitForURL("**/times?**");
    for (const name of [/^Gel manicure/, /^Brow threading/]) {
      await page.getByRole("link", { name: "Add another service" }).click();
      await expect(page.getByRole("heading", { name: "What would you like to add?" })).toBeVisible();
      await page.getByRole("link", { name }).click();
      await expect(page.getByRole("heading", { name: "Your visit" })).toBeVisible();
    }
    const visit = page.getByRole("region", { name: "Your visit" });
    await expect(visit.getByRole("listitem")).toHaveCount(3);
    await visit.getByRole("link", { name: "Change Brow threading & tint" }).click();
    await visit.getByRole("link", { name: "Remove Brow threading & tint" }).click();
    await expect(visit.getByRole("listitem")).toHaveCount(2);
    await visit.getByRole("link", { name: "Change Gel manicure" }).click();
    await page
      .getByRole("navigation", { name: "Extras for Gel manicure" })
      .getByRole("link", { name: /Nail art/ })
      .click();
    await expect(visit.getByText("Gel manicure + Nail art")).toBeVisible();
    await page.reload();
    await expect(visit.getByText("Gel manicure + Nail art")).toBeVisible();
    const strip = page.getByRole("navigation", { name: "Day" });
    const lastDay = strip.getByRole("link", { name: /\d free/ }).last();
    const first = (await strip.locator("li a").first().getAttribute("aria-label"))!.split(",")[0]!;
    await lastDay.click();
    await expect(lastDay).toHaveAttribute("aria-current", "date");
    // The days stay where they are under the finger.
    await expect(strip.locator("li a").first()).toHaveAttribute("aria-label", new RegExp(`^${first},`));
    await page.locator('input[name="at"]').last().check({ force: true });
    await page.getByRole("button", { name: /continue/i }).click();
    await page.waitForURL("**/details?**");
    const parts = page.getByRole("list", { name: "Your visit" }).getByRole("listitem");
    await expect(parts).toHaveText([
      /^\d\d:\d\d.*Silk press, .* with /,
      /^\d\d:\d\d.*Gel manicure \+ Nail art, .* with /,
    ]);
    await fillIn(page, "Wambui");
    await page.getByRole("button", { name: "Book", exact: true }).click();
    await page.waitForURL("**/b/**");
    await expect(page.getByText("Gel manicure + Nail art")).toBeVisible();
    await expect(page.getByText("Silk press", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Change time" }).click();
    await expect(page.locator('input[type="radio"]').first()).toBeAttached();
    await context.close();
  }
  for (const query of ["service=x&more=_._", "more=abc", "service=00000000-0000-4000-8000-000000000000&more=x.y.z"]) {
    for (const step of ["", "/times", "/details"])
      expect((await fetch(`${app.url}/book/amani${step}?${query}`)).status).toBe(200);
  }
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

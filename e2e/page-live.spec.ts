import type { Page } from "@playwright/test";
import { noonZone } from "@/db/testing/noon";
import { atHour } from "./support/api";
import { fillIn } from "./support/booking-page";
import { bookingToken } from "./support/booking-token";
import { expect, test } from "./support/realtime";

const chip = (page: Page, at: string) => page.locator(`input[name="at"][value="${at}"]`);

test("a time that somebody takes goes, a freed one comes back, within a second; the one chosen says so", async ({
  app,
  house,
  book,
  browser,
}) => {
  const [first, second] = [atHour(2, 10), atHour(2, 11)];
  const [serviceId, staffId] = [house.serviceIds[0]!, house.staffIds[0]!];
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const streaming = page.waitForRequest((request) => request.url().includes("/stream?since="));
  await page.goto(
    `${app.url}/book/${house.slug}/times?service=${serviceId}&staff=${staffId}&day=${first.slice(0, 10)}`,
  );
  await streaming;
  await chip(page, second).check({ force: true });

  const taken = await book(house, { startsAt: first, serviceId, staffId });
  const began = performance.now();
  await expect(page.locator("label[data-leaves]")).toHaveCount(1, { timeout: 1_000 });
  const gone = performance.now() - began;
  await expect(chip(page, first)).toHaveCount(0);
  await expect(chip(page, second)).toBeChecked();

  const { id } = await taken.json();
  const freed = await fetch(`${app.url}/api/dashboard/${house.tenantId}/bookings/${id}/changes`, {
    method: "POST",
    headers: { cookie: house.owner.cookie, origin: app.url, "content-type": "application/json" },
    body: JSON.stringify({ move: "cancel", from: "confirmed" }),
  });
  expect(freed.status).toBeLessThan(300);
  const cancelled = performance.now();
  await expect(chip(page, first)).toHaveCount(1, { timeout: 1_000 });
  console.log(`taken → fading ${Math.round(gone)} ms, freed → there ${Math.round(performance.now() - cancelled)} ms`);

  await book(house, { startsAt: second, serviceId, staffId });
  await expect(page.getByRole("status").filter({ hasText: "11:00 has just been taken" })).toBeVisible({
    timeout: 1_000,
  });
  await expect(page.getByText("Choose a time")).toBeVisible();

  // Away, as a phone in a pocket, and back: what was missed is caught up.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  const third = atHour(2, 15);
  await book(house, { startsAt: third, serviceId, staffId });
  await expect(chip(page, third)).toHaveCount(1);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(chip(page, third)).toHaveCount(0, { timeout: 2_000 });
  await context.close();
});

test("four taps from the business's page to a booking", async ({ app, house, browser }) => {
  await app.sql`update tenants set time_zone = ${noonZone(new Date())} where id = ${house.tenantId}`;
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addInitScript(() =>
    addEventListener("click", ({ isTrusted }) => {
      if (isTrusted) sessionStorage.taps = Number(sessionStorage.taps ?? 0) + 1;
    }),
  );
  const page = await context.newPage();
  await page.goto(`${app.url}/book/${house.slug}`);
  await page.getByRole("link", { name: /Cut/ }).click();
  await page.waitForURL("**/times?**");
  // Today's next time may begin meanwhile.
  await page.locator('label:has(input[name="at"])').last().click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/details?**");
  await fillIn(page, "Nekesa Wafula");
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await page.waitForURL("**/b/**");
  await expect(page.getByText("Confirmed")).toBeVisible();
  expect(await page.evaluate(() => Number(sessionStorage.taps))).toBeLessThanOrEqual(4);
  await context.close();
});

test("the price is from–to until it is known who does it, then exact, and that is what is booked", async ({
  app,
  house,
  browser,
}) => {
  const [dear] = house.staffIds;
  await app.sql`update staff_services set price_minor = 230000, duration_minutes = 60
    where tenant_id = ${house.tenantId} and staff_id = ${dear!}`;
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${app.url}/book/${house.slug}`);
  const service = page.getByRole("link", { name: /Cut/ });
  await expect(service).toContainText("from KES 1,500");
  await service.click();
  await page.waitForURL("**/times?**");
  await expect(page.getByText("30 min · from KES 1,500")).toBeVisible();
  // Today may have no room left for the hour that one of them takes.
  const times = `${page.url()}&day=${atHour(1, 8).slice(0, 10)}`;
  await page.goto(times);
  // Anyone: the house would have the first on its list do it, and that is who it costs.
  await page.locator('label:has(input[name="at"])').first().click();
  await expect(page.locator('[class*="for-2"]:visible').filter({ hasText: /^KES/ })).toHaveText("KES 2,300");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/details?**");
  await expect(page.getByText("KES 2,300")).toBeVisible();

  await page.goto(times);
  await page.getByRole("link", { name: "Staff 2 KES 1,500" }).click();
  await page.waitForURL("**staff=**");
  await expect(page.getByText("30 min · KES 1,500")).toBeVisible();
  await page.getByRole("link", { name: "Staff 1 KES 2,300" }).click();
  await expect(page.getByText("1 h · KES 2,300")).toBeVisible();
  await page.locator('label:has(input[name="at"])').first().click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/details?**");
  await fillIn(page, "Wairimu Ndungu");
  // What was seen no longer holds: nothing is booked before the new price was.
  await app.sql`update staff_services set price_minor = 250000 where tenant_id = ${house.tenantId} and staff_id = ${dear!}`;
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await expect(page.getByText("The price is now KES 2,500")).toBeVisible();
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await page.waitForURL("**/b/**");
  await expect(page.getByText("KES 2,500")).toBeVisible();
  await context.close();
});

test("a day on which nobody works says closed, and the nearest free day is one tap away", async ({
  app,
  house,
  browser,
}) => {
  const today = atHour(0, 12).slice(0, 10);
  await app.sql`insert into business_days (tenant_id, date, windows, reason) values (${house.tenantId}, ${today}, '[]', 'Stocktaking')`;
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${app.url}/book/${house.slug}`);
  await expect(page.getByText(/^Closed today \(Stocktaking\), opens .* at 08:00$/)).toBeVisible();
  await page.goto(`${app.url}/book/${house.slug}/times?service=${house.serviceIds[0]}&day=${today}`);
  await expect(page.getByText(/^Closed on .*\(Stocktaking\)$/)).toBeVisible();
  await page.getByRole("link", { name: /^Go to / }).click();
  await expect(page.locator('input[name="at"]').first()).toBeAttached();
  await context.close();
});

test("a booking's own page: another day or person, level with the business all the while", async ({
  app,
  house,
  book,
  browser,
}) => {
  const [serviceId, staffId] = [house.serviceIds[0]!, house.staffIds[0]!];
  const { id } = await (await book(house, { startsAt: atHour(2, 10), serviceId, staffId })).json();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${app.url}/b/${bookingToken(id)}`);
  const streaming = page.waitForRequest((request) => request.url().includes("/stream?since="));
  await page.getByRole("link", { name: "Change time" }).click();
  await page.waitForURL("**/move");
  await streaming;
  const noon = atHour(2, 12);
  await expect(chip(page, noon)).toBeAttached();
  await book(house, { startsAt: noon, serviceId, staffId });
  await expect(chip(page, noon)).toHaveCount(0, { timeout: 2_000 });

  await page.getByRole("link", { name: "Anyone" }).click();
  await expect(page.getByRole("link", { name: "Anyone" })).toHaveAttribute("aria-current", "true");
  await expect(chip(page, noon)).toBeAttached();
  await page
    .getByRole("navigation", { name: "Day" })
    .locator("[aria-current=date] >> xpath=../following-sibling::li[1]/a")
    .click();
  const later = atHour(3, 9);
  await page.locator(`label:has(input[value="${later}"])`).click();
  await page.getByRole("link", { name: "Staff 2" }).click();
  await expect(page.getByRole("link", { name: "Staff 2" })).toHaveAttribute("aria-current", "true");
  await page.locator(`label:has(input[value="${later}"])`).click();
  await page.getByRole("button", { name: "Move it here" }).click();
  await expect(page.getByText("with Staff 2")).toBeVisible();
  await expect(page.getByRole("heading", { name: /09:00/ })).toBeVisible();

  const cancelled = await fetch(`${app.url}/api/dashboard/${house.tenantId}/bookings/${id}/changes`, {
    method: "POST",
    headers: { cookie: house.owner.cookie, origin: app.url, "content-type": "application/json" },
    body: JSON.stringify({ move: "cancel", from: "confirmed" }),
  });
  expect(cancelled.status).toBeLessThan(300);
  await expect(page.getByText("Cancelled", { exact: true })).toBeVisible({ timeout: 2_000 });
  await context.close();
});

test("who looks too often is told when to come back, at every page that works out free times", async ({
  house,
  book,
  serve,
}) => {
  const { id } = await (await book(house, { startsAt: atHour(4, 10) })).json();
  const small = await serve({ LOOKS_PER_MINUTE: "3" });
  const times = `${small.url}/book/${house.slug}/times?service=${house.serviceIds[0]}`;
  const move = `${small.url}/b/${bookingToken(id)}/move`;
  const [from] = [atHour(1, 12).slice(0, 10)];
  const slots = `${small.url}/api/public/${house.slug}/availability?service=${house.serviceIds[0]}&from=${from}&to=${from}`;
  const often = async (url: string) => (await (await fetch(url)).text()).includes("That was often");
  expect([await often(times), await often(move), await often(slots)]).toEqual([false, false, false]);
  expect([await often(times), await often(move), await often(slots)]).toEqual([true, true, true]);
  const refused = await fetch(slots);
  expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
});

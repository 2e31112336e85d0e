import { noonZone } from "@/db/testing/noon";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { newPhone } from "./support/api";
import { bookingToken } from "./support/booking-token";
import { toasts, withCookie } from "./support/dashboard";
import { press, typeInto } from "./support/keyboard";
import { looksRight } from "./support/looks";
import { messageTo } from "./support/outbox";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
/** It is noon there whenever this runs: at night nobody is asked. */
const zone = noonZone(new Date());
const daysOn = (days: number) => addDays(localDate(new Date(), zone), days);
const atHour = (days: number, hour: number) => atMinute(daysOn(days), hour * 60, zone).toISOString();

/** One person works there, and that day is full but for nothing. */
async function fullDay(app: App, house: House, book: (house: House, wish: object) => Promise<Response>) {
  await app.sql`update tenants set time_zone = ${zone} where id = ${house.tenantId}`;
  await app.sql`delete from staff_hours where tenant_id = ${house.tenantId} and staff_id <> ${house.staffIds[0]!}`;
  await app.sql`update staff_hours set from_minute = 480, to_minute = 540 where tenant_id = ${house.tenantId}`;
  const ids: string[] = [];
  for (const hour of [8, 8.5]) {
    const placed = await book(house, { startsAt: atHour(2, hour), staffId: house.staffIds[0], name: `Booked ${hour}` });
    ids.push(((await placed.json()) as { id: string }).id);
  }
  return ids;
}
const linkIn = async (app: App, phone: string, words: RegExp) =>
  new URL(/https?:\S+/.exec((await messageTo(app, phone, words)).body)![0]).pathname;
const pageOf = (app: App, id: string) => `${app.url}/b/${bookingToken(id)}`;

test("a full day: they join from the page, a freed time is kept for one at a time, let go to the next, taken", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const [first] = await fullDay(app, house, book);
  const phones = [newPhone(), newPhone()];
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  for (const [at, name] of ["Amina Yusuf", "Brian Otieno"].entries()) {
    await page.goto(`${app.url}/book/${house.slug}/times?service=${house.serviceIds[0]}&day=${daysOn(2)}`);
    await page.getByRole("link", { name: "Join the waitlist" }).first().click();
    await page.waitForURL("**/waitlist?**");
    await page.getByRole("button", { name: "Wait for a time" }).click();
    await expect(page.getByText(/tell us your name/i)).toBeVisible(soon);
    if (at === 0) await looksRight(page, "join the waitlist");
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Phone").fill(phones[at]!);
    await page.getByRole("button", { name: "Wait for a time" }).click();
    await page.waitForURL("**/w/**");
    await expect(page.getByRole("heading", { name: "You are on the waitlist" })).toBeVisible(soon);
  }
  expect(await linkIn(app, phones[0]!, /on the waitlist/)).toContain("/w/");
  await expect(page.getByText("One other person waits for these days.", { exact: false })).toBeVisible();
  await expect(page).toHaveTitle(/^Waitlist/);
  await looksRight(page, "on the waitlist");
  await page.setViewportSize({ width: 360, height: 740 });

  const owner = await withCookie(browser, app, house.owner.cookie, { viewport: { width: 1_280, height: 900 } });
  const desk = await owner.newPage();
  await desk.goto(`${app.url}/dashboard/${house.tenantId}`);
  await desk.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Waitlist" }).click();
  await expect(desk.getByRole("listitem").filter({ hasText: "Amina Yusuf" })).toBeVisible(soon);

  // Somebody cancels: the longest waiting is asked, the other is told nothing.
  const ending = await context.newPage();
  await ending.goto(pageOf(app, first!));
  await ending.locator("summary").filter({ hasText: "Cancel booking" }).click();
  await ending.getByRole("button", { name: "Cancel it" }).click();
  await expect(ending.getByText("Cancelled").first()).toBeVisible(soon);
  const offered = await linkIn(app, phones[0]!, /A time has come free/);
  await expect(desk.getByRole("listitem").filter({ hasText: "Amina Yusuf" }).first()).toContainText(
    "Asked about",
    soon,
  );
  await expect(desk.getByRole("region", { name: "How free times were given out" })).toContainText(
    "Brian Otieno has waited less long",
    soon,
  );
  await looksRight(desk, "waitlist");
  await desk.setViewportSize({ width: 1_280, height: 900 });

  // Let go: Brian's page shows it by itself, and he takes it.
  await ending.goto(app.url + offered);
  await ending.locator("summary").filter({ hasText: "Let it go" }).or(ending.locator("summary")).last().click();
  await ending
    .locator("form")
    .filter({ has: ending.locator('input[name="from"]') })
    .getByRole("button")
    .click();
  await expect(page.getByRole("heading", { name: "A time has come free" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("timer")).toHaveText(/^(29:\d\d|[1-9]\d?:\d\d:\d\d)$/);
  await page.getByRole("link", { name: "Take it or let it go" }).click();
  await page.waitForURL("**/b/**");
  await page.getByRole("button", { name: "Book it" }).click();
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible(soon);
  await expect(desk.getByRole("listitem").filter({ hasText: "Brian Otieno with" })).toHaveCount(0);
  await expect(desk.getByRole("region", { name: "How free times were given out" })).toContainText(
    "Brian Otieno took it",
    soon,
  );
  await context.close();
  await owner.close();
});

test("with the keyboard alone the desk adds somebody, who leaves; a wrong day says so at its field", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  await fullDay(app, house, book);
  const owner = await withCookie(browser, app, house.owner.cookie, { viewport: { width: 1_280, height: 900 } });
  const desk = await owner.newPage();
  await desk.goto(`${app.url}/dashboard/${house.tenantId}/waitlist`);
  await press(desk, desk.getByRole("main").getByRole("link", { name: "Add somebody" }).first());
  const sheet = desk.getByRole("dialog");
  await sheet.getByLabel("From").fill(daysOn(2));
  await sheet.getByLabel("To", { exact: true }).fill(daysOn(200));
  const phone = newPhone();
  await typeInto(desk, sheet.getByLabel("Name"), "Wairimu Ndungu");
  await typeInto(desk, sheet.getByLabel("Phone"), phone);
  await press(desk, sheet.getByRole("button", { name: "Add to the list" }));
  await expect(sheet.getByText(/more than 90 days off/)).toBeVisible(soon);
  await sheet.getByLabel("To", { exact: true }).fill(daysOn(2));
  await press(desk, sheet.getByRole("button", { name: "Add to the list" }));
  await expect(toasts(desk).filter({ hasText: "On the waitlist" })).toBeVisible(soon);
  await expect(desk.getByRole("listitem").filter({ hasText: "Wairimu Ndungu" })).toBeVisible(soon);
  await desk.reload();
  await expect(desk.getByRole("listitem").filter({ hasText: "Wairimu Ndungu" })).toBeVisible(soon);
  await desk.getByRole("button", { name: "Take Wairimu Ndungu off the list" }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "Keep" }).click();
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(app.url + (await linkIn(app, phone, /on the waitlist/)));
  await plain.getByText("Leave the waitlist").first().click();
  await plain.getByRole("button", { name: "Leave it" }).click();
  await expect(plain.getByRole("heading", { name: "You left the waitlist" })).toBeVisible(soon);
  await expect(desk.getByText("Nobody waits for a time")).toBeVisible(soon);
  await owner.close();
  await plain.context().close();
});

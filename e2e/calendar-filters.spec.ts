import type { Page } from "@playwright/test";
import { atHour } from "./support/api";
import { withCookie } from "./support/dashboard";
import { press, tabTo } from "./support/keyboard";
import { looksRight } from "./support/looks";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
const dateOf = (iso: string) => new Date(Date.parse(iso) + 3 * 3_600_000).toISOString().slice(0, 10);
const card = (page: Page, name: string) => page.locator("[data-entry]").filter({ hasText: name });
const filters = (page: Page) => page.getByRole("region", { name: "Filters" });

/** Tomorrow three are booked for a cut, and one of them waits for an answer. */
async function threeBooked(app: App, house: House, book: (house: House, ask: object) => Promise<Response>) {
  const [serviceId, staffId] = [house.serviceIds[0]!, house.staffIds[0]!];
  for (const [name, hour] of [
    ["Akoth Odera", 9],
    ["Moraa Nyaboke", 11],
    ["Wanjiru Kamau", 13],
  ] as const)
    await book(house, { serviceId, staffId, name, startsAt: atHour(1, hour) });
  await app.sql`update bookings set status = 'requested', expires_at = starts_at
    where tenant_id = ${house.tenantId} and booked_as->>'name' = 'Moraa Nyaboke'`;
  return `${app.url}/dashboard/${house.tenantId}/calendar?date=${dateOf(atHour(1, 9))}`;
}

test("what is looked for stands out where it is, is counted, survives a reload, and one tap shows all again", async ({
  browser,
  app,
  house,
  book,
}) => {
  const address = await threeBooked(app, house, book);
  const context = await withCookie(browser, app, house.owner.cookie, { viewport: { width: 1_280, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  await expect(card(page, "Akoth")).toBeVisible(soon);
  const before = await card(page, "Wanjiru").boundingBox();
  await page.getByRole("button", { name: "Filters" }).click();
  await expect(filters(page).getByRole("status")).toHaveText("3 shown");
  await filters(page).getByLabel("Status").selectOption({ label: "Requests" });
  await expect(filters(page).getByRole("status")).toHaveText("1 of 3 shown");
  await expect(page).toHaveURL(/[?&]status=requests/);
  // The others are paler and stay where they are: their time is taken all the same.
  await expect(card(page, "Wanjiru")).toHaveAccessibleName(/not among what is looked for/);
  await expect(card(page, "Moraa")).not.toHaveAccessibleName(/not among/);
  const { x, width, height } = before!;
  expect(await card(page, "Wanjiru").boundingBox()).toMatchObject({ x, width, height });
  await page.reload();
  await expect(filters(page).getByRole("status")).toHaveText("1 of 3 shown", soon);
  await looksRight(page, "calendar filtered");
  await page.setViewportSize({ width: 1_280, height: 900 });
  await filters(page).getByLabel("Status").selectOption("");
  await filters(page).getByLabel("Service").selectOption({ label: "All of hair" });
  await expect(page).toHaveURL(/[?&]category=hair/);
  await expect(filters(page).getByRole("status")).toHaveText("3 of 3 shown");
  // It goes along to another day, and a booking that is opened does not end it.
  await page.getByRole("link", { name: "The day after" }).click();
  await expect(filters(page).getByRole("status")).toHaveText("0 of 0 shown", soon);
  await page.getByRole("link", { name: "The day before" }).click();
  await card(page, "Moraa").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/[?&]category=hair/);
  await filters(page).getByRole("button", { name: "Clear" }).click();
  await expect(page).not.toHaveURL(/category|status/);
  // Of a week, too, what can be done stands in one row on a laptop.
  await page.getByRole("link", { name: "Week" }).click();
  const places = ["New booking", "Week"].map((name) => page.getByRole("link", { name, exact: true }).boundingBox());
  const [one, other] = await Promise.all(places);
  expect(Math.abs(one!.y - other!.y)).toBeLessThan(8);
  await context.close();
});

test("on a phone the list has only what is looked for; what is not there is said, with the way back", async ({
  browser,
  app,
  house,
  book,
}) => {
  const address = await threeBooked(app, house, book);
  const context = await withCookie(browser, app, house.owner.cookie, { viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("button", { name: "Filters" }).click();
  await filters(page).getByLabel("Status").selectOption({ label: "Requests" });
  await expect(page.getByRole("link", { name: /Moraa/ })).toBeVisible(soon);
  await expect(page.getByRole("link", { name: /Akoth/ })).toHaveCount(0);
  await looksRight(page, "calendar list filtered");
  await page.setViewportSize({ width: 360, height: 740 });
  await filters(page).getByLabel("Status").selectOption({ label: "Finished" });
  await expect(page.getByText("Nothing of this is booked")).toBeVisible(soon);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByRole("link", { name: /Akoth/ })).toBeVisible(soon);
  await context.close();
});

test("with the keyboard alone: opened, chosen, cleared", async ({ browser, app, house, book }) => {
  const address = await threeBooked(app, house, book);
  const context = await withCookie(browser, app, house.owner.cookie, { viewport: { width: 1_280, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  await press(page, page.getByRole("button", { name: "Filters" }));
  await tabTo(page, filters(page).getByLabel("Status"));
  await page.keyboard.type("Requests");
  await expect(filters(page).getByRole("status")).toHaveText("1 of 3 shown", soon);
  await press(page, filters(page).getByRole("button", { name: "Clear" }));
  await expect(page).not.toHaveURL(/status/);
  await context.close();
});

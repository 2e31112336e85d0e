import type { Locator, Page } from "@playwright/test";
import { noonZone } from "@/db/testing/noon";
import { shiftTo } from "@/lib/bookings/testing/shift-to";
import { atHour, newPhone } from "./support/api";
import { toasts, withCookie } from "./support/dashboard";
import { press, typeInto } from "./support/keyboard";
import { messageTo } from "./support/outbox";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

// A booking's whole life by each way of working: with the keyboard alone at a desk, and by touch on a phone.

const soon = { timeout: 15_000 };
const row = (page: Page, id: string) => page.locator(`li:has([data-booking="${id}"])`);

type Hand = {
  press(page: Page, target: Locator): Promise<void>;
  type(page: Page, target: Locator, text: string): Promise<void>;
  /** The first real choice of a list. */
  choose(page: Page, target: Locator): Promise<void>;
};
const keyboard: Hand = {
  press: (page, target) => press(page, target),
  type: typeInto,
  choose: async (page, target) => {
    await expect(target.locator("option").nth(1)).toBeAttached(soon);
    await press(page, target, "ArrowDown");
  },
};
const touch: Hand = {
  press: (_, target) => target.tap(soon),
  type: async (_, target, text) => {
    await target.tap(soon);
    await target.fill(text);
  },
  choose: async (_, target) => {
    await target.selectOption({ index: 1 }, soon);
  },
};

const placedBy = async (answer: Promise<Response>) => ((await (await answer).json()) as { id: string }).id;
const statusOf = async (app: App, id: string) =>
  (await app.sql`select status from bookings where id = ${id}`)[0]?.status;

async function atTheDesk(page: Page, app: App, house: House, book: () => Promise<string>, hand: Hand) {
  const list = `${app.url}/dashboard/${house.tenantId}/bookings`;
  await app.sql`update tenants set policy = policy || '{"confirm":"desk"}' where id = ${house.tenantId}`;
  const [asked, late, gone] = [await book(), await book(), await book()];
  await app.sql`update bookings set status = 'confirmed', expires_at = null where id in ${app.sql([late, gone])}`;

  await page.goto(`${list}?view=requests`);
  await hand.press(page, row(page, asked).getByRole("button", { name: /^Accept/ }));
  await expect.poll(() => statusOf(app, asked)).toBe("confirmed");

  await page.goto(list);
  await hand.press(page, row(page, asked).locator("[data-booking]"));
  const panel = page.getByRole("dialog");
  await hand.press(page, panel.getByRole("button", { name: "Move", exact: true }));
  const form = panel.getByRole("form", { name: "Move" });
  await hand.choose(page, form.getByLabel("Time"));
  await hand.press(page, form.getByRole("button", { name: "Move", exact: true }));
  await expect(toasts(page).filter({ hasText: /moved/i }).first()).toBeVisible(soon);
  await hand.press(page, panel.getByRole("button", { name: "Cancel booking" }));
  await hand.type(page, panel.getByLabel(/Reason/), "Amina is ill");
  await hand.press(page, panel.getByRole("button", { name: "Cancel booking" }));
  await expect.poll(() => statusOf(app, asked)).toBe("cancelled");

  // Who did not come is taken back on the same day: after midnight that would be yesterday.
  await app.sql`update tenants set time_zone = ${noonZone(new Date())} where id = ${house.tenantId}`;
  await shiftTo(app.sql, house.tenantId, late, -20);
  await shiftTo(app.sql, house.tenantId, gone, -100);
  await page.goto(list);
  await hand.press(page, row(page, late).getByRole("button", { name: /^Check in/ }));
  await expect.poll(() => statusOf(app, late)).toBe("arrived");
  await page.goto(`${list}?view=past`);
  await hand.press(page, row(page, gone).getByRole("button", { name: /^No-show/ }));
  await expect.poll(() => statusOf(app, gone)).toBe("no_show");
  await hand.press(page, row(page, gone).locator("[data-booking]"));
  await hand.press(page, panel.getByRole("button", { name: "Check in", exact: true }));
  await expect.poll(() => statusOf(app, gone)).toBe("arrived");
}

test("with the keyboard alone at the desk: accept, move, cancel, check in, no-show and back", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const context = await withCookie(browser, app, house.owner.cookie, { viewport: { width: 1440, height: 900 } });
  await atTheDesk(await context.newPage(), app, house, () => placedBy(book(house)), keyboard);
  await context.close();
});

test("by touch on a phone: the same", async ({ browser, app, house, book }) => {
  test.slow();
  const context = await withCookie(browser, app, house.owner.cookie, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await atTheDesk(await context.newPage(), app, house, () => placedBy(book(house)), touch);
  await context.close();
});

test("a customer books, changes the time and cancels with the keyboard alone", async ({ page, app, house }) => {
  test.slow();
  const phone = newPhone();
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  await page.goto(`${app.url}/book/${house.slug}`);
  await press(page, page.locator('a[href*="/times?"]').first());
  await page.waitForURL("**/times?**");
  // Today may be over before a time of it is chosen.
  await press(page, page.locator(`a[href*="day=${atHour(1, 8).slice(0, 10)}"]`).first());
  await page.waitForURL("**day=**");
  await press(page, page.locator('input[name="at"]').first(), "Space");
  await press(page, button("Continue"));
  await page.waitForURL("**/details?**");
  await typeInto(page, page.getByLabel("Name"), "Achieng Odhiambo");
  await typeInto(page, page.getByLabel("Phone"), phone);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/b/**");
  expect((await messageTo(app, phone, /Reference/)).body).toContain("/b/");
  await press(page, page.getByRole("link", { name: "Change time" }));
  await page.waitForURL("**/move**");
  await press(page, page.locator('input[name="at"]').first(), "Space");
  await press(page, button("Move it here"));
  await page.waitForURL(/\/b\/[\w-]+$/);
  await press(page, page.locator("summary").filter({ hasText: "Cancel booking" }));
  await press(page, button("Cancel it"));
  await expect(page.getByText("Cancelled").first()).toBeVisible(soon);
});

import type { Page } from "@playwright/test";
import { shiftTo } from "@/lib/bookings/testing/shift-to";
import { newPhone } from "./support/api";
import { stat, toasts, withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { messageTo } from "./support/outbox";
import { expect, type House, test } from "./support/realtime";

const soon = { timeout: 10_000 };
type Placed = { id: string; reference: string };

const row = (page: Page, id: string) => page.locator(`li:has([data-booking="${id}"])`);
const panel = (page: Page) => page.getByRole("dialog");
const byHand = (app: { sql: import("postgres").Sql }, { tenantId }: House) =>
  app.sql`update tenants set policy = policy || '{"confirm":"desk"}' where id = ${tenantId}`;

test("a request comes in live, is accepted, taken back, and declined with a reason; all of it survives a reload", async ({
  browser,
  app,
  house,
  book,
}) => {
  await byHand(app, house);
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}`);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Bookings" }).click();
  await page
    .getByRole("navigation", { name: "Which bookings" })
    .getByRole("link", { name: /Requests/ })
    .click();
  await expect(page.getByText("No requests wait for you")).toBeVisible(soon);

  const { id } = (await (await book(house, { name: "Wairimu Ndungu" })).json()) as Placed;
  await expect(row(page, id)).toContainText("if nobody answers", soon);
  await row(page, id)
    .getByRole("button", { name: /^Accept/ })
    .click();
  await expect(page.getByText("No requests wait for you")).toBeVisible(soon);
  const told = toasts(page).filter({ hasText: "Wairimu Ndungu’s booking is confirmed" });
  await told.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, id)).toContainText("Requested", soon);

  await row(page, id)
    .getByRole("button", { name: /^Decline/ })
    .click();
  await expect(panel(page).getByRole("button", { name: "Cancel booking" })).toHaveCount(0);
  await panel(page).getByRole("button", { name: "Decline" }).click();
  await panel(page)
    .getByLabel(/Reason/)
    .fill("Amina is away that day");
  await panel(page).getByRole("button", { name: "Decline" }).click();
  await expect(panel(page).getByText("Rejected")).toBeVisible(soon);
  await page.reload();
  await expect(panel(page).getByText("“Amina is away that day”")).toBeVisible(soon);
  await expect(panel(page).getByText("owner took the last step back")).toBeVisible();
  await expect(panel(page).getByRole("button", { name: /Accept|Decline/ })).toHaveCount(0);
  await context.close();
});

test("from the door to done on two screens at once, and one visit comes of it", async ({
  browser,
  app,
  house,
  book,
}) => {
  const { id } = (await (await book(house, { name: "Atieno Owuor", staffId: house.staffIds[0]! })).json()) as Placed;
  await shiftTo(app.sql, house.tenantId, id, -20);
  const desk = await withCookie(browser, app, house.owner.cookie);
  const served = await addMember(app.database, house.tenantId, "staff", house.staffIds[0]!);
  const own = await withCookie(browser, app, served.cookie);
  const [page, theirs] = [await desk.newPage(), await own.newPage()];
  await Promise.all([page, theirs].map((one) => one.goto(`${app.url}/dashboard/${house.tenantId}`)));
  await expect(row(theirs, id)).toContainText("Was to begin 20 min ago. Are they here?");
  await theirs.locator(`[data-booking="${id}"]`).click();
  await row(page, id)
    .getByRole("button", { name: /^Check in/ })
    .click();
  // What one does oneself is said once, by the way back; to others it is news.
  await expect(toasts(theirs).filter({ hasText: "is here" })).toHaveCount(1, soon);
  await expect(toasts(page).filter({ hasText: "is here" })).toHaveCount(1);
  await page.locator(`[data-booking="${id}"]`).click();
  // The one who serves sees it at once, and goes on from there; cancelling is not theirs.
  await expect(panel(theirs).getByText("owner checked them in")).toBeVisible(soon);
  await expect(panel(theirs).getByRole("button", { name: /Cancel/ })).toHaveCount(0);
  await expect(panel(theirs).getByText(/\+2547/)).toHaveCount(0);
  await expect(panel(page).getByText(/\+2547/)).toBeVisible();
  await panel(theirs).getByRole("button", { name: "Start" }).click();
  // Whoever goes on from what is no longer so is told that somebody was quicker: the desk sees it first.
  await expect(panel(page).getByText("staff began")).toBeVisible(soon);
  await panel(page).getByRole("button", { name: "Complete" }).click();
  await expect(panel(page).getByText("owner completed it")).toBeVisible(soon);
  await page.keyboard.press("Escape");
  await expect(stat(page, "visitsToday")).toHaveText("1", soon);
  const visits =
    await app.sql`select completed_at from visits where tenant_id = ${house.tenantId} and booking_id = ${id}`;
  expect(visits).toHaveLength(1);
  await Promise.all([desk.close(), own.close()]);
});

test("the list is found by what is known, its address can be sent on, and it looks right", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const { reference } = (await (await book(house, { name: "Nekesa Barasa" })).json()) as Placed;
  await book(house, { name: "Halima Abdi" });
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  const list = `${app.url}/dashboard/${house.tenantId}/bookings`;
  await page.goto(list);
  await expect(page.locator("[data-booking]")).toHaveCount(2);
  await looksRight(page, "bookings");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByLabel("Customer", { exact: true }).fill(reference.toLowerCase());
  await page.getByLabel("Customer", { exact: true }).press("Enter");
  await page.waitForURL(/customer=/);
  await expect(page.locator("[data-booking]")).toHaveCount(1);
  await expect(page.getByText("Nekesa Barasa")).toBeVisible();
  await page.reload();
  await expect(page.locator("[data-booking]")).toHaveCount(1);
  await page.goto(`${list}?customer=nobody%25`);
  await expect(page.getByText("Nothing fits these filters")).toBeVisible();
  await page.goto(`${list}?from=yesterday`);
  await expect(page.getByRole("alert").filter({ hasText: "could not be read" })).toBeVisible();
  await context.close();
});

test("the desk moves a booking to a free time, and puts it back", async ({ browser, app, house, book }) => {
  const wish = house.wishes.next().value;
  const { id } = (await (await book(house, { ...wish, name: "Jepkosgei Ruto" })).json()) as Placed;
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/bookings?booking=${id}`);
  await panel(page).getByRole("button", { name: "Move" }).click();
  await panel(page).getByLabel("Time").selectOption({ label: "15:30" }, soon);
  await panel(page).getByRole("button", { name: "Move", exact: true }).click();
  await expect(panel(page).getByText(/, 15:30 – 16:00/)).toBeVisible(soon);
  // Ctrl Z is the Undo of the toast; it works with single keys off, and over the open panel.
  await page.evaluate(() => localStorage.setItem("shortcuts", "off"));
  await expect(toasts(page).filter({ hasText: "is moved" }).getByRole("button", { name: "Undo" })).toBeVisible(soon);
  await page.keyboard.press("Control+z");
  await expect(panel(page).getByText(/, 08:00 – 08:30/)).toBeVisible(soon);
  await expect(panel(page).getByText("owner took the last step back")).toBeVisible();
  await expect(toasts(page).filter({ hasText: "is moved" })).toHaveCount(0);
  await context.close();
});

test("a customer moves and cancels on the booking's own page, without JavaScript; the dashboard hears of it, and the time is free", async ({
  browser,
  app,
  house,
  book,
  listen,
}) => {
  const wish = house.wishes.next().value;
  const phone = newPhone();
  await book(house, { ...wish, phone, name: "Moraa Nyaboke" });
  const dashboard = await listen(house);
  const [, link] = /(http\S+\/b\/[\w-]+)/.exec((await messageTo(app, phone, /\/b\//)).body)!;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link!);
  await page.getByRole("link", { name: "Change time" }).click();
  await page.getByText("17:30", { exact: true }).click();
  await page.getByRole("button", { name: "Move it here" }).click();
  await expect(page.getByRole("heading", { name: /17:30/ })).toBeVisible(soon);
  await expect.poll(() => dashboard.applied.some(({ event }) => event === "booking.moved"), soon).toBe(true);
  await page.getByText("Cancel booking").click();
  await page.getByRole("button", { name: "Cancel it" }).click();
  await expect(page.getByText("Cancelled", { exact: true })).toBeVisible(soon);
  await expect(page.getByText("Cancel booking")).toHaveCount(0);
  await expect.poll(() => dashboard.applied.some(({ event }) => event === "booking.cancelled"), soon).toBe(true);
  await messageTo(app, phone, /^You cancelled/);
  await book(house, { ...wish, name: "Somebody else" });
  await context.close();
});

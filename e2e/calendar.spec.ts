import type { Browser, Locator, Page } from "@playwright/test";
import { noonZone } from "@/db/testing/noon";
import { newPhone } from "./support/api";
import { toasts, withCookie } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
const hourMs = 3_600_000;
const card = (page: Page, name: string) => page.locator("[data-entry]").filter({ hasText: name });
const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const ghost = (page: Page) => page.locator("[data-ghost]");
const later = (iso: string, hours: number) => new Date(Date.parse(iso) + hours * hourMs).toISOString();
const dateOf = (iso: string) => later(iso, 3).slice(0, 10);

type At = { app: App; house: House; startsAt?: string | undefined };
const calendar = ({ app, house, startsAt }: At) =>
  `${app.url}/dashboard/${house.tenantId}/calendar${startsAt ? `?date=${dateOf(startsAt)}` : ""}`;

type Opening = At & { browser: Browser; width?: number };

/** The owner's calendar: of that day, or of today. */
async function opened({ browser, app, house, startsAt, width = 1_280 }: Opening) {
  const viewport = { width, height: width < 400 ? 740 : 900 };
  const context = await withCookie(browser, app, house.owner.cookie, { viewport });
  const page = await context.newPage();
  await page.goto(calendar({ app, house, startsAt }));
  return { context, page };
}

/** What the API says of a booking of that name. */
const placedAs = async (book: (house: House, ask: { name: string }) => Promise<Response>, house: House, name: string) =>
  (await (await book(house, { name })).json()) as { id: string; startsAt: string };

/** Takes a card up, by so many pixels and columns, and holds it there. */
async function hold(page: Page, held: Locator, { down = 0, right = 0 }: { down?: number; right?: number }) {
  await expect(held).toBeVisible(soon);
  const box = (await held.boundingBox())!;
  const width = (await page.locator("[data-column]").first().boundingBox())!.width;
  await page.mouse.move(box.x + 40, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 46, box.y + 14, { steps: 3 });
  await page.mouse.move(box.x + 40 + right * width, box.y + 8 + down, { steps: 8 });
}

test("a card is dragged to another time and person, stays there, and goes back with Undo", async ({
  browser,
  app,
  house,
  book,
}) => {
  const { startsAt } = await placedAs(book, house, "Akoth Odera");
  const { context, page } = await opened({ browser, app, house });
  const places = page.getByRole("navigation", { name: "Main" });
  await places.getByRole("link", { name: "Today" }).click();
  await places.getByRole("link", { name: "Calendar" }).click();
  await page.waitForURL(/\/calendar$/);
  await page.goto(calendar({ app, house, startsAt }));
  await hold(page, card(page, "Akoth"), { down: 72, right: 1 });
  await expect(ghost(page)).toContainText("09:00 Akoth Odera");
  await page.mouse.up();
  await expect(toasts(page).filter({ hasText: "Akoth Odera’s booking is moved" })).toBeVisible(soon);
  await page.reload();
  await expect(column(page, "Staff 2").locator("[data-entry]")).toContainText("09:00", soon);
  await hold(page, card(page, "Akoth"), { down: 144, right: -1 });
  await page.mouse.up();
  await toasts(page).filter({ hasText: "is moved" }).getByRole("button", { name: "Undo" }).click();
  await expect(column(page, "Staff 2").locator("[data-entry]")).toContainText("09:00", soon);
  // Its lower edge alone: it takes longer.
  const edge = (await card(page, "Akoth").boundingBox())!;
  await page.mouse.move(edge.x + 60, edge.y + edge.height - 2);
  await page.mouse.down();
  await page.mouse.move(edge.x + 60, edge.y + edge.height + 34, { steps: 6 });
  await page.mouse.up();
  await expect(toasts(page).filter({ hasText: "Akoth Odera: Cut takes 1 h now" })).toBeVisible(soon);
  await expect(card(page, "Akoth")).toContainText("09:00 – 10:00", soon);
  await card(page, "Akoth").click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("owner changed how long it takes")).toBeVisible(soon);
  await panel.getByRole("button", { name: "Change length" }).click();
  await panel.getByLabel("Minutes").fill("4");
  await panel.getByRole("button", { name: "Change", exact: true }).click();
  await expect(panel.getByText(/shorter than 5 minutes/)).toBeVisible(soon);
  await panel.getByLabel("Minutes").fill("45");
  await panel.getByRole("button", { name: "Change", exact: true }).click();
  await expect(panel.getByText(/, 09:00 – 09:45/)).toBeVisible(soon);
  await page.keyboard.press("Escape");
  await looksRight(page, "calendar");
  await context.close();
});

test("with the keyboard alone: picked up, moved past what is taken, said aloud, put down", async ({
  browser,
  app,
  house,
  book,
}) => {
  const { startsAt } = await placedAs(book, house, "Akoth Odera");
  // The next free time of the same person.
  house.wishes.next();
  await book(house, { name: "Moraa Nyaboke" });
  const { context, page } = await opened({ browser, app, house, startsAt });
  const said = page.getByRole("status").filter({ hasText: "Akoth Odera" });
  await expect(page.getByText("Live", { exact: true })).toBeVisible(soon);
  await card(page, "Akoth").focus();
  await page.keyboard.press("Space");
  await expect(said).toHaveText(/Akoth Odera is picked up at 08:00 with/, soon);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("status").filter({ hasText: "taken by Moraa Nyaboke" })).toHaveText(/08:30 with/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("status").filter({ hasText: "09:00 with" })).toContainText("free");
  await page.keyboard.press("Escape");
  await expect(said).toHaveText("Akoth Odera stays where it is.");
  await page.keyboard.press("Space");
  await expect(said).toHaveText(/is picked up/);
  // Fingers are quicker than pictures: all of it before the next one is drawn.
  await page.evaluate(
    (codes) => {
      for (const code of codes)
        document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { code, bubbles: true }));
    },
    [...Array<string>(4).fill("ArrowDown"), "Space"],
  );
  await expect(toasts(page).filter({ hasText: "is moved" })).toBeVisible(soon);
  await expect(card(page, "Akoth")).toContainText("09:00", soon);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await context.close();
});

test("with the keyboard to somebody else and refused: the focus stays at the card, there and back", async ({
  browser,
  app,
  house,
  book,
}) => {
  const { startsAt } = await placedAs(book, house, "Akoth Odera");
  await book(house, { name: "Moraa Nyaboke" });
  const { context, page } = await opened({ browser, app, house, startsAt });
  await expect(column(page, "Staff 2").locator("[data-entry]")).toContainText("Moraa", soon);
  await expect(page.getByText("Live", { exact: true })).toBeVisible(soon);
  await card(page, "Akoth").focus();
  const pickedUp = page.getByRole("status").filter({ hasText: "Akoth Odera is picked up" });
  await page.keyboard.press("Space");
  await expect(pickedUp).toBeAttached();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("status").filter({ hasText: "taken by Moraa Nyaboke" })).toBeAttached();
  await page.keyboard.press("Space");
  await expect(toasts(page).filter({ hasText: "Akoth Odera is back where it was" })).toBeVisible(soon);
  await expect(column(page, "Staff 1").locator("[data-entry]")).toContainText("Akoth", soon);
  await expect(card(page, "Akoth")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(pickedUp).toBeAttached();
  for (const key of ["ArrowRight", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  await expect(page.getByRole("status").filter({ hasText: "08:30 with Staff 2" })).toContainText("free");
  await page.keyboard.press("Space");
  await expect(column(page, "Staff 2").locator("[data-entry]").filter({ hasText: "Akoth" })).toContainText(
    "08:30",
    soon,
  );
  await expect(card(page, "Akoth")).toBeFocused();
  await context.close();
});

test("two desks drag the same card: one wins, the other is told why and sees it where it is", async ({
  browser,
  app,
  house,
  book,
}) => {
  const { startsAt } = await placedAs(book, house, "Akoth Odera");
  const desks = await Promise.all([0, 1].map(() => opened({ browser, app, house, startsAt })));
  const [one, two] = desks.map(({ page }) => page) as [Page, Page];
  await hold(one, card(one, "Akoth"), { down: 72 });
  await hold(two, card(two, "Akoth"), { down: 216 });
  await one.mouse.up();
  await expect(toasts(one).filter({ hasText: "is moved" })).toBeVisible(soon);
  // Held as it was taken up: nothing moves under the finger.
  await expect(ghost(two)).toContainText("11:00");
  await expect(card(two, "Akoth")).toContainText("08:00");
  await two.mouse.up();
  await expect(toasts(two).filter({ hasText: "Akoth Odera is back where it was" })).toContainText(
    /has changed meanwhile/,
    soon,
  );
  for (const page of [one, two]) await expect(card(page, "Akoth")).toContainText("09:00", soon);
  await Promise.all(desks.map(({ context }) => context.close()));
});

test("what customers book appears at once, a tap on free time begins a booking there, and a phone has a list", async ({
  browser,
  app,
  house,
  book,
}) => {
  const { startsAt } = await placedAs(book, house, "Akoth Odera");
  const { context, page } = await opened({ browser, app, house, startsAt });
  await expect(card(page, "Akoth")).toBeVisible(soon);
  await expect(page.getByText("Live", { exact: true })).toBeVisible(soon);
  const began = Date.now();
  await book(house, { name: "Moraa Nyaboke" });
  await expect(card(page, "Moraa")).toBeVisible({ timeout: 3_000 });
  expect(Date.now() - began).toBeLessThan(3_000);

  const free = page.getByRole("button", { name: "New booking with Staff 2" });
  const box = (await free.boundingBox())!;
  await page.mouse.click(box.x + 60, box.y + 4 * 72 + 12);
  const sheet = page.getByRole("dialog", { name: "New booking" });
  await expect(sheet.getByLabel("With", { exact: true })).toHaveValue(house.staffIds[1]!);
  await expect(sheet.getByLabel("Time", { exact: true })).toHaveValue(later(startsAt, 4), soon);
  await sheet.getByLabel("Name").fill("Wanjiru Kamau");
  await sheet.getByLabel("Phone").fill(newPhone());
  await sheet.getByRole("button", { name: "Book", exact: true }).click();
  await expect(page.getByRole("dialog").getByText(/, 12:00 – /)).toBeVisible(soon);
  await page.keyboard.press("Escape");
  await expect(column(page, "Staff 2").locator("[data-entry]").filter({ hasText: "Wanjiru Kamau" })).toBeVisible();

  await page.setViewportSize({ width: 360, height: 740 });
  await page.reload();
  await page.getByRole("link", { name: /Wanjiru Kamau/ }).click();
  await expect(page.getByRole("dialog").getByText(/, 12:00 – /)).toBeVisible(soon);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Week" }).click();
  await expect(page.getByRole("link", { name: /Akoth Odera/ })).toBeVisible(soon);
  await looksRight(page, "calendar week");
  await context.close();
});

test("somebody who walks in has the first who is free in two taps, and is here", async ({ browser, app, house }) => {
  await app.sql`update tenants set time_zone = ${noonZone(new Date())} where id = ${house.tenantId}`;
  await app.sql`update staff_hours set from_minute = 0, to_minute = 1440 where tenant_id = ${house.tenantId}`;
  const { context, page } = await opened({ browser, app, house, width: 360 });
  await page.getByRole("link", { name: "Walk-in" }).click();
  const service = page
    .getByRole("dialog", { name: "Walk-in" })
    .getByRole("button", { name: /^Cut.*Now.*with Staff 1/ });
  await expect(service).toBeVisible(soon);
  await looksRight(page, "walk-in");
  await page.setViewportSize({ width: 360, height: 740 });
  await service.click();
  await expect(page.getByRole("dialog").getByText("Arrived", { exact: true }).first()).toBeVisible(soon);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: /Guest/ })).toBeVisible(soon);
  await context.close();
});

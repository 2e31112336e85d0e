import type { Browser, Page } from "@playwright/test";
import { noonZone } from "@/db/testing/noon";
import { newPhone } from "./support/api";
import { toasts, withCookie } from "./support/dashboard";
import { press } from "./support/keyboard";
import { looksRight } from "./support/looks";
import { messageTo } from "./support/outbox";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };

/** It is noon there whenever this runs, and everybody is at work all day. */
async function atNoon(app: App, house: House): Promise<void> {
  await app.sql`update tenants set time_zone = ${noonZone(new Date())} where id = ${house.tenantId}`;
  await app.sql`update staff_hours set from_minute = 0, to_minute = 1440 where tenant_id = ${house.tenantId}`;
}

type Opening = { browser: Browser; app: App; house: House; width?: number };

async function desk({ browser, app, house, width = 1_280 }: Opening) {
  const viewport = { width, height: width < 400 ? 740 : 900 };
  const context = await withCookie(browser, app, house.owner.cookie, { viewport });
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}`);
  return { context, page };
}

const queued = async ({ app, house }: { app: App; house: House }, customer: object) => {
  const answer = await fetch(`${app.url}/api/dashboard/${house.tenantId}/queue`, {
    method: "POST",
    headers: { cookie: house.owner.cookie, origin: app.url, "content-type": "application/json" },
    body: JSON.stringify({ serviceId: house.serviceIds[0], customer }),
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as { id: string; number: number };
};
const row = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

test("nobody is free: a number in three taps, whose page says how long and why; called by SMS, begun, left", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  await atNoon(app, house);
  const { context, page } = await desk({ browser, app, house, width: 360 });
  // Both are at work: two who walk in have them at once.
  for (const name of ["Amina Yusuf", "Brian Otieno"]) {
    await page.goto(`${app.url}/dashboard/${house.tenantId}/calendar?add=walk-in`);
    await page.getByRole("dialog").getByLabel("Name").fill(name);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Cut.*Now/ })
      .click();
    await expect(page.getByRole("dialog").getByText("Arrived", { exact: true }).first()).toBeVisible(soon);
  }
  await page.goto(`${app.url}/dashboard/${house.tenantId}`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Queue" }).click();
  await page.waitForURL("**/queue");
  await expect(page.getByText("Nobody waits yet")).toBeVisible(soon);
  await page.getByRole("link", { name: "Walk-in" }).first().click();
  const sheet = page.getByRole("dialog", { name: "Walk-in" });
  await sheet.getByRole("button", { name: /^Cut.*in / }).click();
  const phone = newPhone();
  await sheet.getByLabel("Phone").fill(phone);
  await looksRight(page, "walk-in number");
  await page.setViewportSize({ width: 360, height: 740 });
  await sheet.getByRole("button", { name: "Give a number" }).click();
  await expect(sheet.getByText("The guest has number")).toBeVisible(soon);
  const link = (await sheet.getByRole("link", { name: "Open it" }).getAttribute("href"))!;
  await sheet.getByRole("button", { name: "Done" }).click();
  await expect(sheet).toBeHidden();
  await expect(row(page, "Guest")).toContainText(/In about (2\d|3\d) min/, soon);
  await looksRight(page, "queue", { anew: true });
  await expect(row(page, "Guest")).toBeVisible(soon);

  const theirs = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await theirs.goto(link);
  await expect(theirs.getByText("You are next.")).toBeVisible(soon);
  await expect(theirs.getByText(/^About (2\d|3\d) min$/)).toBeVisible();
  await theirs.getByText("How this is reckoned").click();
  await expect(theirs.getByText(/^You: \d\d:\d\d with Staff [12]$/)).toBeVisible();
  await looksRight(theirs, "ticket");

  // Called: on their page at once, and on their phone.
  await row(page, "Guest").getByRole("button", { name: "Call", exact: true }).click();
  await expect(theirs.getByText(/^It is your turn: go to Staff [12]\.$/)).toBeVisible({ timeout: 6_000 });
  expect((await messageTo(app, phone, /it is your turn/)).body).toContain("/q/");
  // Who does it is still at work: nothing is begun, and the turn stays.
  await row(page, "Guest").getByRole("button", { name: "Start" }).click();
  await expect(toasts(page).filter({ hasText: "Nobody who does it is free yet" })).toBeVisible(soon);
  await app.sql`update bookings set status = 'completed' where tenant_id = ${house.tenantId}`;
  await app.sql`update occupancies set active = false where tenant_id = ${house.tenantId}`;
  await row(page, "Guest").getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("dialog").getByText("Arrived", { exact: true }).first()).toBeVisible(soon);
  await expect(theirs.getByText("It was your turn.")).toBeVisible({ timeout: 6_000 });
  await theirs.getByRole("link", { name: "Your visit" }).click();
  await theirs.waitForURL("**/b/**");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "How the turns went today" })).toContainText(/was called/);
  await context.close();
  await theirs.context().close();
});

test("with the keyboard alone: called, skipped behind the next one, taken back; another desk sees it", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  await atNoon(app, house);
  for (const name of ["Amina Yusuf", "Brian Otieno", "Chebet Rono"]) await queued({ app, house }, { name });
  const [one, two] = await Promise.all([0, 1].map(() => desk({ browser, app, house })));
  const [page, other] = [one!.page, two!.page];
  for (const each of [page, other]) await each.goto(`${app.url}/dashboard/${house.tenantId}/queue`);
  const names = (of: Page) =>
    of.getByRole("region", { name: "Waiting" }).getByRole("listitem").locator("p:first-child");
  await expect(names(page)).toContainText(["Amina", "Brian", "Chebet"], soon);
  await press(page, row(page, "Amina").getByRole("button", { name: "Call", exact: true }));
  await expect(row(other, "Amina")).toContainText("called", soon);
  await press(page, row(page, "Amina").getByRole("button", { name: "Skip" }));
  for (const each of [page, other]) await expect(names(each)).toContainText(["Brian", "Amina", "Chebet"], soon);
  // The other desk looks at what is so by now: nothing is done twice.
  const undo = toasts(page).filter({ hasText: "comes after the next one" }).getByRole("button", { name: "Undo" });
  await undo.focus();
  await page.keyboard.press("Enter");
  for (const each of [page, other]) await expect(names(each)).toContainText(["Amina", "Brian", "Chebet"], soon);
  await press(page, row(page, "Brian").getByRole("button", { name: /^More/ }));
  await page.getByRole("menuitem", { name: "Take out of the queue" }).press("Enter");
  await expect(names(page)).toContainText(["Amina", "Chebet"], soon);
  await one!.context.close();
  await two!.context.close();
});

test("whoever holds the ticket leaves with it, without a script too; a desk that saw it otherwise is told", async ({
  browser,
  app,
  house,
}) => {
  await atNoon(app, house);
  const { id } = await queued({ app, house }, { name: "Amina Yusuf" });
  const { context, page } = await desk({ browser, app, house });
  await page.goto(`${app.url}/dashboard/${house.tenantId}/queue`);
  await row(page, "Amina").getByRole("button", { name: /^More/ }).click();
  await page.getByRole("menuitem", { name: "Show the ticket" }).click();
  const link = (await page.getByRole("dialog").getByRole("link", { name: "Open it" }).getAttribute("href"))!;
  await page.keyboard.press("Escape");
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(link);
  await plain.getByText("Leave the queue").first().click();
  await plain.getByRole("button", { name: "Leave it" }).click();
  await expect(plain.getByText("You left the queue.")).toBeVisible(soon);
  await expect(page.getByText("Nobody waits yet")).toBeVisible(soon);
  const late = await fetch(`${app.url}/api/dashboard/${house.tenantId}/queue/${id}`, {
    method: "PATCH",
    headers: { cookie: house.owner.cookie, origin: app.url, "content-type": "application/json" },
    body: JSON.stringify({ step: "call", from: "waiting" }),
  });
  expect([late.status, (await late.json()).status]).toEqual([409, expect.anything()]);
  expect((await page.goto(`${app.url}/q/made-up`))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "This page is not here" })).toBeVisible();
  await context.close();
  await plain.context().close();
});

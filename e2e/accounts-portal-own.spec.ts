import type { Page } from "@playwright/test";
import { newPhone } from "./support/api";
import { triedBefore } from "./support/limits";
import { pixel } from "./support/pixel";
import { codeFor, enter, enterByHand, toCode } from "./support/portal";
import { type App, expect, test } from "./support/test";

// What a customer changes of themself, and what happens when it cannot be done.

const phoneWidth = { viewport: { width: 360, height: 740 } };

async function known(page: Page, app: App, phone: string, name = "Moraa") {
  await enter(page, app, "amani", phone);
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: `Karibu, ${name}` })).toBeVisible();
  await page.goto(`${app.url}/portal/amani/you`);
}

/** Nobody gets to these rows while it works. */
const busy = <T>(app: App, table: "customers" | "one_time_codes", work: () => Promise<T>) =>
  app.sql.begin(async (tx) => {
    await tx.unsafe(`lock table ${table} in access exclusive mode`);
    await work();
  });

const unavailable = "That did not go through. Please try again in a moment.";

test("a busy database loses nothing that was typed, at the entrance and among one's details", async ({ page, app }) => {
  const phone = newPhone();
  await page.goto(`${app.url}/portal/amani/sign-in`);
  await page.getByLabel("Phone").fill(phone);
  await busy(app, "one_time_codes", async () => {
    await page.getByRole("button", { name: "Send the code" }).click();
    await expect(page.getByText(unavailable)).toBeVisible();
  });
  await expect(page.getByLabel("Phone")).toHaveValue(phone);
  await known(page, app, phone);
  await page.getByLabel("Your name").fill("Moraa Nyaboke");
  const save = page.getByRole("button", { name: "Save name" });
  await busy(app, "customers", async () => {
    await save.click();
    await expect(page.getByText(unavailable)).toBeVisible();
  });
  await expect(page.getByLabel("Your name")).toHaveValue("Moraa Nyaboke");
  await save.click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByText(unavailable)).toHaveCount(0);

  // The same when somebody has changed too much of themself within the hour.
  const [account] = await app.sql`select id from accounts where phone = ${phone}`;
  await triedBefore(app, "own-profile", account!.id, 60);
  await page.getByLabel("Your name").fill("Moraa Kerubo");
  await save.click();
  await expect(page.getByText(/Too many tries\. Wait/)).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Moraa Kerubo");
});

test("whose sign-in ended meanwhile is told so, signs in beside it and sends the same once more", async ({
  page,
  context,
  app,
}) => {
  const phone = newPhone();
  await known(page, app, phone);
  const ended = () =>
    app.sql`update account_sessions set revoked_at = now() from accounts a where a.id = account_id and a.phone = ${phone}`;
  await page.getByLabel("Your name").fill("Moraa Nyaboke");
  await ended();
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "You have been signed out meanwhile." })).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Moraa Nyaboke");
  const opening = context.waitForEvent("page");
  await page.getByRole("link", { name: "Sign in in a new tab" }).click();
  const beside = await opening;
  await enter(beside, app, "amani", phone);
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
});

test("without a script the form of whose sign-in ended comes back as it was typed", async ({ browser, app }) => {
  const context = await browser.newContext({ ...phoneWidth, javaScriptEnabled: false });
  const page = await context.newPage();
  const phone = newPhone();
  const end = () =>
    app.sql`update account_sessions set revoked_at = now() from accounts a where a.id = account_id and a.phone = ${phone}`;
  await enterByHand(page, app, "amani", phone);
  await page.getByLabel("Your name").fill("Baraka");
  await end();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("You have been signed out meanwhile.")).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Baraka");
  await enterByHand(page, app, "amani", phone);
  await page.getByLabel("Your name").fill("Baraka");
  await page.getByRole("button", { name: "Save" }).click();
  await page.goto(`${app.url}/portal/amani/you`);
  await page.getByLabel("Your e-mail").fill("baraka@customer.test");
  await end();
  await page.getByRole("button", { name: "Send the code" }).first().click();
  await expect(page.getByText("You have been signed out meanwhile.")).toBeVisible();
  await expect(page.getByLabel("Your e-mail")).toHaveValue("baraka@customer.test");
  await page.goto(`${app.url}/portal/amani/you`);
  await page.waitForURL("**/sign-in");
  await context.close();
});

test("the code step survives a reload, goes off once for the same six digits, and says when another is on its way", async ({
  page,
  app,
}) => {
  await page.clock.install();
  const phone = newPhone();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.headers()["next-action"]) sent.push(request.postData() ?? "");
  });
  await page.goto(`${app.url}/portal/amani/sign-in`);
  await page.getByRole("button", { name: "Send the code" }).click();
  await expect(page.getByText("Type a phone number.")).toBeVisible();
  await expect(page.getByLabel("Phone")).toBeFocused();
  await toCode(page, app, "amani", phone);
  const code = page.getByLabel("Code");
  await expect(code).toBeFocused();
  await page.reload();
  await expect(code).toBeFocused();
  expect(page.url()).not.toContain("?");
  await page.getByRole("button", { name: "Another number" }).click();
  await expect(page.getByLabel("Phone")).toHaveValue(phone);
  await page.reload();
  await expect(page.getByLabel("Phone")).toHaveValue("");

  await toCode(page, app, "amani", phone);
  const right = await codeFor(app, phone);
  const wrong = right === "000000" ? "111111" : "000000";
  sent.length = 0;
  await code.fill(`${wrong.slice(0, 3)} ${wrong.slice(3)}`);
  await expect(page.getByText("That code is not right.")).toBeVisible();
  await expect(code).toBeFocused();
  await code.fill("");
  await code.fill(wrong);
  const again = page.getByRole("button", { name: "Send a new code" });
  await expect(again).toHaveAttribute("aria-disabled", "true");
  await expect(again).toContainText(/Send again in \d+ s/);
  // Playwright itself would wait until it may be pressed.
  await again.click({ force: true });
  await page.clock.runFor(40_000);
  await expect(again).toHaveAttribute("aria-disabled", "false");
  expect(sent).toHaveLength(1);
  await again.click();
  await expect(page.getByText("A new code is on its way.")).toBeVisible();
  await expect(code).toBeFocused();
  await expect(again).toHaveAttribute("aria-disabled", "true");
  await expect.poll(() => codeFor(app, phone)).not.toBe(right);
  await code.fill(await codeFor(app, phone));
  await page.waitForURL("**/portal/amani");
  expect(sent).toHaveLength(3);
  await expect(page.getByRole("link", { name: "Book a time" })).not.toHaveClass(/bg-accent/);
});

test("a customer changes their phone by a code to the new one; the old one hears of it, and other devices end", async ({
  browser,
  page,
  app,
}) => {
  const [old, phone] = [newPhone(), newPhone()];
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await known(page, app, old);
  await enter(elsewhere, app, "amani", old);
  await page.getByLabel("New phone").fill(`0${phone.slice(4)}`);
  await page.getByRole("button", { name: "Send the code" }).last().click();
  await expect(page.getByLabel("Code")).toBeFocused();
  await page.reload();
  await page.getByLabel("Code").fill(await codeFor(app, phone, "portal-phone"));
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByText(`0${phone.slice(4, 7)} ${phone.slice(7, 10)} ${phone.slice(10)}`).first()).toBeVisible();
  const [told] =
    await app.sql`select body from messages where to_address = ${old} and template = 'portal-phone-changed'`;
  expect(told!.body).toContain("If that was not you");
  await elsewhere.goto(`${app.url}/portal/amani`);
  await elsewhere.waitForURL("**/sign-in");
  await enter(elsewhere, app, "amani", phone);
  await expect(elsewhere.getByRole("heading", { name: "Karibu, Moraa" })).toBeVisible();

  // Somebody else's number stays theirs.
  await page.getByLabel("New phone").fill(old);
  const holder = await browser.newContext();
  await enter(await holder.newPage(), app, "amani", old);
  await page.getByRole("button", { name: "Send the code" }).last().click();
  await expect(page.getByLabel("Code")).toBeVisible();
  await page.getByLabel("Code").fill(await codeFor(app, old, "portal-phone"));
  await expect(page.getByText("That number has a sign-in of its own.")).toBeVisible();
  await Promise.all([other.close(), holder.close()]);
});

test("photo, language and messages are kept for this business, and nobody else sees the photo", async ({
  page,
  browser,
  app,
}) => {
  const phone = newPhone();
  await known(page, app, phone);
  await page
    .getByLabel("Photo", { exact: true })
    .setInputFiles({ name: "me.png", mimeType: "image/png", buffer: pixel });
  await expect(page.getByText("Your photo is saved.")).toBeVisible();
  const address = `${app.url}/api/portal/amani/me/photo`;
  expect((await page.request.get(address)).headers()["content-type"]).toBe("image/jpeg");
  expect((await page.request.put(address, { data: "<svg/>", headers: { origin: app.url } })).status()).toBe(415);
  expect(
    (await page.request.put(address, { data: pixel, headers: { origin: "https://elsewhere.test" } })).status(),
  ).toBe(403);
  // At another business they are nobody.
  expect((await page.request.get(`${app.url}/api/portal/baraka/me/photo`)).status()).toBe(404);
  const stranger = await browser.newContext();
  expect((await stranger.request.get(address)).status()).toBe(401);
  await stranger.close();

  await page.getByLabel("Kiswahili").check();
  await page.getByLabel("By SMS", { exact: true }).uncheck();
  await page.getByLabel("By e-mail", { exact: true }).check();
  await page.getByRole("button", { name: "Save choices" }).click();
  // From here on everything of theirs is in it.
  await expect(page.getByText("Imehifadhiwa.", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Taarifa zako" })).toBeVisible();
  await expect(page).toHaveTitle(/^Taarifa zako/);
  await expect(page.getByLabel("Kiswahili")).toBeChecked();
  await expect(page.getByLabel("Kwa SMS", { exact: true })).not.toBeChecked();
  const [kept] = await app.sql`select language, wishes from customers where phone = ${phone}`;
  expect(kept).toEqual({ language: "sw", wishes: { bySms: false, byEmail: true } });
  await page.getByRole("button", { name: "Ondoa picha" }).click();
  await expect(page.getByText("Picha yako imeondolewa.")).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(404);
});

import { newId } from "@/lib/platform/ids";
import { newPhone } from "./support/api";
import { fillIn, toDetails } from "./support/booking-page";
import { openDashboard, signedIn } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { codeFor, enter, enterByHand, toCode } from "./support/portal";
import { type App, expect, test } from "./support/test";

/** The portal's entry over HTTP, as its own page would ask. */
const signUp = (app: App, body: object) =>
  fetch(`${app.url}/api/auth/customer-signup`, {
    method: "POST",
    headers: { origin: app.url },
    body: JSON.stringify({ slug: "amani", ...body }),
  });

const phoneWidth = { viewport: { width: 360, height: 740 } };

test("a customer books, enters with phone and code, and sees what is booked; signed out it is gone", async ({
  browser,
  app,
}) => {
  const context = await browser.newContext(phoneWidth);
  const page = await context.newPage();
  const phone = newPhone();
  await toDetails(page, app.url);
  await fillIn(page, "Atieno Odhiambo", phone);
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await page.waitForURL("**/b/**");
  await page.getByRole("link", { name: "All your bookings" }).click();
  await enter(page, app, "amani", phone);
  await expect(page.getByRole("heading", { name: "Karibu, Atieno Odhiambo" })).toBeVisible();
  await expect(page.locator('a[href^="/b/"]')).toHaveCount(1);
  await page.reload();
  await expect(page.locator('a[href^="/b/"]')).toHaveCount(1);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  await page.goto(`${app.url}/portal/amani`);
  await page.waitForURL("**/sign-in");
  await context.close();
});

test("without JavaScript a new phone enters, tells its name, and is nobody at another business", async ({
  browser,
  app,
}) => {
  const context = await browser.newContext({ ...phoneWidth, javaScriptEnabled: false });
  const page = await context.newPage();
  await enterByHand(page, app, "amani", newPhone());
  await page.getByLabel("Your name").fill("Baraka Mwangi");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Karibu, Baraka Mwangi" })).toBeVisible();
  await page.goto(`${app.url}/portal/baraka`);
  await expect(page.getByLabel("Your name")).toBeVisible();
  expect(await page.content()).not.toContain("Baraka Mwangi");
  await context.close();
});

test("a customer changes their name and, by a code, their e-mail, and ends a device; the owner reads what was changed", async ({
  browser,
  app,
}) => {
  const [context, other] = [await browser.newContext(phoneWidth), await browser.newContext(phoneWidth)];
  const [page, elsewhere] = [await context.newPage(), await other.newPage()];
  const phone = newPhone();
  await enter(elsewhere, app, "amani", phone);
  await elsewhere.getByLabel("Your name").fill("Akoth");
  await elsewhere.getByRole("button", { name: "Save" }).click();
  await expect(elsewhere.getByRole("heading", { name: "Karibu, Akoth" })).toBeVisible();

  await enter(page, app, "amani", phone);
  await page.getByRole("link", { name: "You", exact: true }).click();
  await page.getByLabel("Your name").fill("Akoth Odhiambo");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Akoth Odhiambo");
  const email = `${phone.slice(1)}@customer.test`;
  await page.getByLabel("Your e-mail").fill(email);
  await page.getByRole("button", { name: "Send the code" }).first().click();
  await page.getByLabel("Code").fill("12");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("The code has six digits.")).toBeVisible();
  const [message] = await app.sql`select body from messages where to_address = ${email}`;
  await page.getByLabel("Code").fill(message!.body.slice(0, 6));
  await expect(page.getByLabel("Your e-mail")).toHaveValue(email);
  const [kept] = await app.sql`select id, name, email from customers where phone = ${phone}`;
  expect(kept).toMatchObject({ name: "Akoth Odhiambo", email });
  // Every step with the address it came from.
  const addresses =
    await app.sql`select action, address from audit_entries where customer_id = ${kept!.id} order by at`;
  expect(addresses.map(({ action, address }) => `${action} ${address}`)).toEqual([
    "customer.added 127.0.0.1",
    "customer.changed 127.0.0.1",
    "customer.changed 127.0.0.1",
  ]);

  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByText("This device", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign out everywhere else" })).toHaveCount(0);
  await elsewhere.goto(`${app.url}/portal/amani/you`);
  await elsewhere.waitForURL("**/sign-in");

  const owner = await signedIn(browser, app, "owner@amani.test");
  const audit = await owner.newPage();
  await audit.goto(`${app.url}/dashboard/${app.tenants.amani}/audit?entity=customer`);
  const changed = audit.locator("[data-action='customer.changed']");
  await expect(changed.filter({ hasText: "Name: Akoth" })).toContainText("A customer");
  await expect(changed.filter({ hasText: email })).toBeVisible();
  await Promise.all([context.close(), other.close(), owner.close()]);
});

test("the portal's cookie and a member's live side by side", async ({ browser, app }) => {
  const context = await signedIn(browser, app, "desk@amani.test");
  await openDashboard(context, app.tenants.amani, app.url);
  const page = await context.newPage();
  await enter(page, app, "amani", newPhone());
  await page.goto(`${app.url}/portal/amani`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}`);
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await context.close();
});

/** Asks for a code, and answers the ways to send one back as who asked. */
async function asking(app: App, phone = newPhone()) {
  const sent = await signUp(app, { phone });
  expect(sent.status).toBe(202);
  const { challenge } = await sent.json();
  const give = (code: string, as = challenge) => signUp(app, { phone, challenge: as, code });
  return { phone, code: await codeFor(app, phone), give };
}

test("five wrong codes end the code, even for the right one; a new code works, once", async ({ app }) => {
  const { phone, code, give } = await asking(app);
  const wrong = code === "000000" ? "111111" : "000000";
  for (let tries = 0; tries < 5; tries++) expect((await give(wrong)).status).toBe(422);
  const over = await give(code);
  expect([over.status, (await over.json()).code]).toEqual([422, "code_over"]);
  const fresh = await asking(app, phone);
  const entered = await fresh.give(fresh.code);
  expect(entered.status).toBe(200);
  const [cookie] = entered.headers.getSetCookie();
  expect(cookie).toMatch(/^clientpulse\.portal=.*HttpOnly.*SameSite=lax/i);
  expect((await fresh.give(fresh.code)).status).toBe(422);
});

test("a hundred wrong guesses at once count as a hundred", async ({ app }) => {
  const { phone, code, give } = await asking(app);
  const guesses = Array.from({ length: 100 }, (_, n) => String((Number(code) + n + 1) % 1_000_000).padStart(6, "0"));
  const statuses = await Promise.all(guesses.map(async (guess) => (await give(guess)).status));
  expect(new Set(statuses)).toEqual(new Set([422]));
  const [row] = await app.sql`select tries from one_time_codes where destination = ${phone}`;
  expect(row?.tries).toBe(5);
  expect((await give(code)).status).toBe(422);
});

test("a stranger who guesses at somebody's phone uses nothing of theirs up", async ({ app }) => {
  const { phone, code, give } = await asking(app);
  const strangers = await Promise.all(Array.from({ length: 40 }, () => give(code, newId())));
  expect(new Set(strangers.map(({ status }) => status))).toEqual(new Set([422]));
  expect((await signUp(app, { phone, code })).status).toBe(422);
  expect((await give(code)).status).toBe(200);
});

test("a phone of a country to which no SMS go is told so, whoever has it", async ({ page, app }) => {
  await page.goto(`${app.url}/portal/amani/sign-in`);
  await page.getByLabel("Phone").fill("+44 20 7946 0958");
  await page.getByRole("button", { name: "Send the code" }).click();
  await expect(page.getByText("We cannot send SMS to that country yet. Please call instead.")).toBeVisible();
  await expect(page.getByLabel("Phone")).toHaveValue("+44 20 7946 0958");
  const told = await signUp(app, { phone: "+44 20 7946 0958" });
  expect([told.status, Object.keys((await told.json()).fields)]).toEqual([422, ["phone"]]);
});

test("its screens are clean for axe at 360 px and wide, light and dark", async ({ browser, app }) => {
  test.slow();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${app.url}/portal/amani/sign-in`);
  await looksRight(page, "portal-sign-in");
  const phone = newPhone();
  await toCode(page, app, "amani", phone);
  await looksRight(page, "portal-code");
  await page.getByLabel("Code").fill(await codeFor(app, phone));
  await page.waitForURL("**/portal/amani");
  await looksRight(page, "portal-name");
  await page.getByLabel("Your name").fill("Njeri Kariuki");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Karibu, Njeri Kariuki" })).toBeVisible();
  await looksRight(page, "portal");
  await page.getByRole("link", { name: "You", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Your details" })).toBeVisible();
  await looksRight(page, "portal-details");
  await context.close();
});

import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { live, signedIn } from "./support/dashboard";
import { triedBefore } from "./support/limits";
import { addLogin } from "./support/outbox";
import { longAgo } from "./support/proof";
import { type App, expect, test } from "./support/test";

const codeOf = (secret: string, steps = 0) => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });

/** The cookie of the session that this browser is in, and whether it opens what is its person's own. */
const sessionOf = async (page: Page): Promise<string> => {
  const cookies = await page.context().cookies();
  return `clientpulse.session=${cookies.find(({ name }) => name === "clientpulse.session")?.value}`;
};
const opensProfile = async (app: App, cookie: string): Promise<number> =>
  (await fetch(`${app.url}/api/auth/profile`, { headers: { cookie } })).status;

async function signInAs(page: Page, app: App, email: string, next = "") {
  await page.goto(`${app.url}/login${next}`);
  await page.getByLabel("E-mail or phone").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("demo-clientpulse");
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function setUp(page: Page, app: App) {
  await page.goto(`${app.url}/profile/second-factor`);
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const secret = (await page.locator("code").innerText()).replaceAll(" ", "");
  // A phone that is turned, or a reload: the app that has the key still has the right one.
  await page.reload();
  await expect(page.locator("code")).toHaveText(secret.match(/.{1,4}/g)!.join(" "));
  await expect(page.getByRole("link", { name: /open it there/ })).toHaveAttribute(
    "href",
    new RegExp(`^otpauth://totp/.*secret=${secret}`),
  );
  await page.getByLabel("Code from the app").fill(codeOf(secret));
  await expect(page.getByRole("heading", { name: "Keep these recovery codes" })).toBeFocused();
  const codes = await page.locator("main li").allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("It is on.")).toBeVisible();
  return { secret, codes };
}

test("set up, signed out, in again with a code, and once more with a recovery code", async ({ page, app }) => {
  const login = await addLogin(app);
  await signInAs(page, app, login.email);
  await page.waitForURL("**/dashboard/**");
  await page.getByRole("button", { name: `You: ${login.name}` }).click();
  await page.getByRole("menuitem", { name: "Your profile" }).click();
  await page.waitForURL("**/profile");
  const { secret, codes } = await setUp(page, app);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/login");

  // Until the second step nothing opens: no page, no API; the address that was wanted is kept.
  await signInAs(page, app, login.email, "?next=%2Fprofile%2Fsessions");
  await page.waitForURL("**/login/second-factor?next=**");
  expect((await page.request.get(`${app.url}/api/auth/profile`)).status()).toBe(401);
  expect((await page.request.get(`${app.url}/api/dashboard/${app.tenants.amani}/bookings`)).status()).toBe(401);
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}`);
  await page.waitForURL("**/login/second-factor?next=**");
  await page.goto(`${app.url}/login/second-factor?next=%2Fprofile%2Fsessions`);
  await page.getByLabel("Code").fill("000000");
  await expect(page.getByText("Code is not right.")).toBeVisible();
  const waiting = await sessionOf(page);
  const used = codeOf(secret, 1);
  await page.getByLabel("Code").fill(used);
  await page.waitForURL("**/profile/sessions");
  expect(await opensProfile(app, await sessionOf(page))).toBe(200);
  expect(await opensProfile(app, waiting)).toBe(401);
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await page.waitForURL("**/login");

  // The same code a second time opens nothing.
  await signInAs(page, app, login.email);
  await page.waitForURL("**/login/second-factor**");
  await page.getByLabel("Code").fill(used);
  await expect(page.getByText("Code is not right.")).toBeVisible();
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(codes[0]!.toLowerCase());
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/dashboard/**");
  await page.goto(`${app.url}/profile/second-factor`);
  await expect(page.getByText("Recovery codes left: 9 of 10.")).toBeVisible();
});

test("wrong codes in a row: the form says how long to wait, and that another way is left", async ({ page, app }) => {
  const login = await addLogin(app);
  await signInAs(page, app, login.email);
  await page.waitForURL("**/dashboard/**");
  const { codes } = await setUp(page, app);
  await page.context().clearCookies();
  await signInAs(page, app, login.email);
  await page.waitForURL("**/login/second-factor**");
  await triedBefore(app, "second-factor-tries", login.id, 20);
  await page.getByLabel("Code").fill("100000");
  await expect(page.getByText("Code is not right.")).toBeVisible();
  await page.getByLabel("Code").fill("100001");
  await expect(page.getByText(/Too many tries\. Wait \d+ (seconds?|minutes) and try again\./)).toBeVisible();
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(codes[0]!);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/dashboard/**");
});

test("turning it off asks who it is when the last time is too long ago", async ({ browser, app }) => {
  const login = await addLogin(app);
  const context = await signedIn(browser, app, login.email);
  const page = await context.newPage();
  await setUp(page, app);
  await app.sql`update sessions set proved_at = now() - interval '11 minutes' where user_id = ${login.id}`;
  await page.getByRole("button", { name: "New recovery codes" }).click();
  const dialog = page.getByRole("dialog", { name: "Is it you?" });
  await dialog.getByLabel("Your password").fill("not mine");
  await dialog.getByRole("button", { name: "It is me" }).click();
  await expect(dialog.getByText("Password is not right.")).toBeVisible();
  await dialog.getByLabel("Your password").fill("demo-clientpulse");
  await dialog.getByRole("button", { name: "It is me" }).click();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByRole("button", { name: "Set it up" })).toBeVisible();
  await context.close();
});

test("shown before something grave it gives the browser a new session; the page and its stream go on", async ({
  browser,
  app,
}) => {
  const login = await addLogin(app, "owner");
  const context = await signedIn(browser, app, login.email);
  const page = await context.newPage();
  const { secret } = await setUp(page, app);
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}/audit`);
  await live(page);
  await page.evaluate(() => document.body.setAttribute("data-same-page", ""));
  await longAgo(app, login.email);
  const before = await sessionOf(page);
  const cut = page.waitForRequest(/\/stream/);
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Is it you?" });
  await dialog.getByRole("button", { name: "Use the second factor" }).click();
  await dialog.getByLabel(/Code of your app/).fill(codeOf(secret, 1));
  const coming = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "It is me" }).click();
  await coming;
  expect(await opensProfile(app, before)).toBe(401);
  expect(await opensProfile(app, await sessionOf(page))).toBe(200);
  // The old session's stream has ended; the one that takes its place is live.
  await cut;
  await live(page);
  await expect(page.locator("body[data-same-page]")).toHaveCount(1);
  await context.close();
});

test("a business that demands it says so, and opens once it is there", async ({ browser, app }) => {
  const login = await addLogin(app);
  await app.sql`update tenants set second_factor_required = true where id = ${app.tenants.amani}`;
  try {
    const context = await signedIn(browser, app, login.email);
    const page = await context.newPage();
    await page.goto(`${app.url}/dashboard/${app.tenants.amani}`);
    await page.waitForURL("**/profile/second-factor?required=1");
    await expect(page.getByText("Your business asks for a second factor.")).toBeVisible();
    await setUp(page, app);
    await page.goto(`${app.url}/dashboard/${app.tenants.amani}`);
    await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
    await context.close();
  } finally {
    await app.sql`update tenants set second_factor_required = false where id = ${app.tenants.amani}`;
  }
});

import type { Browser } from "@playwright/test";
import { signedIn } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { addLogin, codeTo, messageTo } from "./support/outbox";
import { type App, test } from "./support/test";

test("signing in and forgotten passwords", async ({ browser, app }) => {
  test.slow();
  const login = await addLogin(app);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${app.url}/login`);
  await looksRight(page, "login");
  await page.goto(`${app.url}/forgot-password`);
  await looksRight(page, "forgot");
  const send = async (identifier: string) => {
    await page.getByLabel("E-mail or phone").fill(identifier);
    await page.getByRole("button", { name: "Send" }).click();
  };
  await send("nobody");
  await page.getByText("is neither an e-mail address nor a phone number.").waitFor();
  await looksRight(page, "forgot-wrong");
  await send(login.email);
  await page.getByRole("heading", { name: "Look into your mail" }).waitFor();
  await looksRight(page, "forgot-sent");
  await page.getByRole("button", { name: "Use another address" }).click();
  await send(login.phone);
  // It is made once the answer is out.
  await codeTo(app, login.phone);
  await page.getByLabel("Code").fill("123456");
  await page.getByText("Code is not right.").waitFor();
  await looksRight(page, "forgot-code");
  await context.close();
});

test("a new password, and the outbox", async ({ browser, app }) => {
  test.slow();
  const login = await addLogin(app);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.request.post(`${app.url}/api/auth/password-reset`, {
    headers: { origin: app.url },
    data: { identifier: login.email },
  });
  const link = /http\S+/.exec((await messageTo(app, login.email, /reset-password/)).body)![0];
  await page.goto(link);
  await looksRight(page, "reset");
  await page.goto(`${app.url}/reset-password/nothing`);
  await looksRight(page, "reset-ended");
  await page.goto(`${app.url}/dev/outbox`);
  await looksRight(page, "outbox");
  await context.close();
});

const atHome = async (browser: Browser, app: App) => {
  const login = await addLogin(app);
  const context = await signedIn(browser, app, login.email);
  return { login, context, page: await context.newPage() };
};

test("the profile and the devices", async ({ browser, app }) => {
  test.slow();
  const { context, page } = await atHome(browser, app);
  await page.goto(`${app.url}/profile`);
  await looksRight(page, "profile");
  await page.getByRole("button", { name: "Change e-mail" }).click();
  await page.getByLabel("New e-mail").fill("wanjiku.wanjala.barasa.the.third@a-long-salon-name.test");
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByLabel("Code").waitFor();
  await looksRight(page, "profile-code");
  await page.goto(`${app.url}/profile/sessions`);
  await looksRight(page, "sessions");
  await context.close();
});

test("the second factor", async ({ browser, app }) => {
  test.slow();
  const { login, context, page } = await atHome(browser, app);
  await page.goto(`${app.url}/profile/second-factor?required=1`);
  await looksRight(page, "second-factor-off");
  await page.getByRole("button", { name: "Set it up" }).click();
  await page.getByRole("img", { name: /QR code/ }).waitFor();
  await looksRight(page, "second-factor-set-up");
  await app.sql`update users set totp_confirmed_at = now() where id = ${login.id}`;
  await app.sql`update sessions set proved_at = null where user_id = ${login.id}`;
  await page.goto(`${app.url}/profile/second-factor`);
  await looksRight(page, "second-factor-on");
  await page.getByRole("button", { name: "New recovery codes" }).click();
  await page.getByLabel("Your password").waitFor();
  await looksRight(page, "proof");
  await page.getByLabel("Your password").fill("demo-clientpulse");
  await page.getByRole("button", { name: "It is me" }).click();
  await page.getByRole("heading", { name: "Keep these recovery codes" }).waitFor();
  await looksRight(page, "recovery-codes");
  await context.close();
  const waiting = await signedIn(browser, app, login.email);
  const second = await waiting.newPage();
  await second.goto(`${app.url}/login`);
  await looksRight(second, "login-second");
  await waiting.close();
});

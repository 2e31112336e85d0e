import { TOTP } from "otpauth";
import { newId } from "@/lib/platform/ids";
import { newPhone } from "./support/api";
import { press, tabTo, typeInto } from "./support/keyboard";
import { linkTo } from "./support/members";
import { codeTo } from "./support/outbox";
import { codeFor } from "./support/portal";
import { expect, test } from "./support/realtime";

// Every account screen without a mouse: what is pressed here was reached by Tab, and showed that it had the focus.

const soon = { timeout: 15_000 };

test("an owner signs in, sets up a second factor, comes in with it, invites, changes a role and reads the log", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const [who] = await app.sql`select email from users where id = ${house.owner.userId}`;
  await app.sql`update users set password_hash = (select password_hash from users where email = 'owner@amani.test')
    where id = ${house.owner.userId}`;
  const context = await browser.newContext();
  const page = await context.newPage();
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const signIn = async () => {
    await typeInto(page, page.getByLabel("E-mail or phone"), who!.email);
    await typeInto(page, page.getByLabel("Password", { exact: true }), "demo-clientpulse");
    await page.keyboard.press("Enter");
  };

  await page.goto(`${app.url}/login?next=%2Fprofile%2Fsecond-factor`);
  await signIn();
  await page.waitForURL("**/profile/second-factor");
  await press(page, button("Set it up"));
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible(soon);
  const secret = (await page.locator("code").innerText()).replaceAll(" ", "");
  await tabTo(page, page.getByRole("link", { name: /open it there/ }));
  await typeInto(page, page.getByLabel("Code from the app"), new TOTP({ secret }).generate());
  await expect(page.getByRole("heading", { name: "Keep these recovery codes" })).toBeFocused(soon);
  await press(page, button("I have kept them"));
  await expect(page.getByText("It is on.")).toBeVisible();
  await press(page, button("Sign out"));
  await page.waitForURL("**/login");

  await signIn();
  await page.waitForURL("**/login/second-factor**");
  await typeInto(page, page.getByLabel("Code"), new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 }));
  await page.waitForURL(`**/dashboard/${house.tenantId}`);

  await press(page, page.getByRole("link", { name: "Members" }).first());
  await press(page, page.getByRole("link", { name: "Invite" }));
  const destination = `${newId()}@invited.test`;
  await typeInto(page, page.getByLabel("E-mail or phone"), destination);
  await press(page, page.getByRole("radio", { name: /^Owner/ }), "ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Front desk/ })).toBeChecked();
  await press(page, button("Send invitation"));
  await expect(page.locator(`[data-invitation="${destination}"]`)).toBeVisible(soon);

  const guest = await browser.newContext();
  const theirs = await guest.newPage();
  await theirs.goto(await linkTo(app, destination));
  await typeInto(theirs, theirs.getByLabel("Your name"), "Njoki Karanja");
  await typeInto(theirs, theirs.getByLabel("Choose a password"), "mango river seven lamps");
  await theirs.keyboard.press("Enter");
  await theirs.waitForURL(`**/dashboard/${house.tenantId}`);

  const row = page.locator("[data-member]").filter({ hasText: "Njoki Karanja" });
  await press(page, row.getByRole("link"));
  await press(page, page.getByRole("radio", { name: /^Front desk/ }), "ArrowUp");
  await press(page, button("Save"));
  await expect(row).toContainText("Manager", soon);

  await press(page, page.getByRole("link", { name: /Audit|Log of changes/ }).first());
  await page.waitForURL("**/audit");
  await typeInto(page, page.locator('select[name="action"]'), "Member changed");
  await press(page, button("Show"));
  await page.waitForURL("**/audit?**");
  await expect(page.locator("[data-action]").first()).toContainText("Njoki Karanja");
  await Promise.all([context, guest].map((one) => one.close()));
});

test("a forgotten password and a customer's entry need no mouse either", async ({ page, app, house }) => {
  test.slow();
  const phone = newPhone();
  await app.sql`update users set phone = ${phone} where id = ${house.owner.userId}`;
  await page.goto(`${app.url}/login`);
  await press(page, page.getByRole("link", { name: /[Ff]orgot/ }));
  // The field on either page is called the same.
  await page.waitForURL("**/forgot-password");
  await typeInto(page, page.getByLabel("E-mail or phone"), phone);
  await page.keyboard.press("Enter");
  await typeInto(page, page.getByLabel("Code", { exact: true }), await codeTo(app, phone));
  await typeInto(page, page.getByLabel(/new password/i).first(), "seven quiet lanterns");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Your password is set" })).toBeVisible(soon);
  await tabTo(page, page.getByRole("link", { name: "Sign in" }));

  const customer = newPhone();
  await page.goto(`${app.url}/portal/${house.slug}/sign-in`);
  await typeInto(page, page.getByLabel("Phone"), customer);
  await page.keyboard.press("Enter");
  await typeInto(page, page.getByLabel("Code"), await codeFor(app, customer));
  await page.waitForURL(`**/portal/${house.slug}`);
  await typeInto(page, page.getByLabel(/name/i).first(), "Achieng");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Achieng/)).toBeVisible(soon);
});

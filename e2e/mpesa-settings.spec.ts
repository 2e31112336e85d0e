import type { Page } from "@playwright/test";
import type { SimAccount } from "@/lib/payments/simulator/accounts";
import { newId } from "@/lib/platform/ids";
import { boss } from "./support/applicants";
import { signedIn, withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { ask } from "./support/members";
import { addLogin } from "./support/outbox";
import { longAgo, showIt } from "./support/proof";
import { expect, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
const mpesa = (app: App, tenantId: string) => `${app.url}/dashboard/${tenantId}/settings/mpesa`;
const numberForm = (page: Page) => page.getByRole("form", { name: "Where you are paid" });
const keysForm = (page: Page) => page.getByRole("form", { name: "Keys" });
const connection = (page: Page) => page.getByRole("region", { name: "Connection" });

/** A till that only this test's simulator knows. */
function newTill(app: App): SimAccount & { till: string; initiator: { name: string; password: string } } {
  const key = newId().slice(-12);
  const account = {
    name: "Test House",
    kind: "till" as const,
    shortcode: String(100_000 + (Number.parseInt(key.slice(-6), 16) % 800_000)),
    till: String(5_000_000 + (Number.parseInt(key.slice(-6), 16) % 900_000)),
    consumerKey: `consumer-key-${key}`,
    consumerSecret: `consumer-secret-${key}`,
    passkey: `the-passkey-${key}`,
    initiator: { name: `kerubo-${key}`, password: `Password#${key}` },
  };
  app.mpesa.control.addAccount(account);
  return account;
}

async function putNumber(page: Page, { till, shortcode }: { till: string; shortcode: string }): Promise<void> {
  // The platform's may be a PayBill already: the whole server has one.
  await numberForm(page).getByRole("radio", { name: "Till" }).check();
  await numberForm(page).getByRole("textbox", { name: "Till number" }).fill(till);
  await numberForm(page).getByLabel("Store number").fill(shortcode);
  await numberForm(page).getByRole("button", { name: "Save number" }).click();
  await expect(numberForm(page).getByText("Saved.")).toBeVisible(soon);
}

async function putKeys(page: Page, given: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(given))
    await keysForm(page).getByLabel(label, { exact: true }).fill(value);
  await keysForm(page).getByRole("button", { name: "Save and test keys" }).click();
}

test("a number alone is for working by hand; it is told what is wrong with it, and changing it wants the password", async ({
  browser,
  app,
  house,
}) => {
  const owner = await addLogin(app, "owner", house.tenantId);
  const context = await signedIn(browser, app, owner.email);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/payments`);
  await page.getByRole("link", { name: "Set up M-Pesa" }).click();
  await expect(page.getByText(/There are no keys: you work by hand/)).toBeVisible(soon);
  await expect(keysForm(page)).toHaveCount(0);
  await looksRight(page, "mpesa-none", { anew: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await numberForm(page).getByRole("textbox", { name: "Till number" }).fill("12");
  await numberForm(page).getByRole("button", { name: "Save number" }).click();
  await expect(numberForm(page).getByText("Till number has five to seven digits.")).toBeVisible(soon);
  await longAgo(app, owner.email);
  await numberForm(page).getByRole("textbox", { name: "Till number" }).fill("51 51 515");
  await numberForm(page).getByRole("button", { name: "Save number" }).click();
  await showIt(page);
  await expect(numberForm(page).getByText("Saved.")).toBeVisible(soon);
  await page.reload();
  await expect(numberForm(page).getByRole("textbox", { name: "Till number" })).toHaveValue("5151515");
  await expect(page.getByText(/Customers are shown your number and the amount/)).toBeVisible();
  await expect(connection(page)).toHaveCount(0);
  await looksRight(page, "mpesa-by-hand", { anew: true });
  // On a phone the list of all settings is a page of its own, and the way back to it is in sight.
  await page.reload();
  await page.getByRole("link", { name: "All settings" }).click();
  await expect(page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "M-Pesa" })).toBeVisible();
  await context.close();
});

test("keys are tried as they are given, the mistake is named, and nothing of them comes back", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const account = newTill(app);
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  const heard: Promise<string>[] = [];
  page.on("response", (response) => {
    // The stream never ends; what it tells of is fetched.
    if (!response.headers()["content-type"]?.includes("event-stream")) heard.push(response.text().catch(() => ""));
  });
  await page.goto(mpesa(app, house.tenantId));
  await putNumber(page, { till: account.till, shortcode: "" });
  await putKeys(page, { "Consumer key": "short" });
  await expect(keysForm(page).getByText("Consumer key has at least 10 characters.")).toBeVisible(soon);
  await putKeys(page, { "Consumer key": account.consumerKey });
  await expect(keysForm(page).getByText(/Give the store number above first/)).toBeVisible(soon);
  await putNumber(page, account);
  await putKeys(page, {});
  await expect(keysForm(page).getByText("Consumer secret is needed.")).toBeVisible(soon);
  await expect(keysForm(page).getByLabel("Consumer key")).toHaveValue(account.consumerKey);
  await putKeys(page, { "Consumer secret": "not-the-secret-at-all", Passkey: account.passkey });
  await expect(connection(page).getByText("The consumer key or the consumer secret is wrong.")).toBeVisible(soon);
  await putKeys(page, { "Consumer secret": account.consumerSecret, Passkey: "not-the-passkey" });
  await expect(connection(page).getByText("The passkey does not belong to this number.")).toBeVisible(soon);
  await looksRight(page, "mpesa-wrong", { anew: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByText("Giving money back through M-Pesa").click();
  await putKeys(page, {
    Passkey: account.passkey,
    "Initiator name": account.initiator.name,
    "Initiator password": account.initiator.password,
  });
  await expect(keysForm(page).getByText("Saved.")).toBeVisible(soon);
  // Safaricom answers such a question once in twelve seconds, and says so.
  await expect(async () => {
    const button = connection(page).getByRole("button", { name: "Test connection" });
    await button.click();
    await expect(button).toBeEnabled(soon);
    await expect(connection(page).getByText("It works")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await page.reload();
  await expect(page.getByText(`…${account.consumerKey.slice(-4)}`)).toBeVisible(soon);
  await expect(connection(page).getByText("It works")).toBeVisible();
  await looksRight(page, "mpesa-keys", { anew: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const label of ["Consumer key", "Consumer secret", "Passkey", "Initiator name", "Initiator password"])
    await expect(keysForm(page).getByLabel(label, { exact: true })).toHaveValue("");

  await page.getByRole("button", { name: "Let M-Pesa tell us about every payment" }).click();
  await expect(page.getByText("M-Pesa now tells us about every payment to your number.")).toBeVisible(soon);
  await expect(page.getByText(/M-Pesa was told where to report on/)).toBeVisible(soon);

  const told = (await Promise.all(heard)).concat(
    await page.content(),
    await (await ask(app, house.owner, house.tenantId, "settings/mpesa")).text(),
  );
  const { consumerKey, consumerSecret, passkey, initiator } = account;
  for (const secret of [consumerKey, consumerSecret, passkey, initiator.name, initiator.password])
    expect(told.some((text) => text.includes(secret))).toBe(false);

  await page.getByRole("button", { name: "Remove keys" }).click();
  await page.getByRole("button", { name: "Keep them" }).click();
  await page.getByRole("button", { name: "Remove keys" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove keys" }).click();
  await expect(page.getByText(/There are no keys: you work by hand/)).toBeVisible(soon);
  await expect(connection(page)).toHaveCount(0);
  await context.close();
});

test("the simulator’s number and keys are taken by one tap, and work", async ({ browser, app, house }) => {
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  await page.goto(mpesa(app, house.tenantId));
  await page.getByRole("button", { name: "Use the simulator’s PayBill" }).click();
  await expect(numberForm(page).getByRole("textbox", { name: "PayBill number" })).toHaveValue("174379", soon);
  await expect(connection(page)).toContainText(/It works|asked too often/, soon);
  await context.close();
});

test("a manager changes the number and reads that there are keys; the desk and staff are not let in", async ({
  browser,
  app,
  house,
}) => {
  const account = newTill(app);
  const ownerContext = await withCookie(browser, app, house.owner.cookie);
  const owner = await ownerContext.newPage();
  await owner.goto(mpesa(app, house.tenantId));
  await putNumber(owner, account);
  const managerContext = await withCookie(
    browser,
    app,
    (await addMember(app.database, house.tenantId, "manager")).cookie,
  );
  const manager = await managerContext.newPage();
  await manager.goto(mpesa(app, house.tenantId));
  await expect(manager.getByText("Only an owner of the business gives and removes keys.")).toBeVisible(soon);
  const { consumerKey, consumerSecret, passkey } = account;
  await putKeys(owner, { "Consumer key": consumerKey, "Consumer secret": consumerSecret, Passkey: passkey });
  // The other screen follows.
  await expect(connection(manager).getByText("It works")).toBeVisible(soon);
  await expect(keysForm(manager)).toHaveCount(0);
  for (const name of ["Remove keys", /^Use the simulator/])
    await expect(manager.getByRole("button", { name })).toHaveCount(0);
  await looksRight(manager, "mpesa-manager", { anew: true });
  await manager.setViewportSize({ width: 1280, height: 800 });
  await putNumber(manager, { till: "5252525", shortcode: account.shortcode });
  await expect(numberForm(owner).getByRole("textbox", { name: "Till number" })).toHaveValue("5252525", soon);

  const [desk, staff] = await Promise.all([
    addMember(app.database, house.tenantId, "front_desk"),
    addMember(app.database, house.tenantId, "staff", house.staffIds[0]!),
  ]);
  for (const one of [desk, staff]) {
    const context = await withCookie(browser, app, one.cookie);
    const page = await context.newPage();
    expect((await page.goto(mpesa(app, house.tenantId)))!.status()).toBe(404);
    expect((await ask(app, one, house.tenantId, "settings/mpesa")).status).toBe(403);
    if (one === desk) {
      await page.goto(`${app.url}/dashboard/${house.tenantId}/settings`);
      await expect(page.getByRole("link", { name: "M-Pesa" })).toHaveCount(0);
    }
    await context.close();
  }
  await Promise.all([ownerContext.close(), managerContext.close()]);
});

test("the platform’s own number and keys are set the same way", async ({ browser, app }) => {
  const context = await signedIn(browser, app, boss);
  const page = await context.newPage();
  await page.goto(`${app.url}/admin`);
  await page.getByRole("link", { name: "M-Pesa" }).first().click();
  await page.waitForURL("**/admin/mpesa");
  const { till, shortcode } = newTill(app);
  await putNumber(page, { till, shortcode });
  await page.reload();
  await expect(numberForm(page).getByLabel("Store number")).toHaveValue(shortcode);
  await page.getByRole("button", { name: /^Use the simulator/ }).click();
  await expect(connection(page)).toContainText(/It works|asked too often/, soon);
  await looksRight(page, "admin-mpesa", { anew: true });
  await context.close();
});

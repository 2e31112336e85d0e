import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { boss } from "./support/applicants";
import { signedIn } from "./support/dashboard";
import { addMember, openHouse } from "./support/house";
import { ask } from "./support/members";
import { addLogin } from "./support/outbox";
import { expect, test } from "./support/realtime";
import type { App } from "./support/test";

// Before a grave step whoever sits there shows once more who they are; then it goes on by itself.

const longAgo = (app: App, email: string) =>
  app.sql`update sessions set proved_at = now() - interval '11 minutes'
    where user_id = (select id from users where email = ${email})`;

async function showIt(page: Page) {
  const dialog = page.getByRole("dialog", { name: "Is it you?" });
  await dialog.getByLabel("Your password").fill("demo-clientpulse");
  await dialog.getByRole("button", { name: "It is me" }).click();
  await expect(dialog).toBeHidden();
}

test("the log is saved as a file once the password was given, without pressing again", async ({ browser, app }) => {
  const owner = await addLogin(app, "owner");
  const context = await signedIn(browser, app, owner.email);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}/audit`);
  await longAgo(app, owner.email);
  await page.getByRole("button", { name: "Export" }).click();
  const coming = page.waitForEvent("download");
  await showIt(page);
  const file = await coming;
  expect(file.suggestedFilename()).toBe("audit-amani.csv");
  expect(readFileSync(await file.path(), "utf8")).toContain("at,who,action");
  await page.reload();
  await expect(page.locator("[data-action='audit.exported']").first()).toContainText(owner.name);
  await context.close();
});

test("a member is removed, and a duty lifted, only by who has just shown who they are", async ({ browser, app }) => {
  const owner = await addLogin(app, "owner");
  const desk = await addMember(app.database, app.tenants.amani, "front_desk");
  await app.sql`update users set name = 'Njoki Karanja' where id = ${desk.userId}`;
  const context = await signedIn(browser, app, owner.email);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}/members?member=${desk.userId}`);
  await longAgo(app, owner.email);
  await page.getByRole("button", { name: /^Remove from/ }).click();
  await page.getByRole("button", { name: "Remove Njoki Karanja" }).click();
  const dialog = page.getByRole("dialog", { name: "Is it you?" });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Show first that it is you.")).toBeVisible();
  await expect(page.getByRole("dialog", { name: "Njoki Karanja" })).toBeVisible();
  expect((await ask(app, desk, app.tenants.amani, "stats")).status).toBe(200);
  await page.getByRole("button", { name: "Remove Njoki Karanja" }).click();
  await showIt(page);
  await expect(page.getByText("Njoki Karanja was removed")).toBeVisible();
  expect((await ask(app, desk, app.tenants.amani, "stats")).status).toBe(404);
  await context.close();

  const house = await openHouse(app.database);
  const other = await addMember(app.database, house.tenantId, "staff");
  await app.sql`update sessions set proved_at = null where id = ${house.owner.sessionId}`;
  const refused = await ask(app, house.owner, house.tenantId, `members/${other.userId}`, "DELETE");
  expect([refused.status, (await refused.json()).code]).toEqual([403, "proof_required"]);
});

test("the second-factor duty is switched on at once, and off after a proof", async ({ browser, app }) => {
  const { tenantId } = await openHouse(app.database);
  const owner = await addLogin(app, "owner");
  await app.sql`insert into members (tenant_id, user_id, role) values (${tenantId}, ${owner.id}, 'owner')`;
  await app.sql`update users set totp_confirmed_at = now() where id = ${owner.id}`;
  const context = await signedIn(browser, app, owner.email);
  const page = await context.newPage();
  await app.sql`update sessions set awaits_second_factor = false where user_id = ${owner.id}`;
  await longAgo(app, owner.email);
  await page.goto(`${app.url}/dashboard/${tenantId}/members`);
  const duty = page.getByRole("switch", { name: "Everybody needs a second factor" });
  await duty.click();
  await expect(duty).toBeChecked();
  await duty.click();
  await showIt(page);
  await expect(duty).not.toBeChecked();
  await context.close();
});

test("a business is suspended after a proof, with the reason that was typed before it", async ({ browser, app }) => {
  const { tenantId } = await openHouse(app.database);
  const context = await signedIn(browser, app, boss);
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/tenants/${tenantId}`);
  await longAgo(app, boss);
  await page.locator("summary", { hasText: "Suspend" }).click();
  await page.getByLabel("Reason").fill("Customers wait for their money.");
  await page.getByRole("button", { name: "Suspend" }).click();
  await showIt(page);
  await expect(page.getByText("Customers wait for their money.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Open again" })).toBeVisible();
  // To open again takes nothing from anybody.
  await longAgo(app, boss);
  await page.getByRole("button", { name: "Open again" }).click();
  await expect(page.locator("summary", { hasText: "Suspend" })).toBeVisible();
  await longAgo(app, boss);
  const refused = await context.request.post(`${app.url}/api/admin/tenants/${tenantId}/suspend`, {
    headers: { origin: app.url },
    data: { reason: "because of this" },
  });
  expect([refused.status(), (await refused.json()).code]).toEqual([403, "proof_required"]);
  await context.close();
});

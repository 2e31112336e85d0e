import { readFileSync } from "node:fs";
import { boss } from "./support/applicants";
import { signedIn } from "./support/dashboard";
import { addMember, openHouse } from "./support/house";
import { ask } from "./support/members";
import { addLogin } from "./support/outbox";
import { longAgo, showIt } from "./support/proof";
import { expect, test } from "./support/realtime";

// Before a grave step whoever sits there shows once more who they are; then it goes on by itself.

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

test("a member is removed, and one's own place left, only by who has just shown who they are", async ({
  browser,
  app,
}) => {
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

  await longAgo(app, owner.email);
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}/leave`);
  await page.getByRole("button", { name: "Leave Amani Salon" }).click();
  await showIt(page);
  await page.waitForURL(`${app.url}/dashboard`);
  await context.close();
});

test("whatever makes an owner, takes a way in, or ends a membership wants a fresh proof; the rest does not", async ({
  app,
}) => {
  const { tenantId, owner } = await openHouse(app.database);
  const [other, second] = await Promise.all(
    (["staff", "owner"] as const).map((role) => addMember(app.database, tenantId, role)),
  );
  const owned = (path: string, method: string, body: object = {}) => ask(app, owner, tenantId, path, method, body);
  const invited = await owned("members", "POST", { destination: `${owner.userId}@invited.test`, role: "staff" });
  const { invitationId } = await invited.json();
  const grave: [string, string, object?][] = [
    [`members/${other!.userId}`, "PATCH", { role: "owner" }],
    ["members", "POST", { destination: `${other!.userId}@invited.test`, role: "owner" }],
    [`members/invitations/${invitationId}`, "DELETE"],
    [`members/${second!.userId}`, "DELETE"],
    ["members/me", "DELETE"],
  ];
  const answers = async () => {
    const said = [];
    for (const [path, method, body] of grave) said.push((await owned(path, method, body)).status);
    return said;
  };
  await app.sql`update sessions set proved_at = null where id = ${owner.sessionId}`;
  expect(await answers()).toEqual(Array(5).fill(403));
  expect((await (await owned("members/me", "DELETE")).json()).code).toBe("proof_required");
  expect((await owned(`members/${other!.userId}`, "PATCH", { role: "front_desk" })).status).toBe(200);
  await app.sql`update sessions set proved_at = now() where id = ${owner.sessionId}`;
  expect(await answers()).toEqual([200, 201, 200, 200, 200]);
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

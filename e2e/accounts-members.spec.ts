import { newPhone } from "./support/api";
import { live, openDashboard, signedIn } from "./support/dashboard";
import { invitation, linkTo } from "./support/members";
import { expect, test } from "./support/realtime";

const soon = { timeout: 15_000 };

test("from the invitation to the last day: invited, joined, seen without a reload, changed, removed", async ({
  browser,
  app,
}) => {
  test.slow();
  const phone = newPhone();
  const owner = await signedIn(browser, app, "owner@amani.test");
  const page = await owner.newPage();
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}`);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Members" }).click();
  await expect(page.getByRole("heading", { name: "Members", level: 1 })).toBeVisible();
  await live(page);

  await page.getByRole("link", { name: "Invite" }).click();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("Choose what they may do.")).toBeVisible();
  await page.getByRole("radio", { name: /^Staff/ }).check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("Choose the staff profile that is theirs.")).toBeVisible();
  await page.getByLabel("E-mail or phone").fill("not an address");
  await page.getByRole("radio", { name: /Front desk/ }).check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("neither an e-mail address nor a phone number")).toBeVisible();
  await expect(page.getByLabel("E-mail or phone")).toHaveValue("not an address");
  await page.getByLabel("E-mail or phone").fill("+44 20 7946 0958");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("We cannot send SMS to that country yet. Invite by e-mail instead.")).toBeVisible();
  await page.getByLabel("E-mail or phone").fill(phone.replace("+254", "0"));
  await page.getByRole("button", { name: "Send invitation" }).click();
  const waiting = page.locator(`[data-invitation="${phone}"]`);
  await expect(waiting).toBeVisible(soon);

  const first = await linkTo(app, phone);
  await waiting.getByRole("button", { name: "Send again" }).click();
  await expect.poll(() => linkTo(app, phone)).not.toBe(first);
  const guest = await browser.newContext();
  const theirs = await guest.newPage();
  await theirs.goto(first);
  await expect(theirs.getByRole("heading", { name: "This invitation cannot be used" })).toBeVisible();
  const link = await linkTo(app, phone);
  await theirs.goto(link);
  await expect(theirs.getByText("Wanjiku Kamau invites you")).toBeVisible();
  await theirs.getByLabel("Choose a password").fill("password1");
  await theirs.getByRole("button", { name: "Join", exact: true }).click();
  await expect(theirs.getByText("Tell us your name")).toBeVisible();
  await expect(theirs.getByText(/Password (needs|is one)/)).toBeVisible();
  await theirs.getByLabel("Your name").fill("Njoki Karanja");
  await theirs.getByLabel("Choose a password").fill("mango river seven lamps");
  await theirs.getByRole("button", { name: "Join", exact: true }).click();
  await theirs.waitForURL(`**/dashboard/${app.tenants.amani}`);
  await live(theirs);
  await expect(theirs.getByRole("link", { name: "Members" })).toHaveCount(0);

  const row = page.locator("[data-member]").filter({ hasText: "Njoki Karanja" });
  await expect(row).toBeVisible(soon);
  await expect(waiting).toHaveCount(0);
  const other = await browser.newContext();
  const late = await other.newPage();
  await late.goto(link);
  await expect(late.getByRole("heading", { name: "This invitation cannot be used" })).toBeVisible();

  const become = async (role: RegExp) => {
    await row.getByRole("link").click();
    await page.getByRole("radio", { name: role }).check();
    await page.getByRole("button", { name: "Save" }).click();
  };
  await become(/Staff/);
  // The mouse is left where the way back was: what is told stays there, and the next panel opens beside it.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Changed back")).toBeVisible(soon);
  await row.getByRole("link").click();
  const panel = page.getByRole("dialog");
  await expect(panel).toBeVisible();
  const told = await page.locator("[data-sonner-toaster]").boundingBox();
  expect(told!.x + told!.width).toBeLessThan(1280 - 480);
  await panel.getByRole("radio", { name: /Manager/ }).check();
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("Manager", soon);
  // Their open page learns of it by itself.
  await expect(theirs.getByRole("link", { name: "Members" })).toBeVisible({ timeout: 10_000 });
  await become(/Front desk/);
  await expect(row).toContainText("Front desk", soon);
  await expect(theirs.getByRole("link", { name: "Members" })).toHaveCount(0, { timeout: 10_000 });

  await row.getByRole("link").click();
  await page.getByRole("button", { name: /^Remove from/ }).click();
  await page.getByRole("button", { name: "Remove Njoki Karanja" }).click();
  await expect(row).toHaveCount(0, soon);
  await expect(theirs.getByRole("heading", { name: "This page is not here" })).toBeVisible({ timeout: 15_000 });

  const log = await owner.newPage();
  await log.goto(`${app.url}/dashboard/${app.tenants.amani}/audit`);
  const deeds = await log
    .locator("[data-action]")
    .evaluateAll((all) => all.slice(0, 8).map((one) => one.getAttribute("data-action")));
  const changes = Array(4).fill("member.changed");
  expect(deeds).toEqual(["member.removed", ...changes, "member.joined", "member.invited", "member.invited"]);
  await log.locator('select[name="action"]').selectOption("member.changed");
  await log.getByRole("button", { name: "Show" }).click();
  await expect(log.locator("[data-action]").first()).toContainText("Front desk");
  await expect(log.locator('[data-action="member.joined"]')).toHaveCount(0);
  await Promise.all([owner, guest, other].map((context) => context.close()));
});

test("somebody with two businesses goes from one to the other, and keeps the one they were not removed from", async ({
  browser,
  app,
}) => {
  const [manager] = await app.sql`select id from users where email = 'manager@amani.test'`;
  await app.sql`insert into members (tenant_id, user_id, role) values (${app.tenants.baraka}, ${manager!.id}, 'staff')`;
  const context = await signedIn(browser, app, "manager@amani.test");
  const page = await openDashboard(context, app.tenants.amani, app.url);
  const rail = page.getByRole("complementary");
  await rail.getByRole("button", { name: /Amani Salon/ }).click();
  await page.getByRole("menuitem", { name: /Baraka Barbers/ }).click();
  await page.waitForURL(`**/dashboard/${app.tenants.baraka}`);
  await live(page);
  await expect(rail.getByText("Baraka Barbers")).toBeVisible();
  await expect(rail.getByText("Staff", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Members" })).toHaveCount(0);
  await rail.getByRole("button", { name: /Baraka Barbers/ }).click();
  await page.getByRole("menuitem", { name: /Amani Salon/ }).click();
  await page.waitForURL(`**/dashboard/${app.tenants.amani}`);
  await expect(page.getByRole("link", { name: "Members" })).toBeVisible();

  await page.goto(`${app.url}/dashboard/${app.tenants.baraka}/leave`);
  await page.getByRole("button", { name: "Leave Baraka Barbers" }).click();
  await page.waitForURL(`**/dashboard/${app.tenants.amani}`);
  await live(page);
  await expect(rail.getByRole("button", { name: /Change business/ })).toHaveCount(0);
  await context.close();
});

test("somebody who is signed in joins with one button; somebody with a login signs in first", async ({
  browser,
  app,
  house,
}) => {
  const link = await invitation(app, house, "desk@amani.test");
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("link", { name: "Sign in to join" }).click();
  await page.getByLabel("E-mail").fill("desk@amani.test");
  await page.getByLabel("Password").fill("demo-clientpulse");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Join as Mercy Mutua" }).click();
  await page.waitForURL(`**/dashboard/${house.tenantId}`);
  await live(page);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This invitation cannot be used" })).toBeVisible();
  await context.close();
});

import { newPhone } from "./support/api";
import { live, signedIn, toasts } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { linkTo } from "./support/members";
import { expect, test } from "./support/realtime";

const soon = { timeout: 15_000 };

test("somebody is added, told what they do and when, asked to sign in, and seen by the desk without a reload", async ({
  browser,
  app,
}) => {
  test.slow();
  const base = `${app.url}/dashboard/${app.tenants.amani}`;
  const [owner, desk] = await Promise.all(["owner", "desk"].map((who) => signedIn(browser, app, `${who}@amani.test`)));
  const [page, watching] = await Promise.all([owner!.newPage(), desk!.newPage()]);
  await watching.goto(`${base}/staff`);
  await live(watching);
  await expect(watching.getByRole("link", { name: "Add" })).toHaveCount(0);

  await page.goto(`${base}/staff`);
  await page.getByRole("link", { name: "Add somebody" }).click();
  await expect(page.getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Name is missing.")).toBeVisible();
  await page.getByLabel("Name").fill("Kerubo Moraa");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Kerubo Moraa" })).toBeVisible(soon);
  const theirs = watching.locator("[data-staff]").filter({ hasText: "Kerubo Moraa" });
  await expect(theirs).toContainText("0 services", soon);

  const services = page.getByRole("form", { name: "Services" });
  await services.getByRole("checkbox", { name: /Silk press/ }).check();
  await services.getByLabel("Silk press: Own minutes").fill("3");
  await services.getByRole("button", { name: "Save services" }).click();
  await expect(services.getByText("The time is shorter than 5 minutes.")).toBeVisible();
  await expect(services.getByLabel("Silk press: Own minutes")).toHaveValue("3");
  await services.getByLabel("Silk press: Own minutes").fill("60");
  await services.getByRole("button", { name: "Save services" }).click();
  await expect(services.getByText("Saved.")).toBeVisible(soon);
  await expect(theirs).toContainText("1 service", soon);

  const hours = page.getByRole("form", { name: "Weekly hours" });
  await hours.getByRole("switch").focus();
  await page.keyboard.press("Space");
  await hours.getByLabel("Friday to").fill("02:00");
  await expect(hours.getByText("ends the next day")).toBeVisible();
  await hours.getByLabel("Saturday from").fill("01:00");
  await hours.getByRole("button", { name: "Save hours" }).click();
  await expect(hours.getByText("The hours overlap on Saturday.")).toBeVisible();
  await hours.getByLabel("Saturday from").fill("10:00");
  await hours.getByRole("button", { name: "Save hours" }).click();
  await expect(hours.getByText("Saved.")).toBeVisible(soon);

  const other = page.getByRole("region", { name: "Days that are different" });
  await other.getByRole("button", { name: "Add a day" }).click();
  await other.getByLabel("Day", { exact: true }).fill("2020-02-03");
  await other.getByRole("button", { name: "Save this day" }).click();
  await expect(other.getByText("Day is over already.")).toBeVisible(soon);
  await other.getByLabel("Day", { exact: true }).fill("2031-03-03");
  await other.getByLabel("That day from").fill("10:00");
  await other.getByLabel("That day to").fill("14:00");
  await other.getByRole("button", { name: "Add a break that day" }).click();
  await other.getByRole("button", { name: "Save this day" }).click();
  await expect(other.locator("[data-day='2031-03-03']")).toContainText("10:00–14:00 · break 13:00–14:00", soon);

  const profile = page.getByRole("form", { name: "Profile" });
  await profile.getByLabel("Commission in %").fill("37,5");
  await profile.getByLabel("Phone").fill("12");
  await profile.getByRole("button", { name: "Save profile" }).click();
  await expect(profile.getByText("Phone is not a phone number.")).toBeVisible();
  await expect(profile.getByLabel("Phone")).toBeFocused();
  const phone = newPhone();
  await profile.getByLabel("Phone").fill(phone);
  await profile.getByRole("button", { name: "Save profile" }).click();
  await expect(profile.getByText("Saved.")).toBeVisible(soon);
  await page.reload();
  await expect(profile.getByLabel("Commission in %")).toHaveValue("37.5");
  await expect(hours.getByLabel("Friday to")).toHaveValue("02:00");

  await page.getByRole("button", { name: "Invite to sign in" }).click();
  await expect(page.getByText("Invited as staff")).toBeVisible(soon);
  const guest = await browser.newContext();
  const joining = await guest.newPage();
  await joining.goto(await linkTo(app, phone));
  await joining.getByLabel("Your name").fill("Kerubo Moraa");
  await joining.getByLabel("Choose a password").fill("mango river seven lamps");
  await joining.getByRole("button", { name: "Join", exact: true }).click();
  await joining.waitForURL(`**/dashboard/${app.tenants.amani}`);
  await joining.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "My profile" }).click();
  await expect(joining.getByRole("heading", { level: 1, name: "Kerubo Moraa" })).toBeVisible(soon);
  await expect(joining.getByText("37.5 %")).toBeVisible();

  await page.getByRole("button", { name: "Unlink" }).click();
  await expect(page.getByRole("button", { name: "Invite to sign in" })).toBeVisible(soon);
  await joining.goto(base);
  await expect(joining.getByText("Your login is not linked to a staff profile yet")).toBeVisible(soon);
  await Promise.all([owner!, desk!, guest].map((context) => context.close()));
});

test("who has bookings to come is taken off only after a look at them", async ({ browser, app }) => {
  const context = await signedIn(browser, app, "manager@amani.test");
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}/staff`);
  await page.getByRole("link", { name: /Fatuma Hassan/ }).click();
  await page.getByRole("button", { name: "Deactivate" }).click();
  const look = page.getByRole("dialog");
  await expect(look.getByRole("heading", { name: /bookings? (is|are) affected/ })).toBeVisible(soon);
  await expect(look.getByRole("listitem").first()).toContainText(/with .*Fatuma Hassan/);
  await look.getByRole("button", { name: "Leave it as it is" }).click();
  await expect(page.getByText("Customers can choose them.")).toBeVisible();
  await page.getByRole("button", { name: "Deactivate" }).click();
  await look.getByRole("button", { name: "Deactivate anyway" }).click();
  await expect(toasts(page).filter({ hasText: "Fatuma Hassan can no longer be booked" })).toBeVisible(soon);
  const sorting = page.getByRole("dialog", { name: "What becomes of these bookings?" });
  await expect(sorting.getByRole("listitem").first()).toContainText("Fatuma Hassan", soon);
  await sorting.getByRole("button", { name: "Later" }).click();
  await page.getByRole("button", { name: "Make bookable again" }).click();
  await expect(page.getByText("Customers can choose them.")).toBeVisible(soon);
  await context.close();
});

test("somebody who serves has their work in a calendar of their own, by an address that they can end", async ({
  browser,
  app,
}) => {
  const context = await signedIn(browser, app, "staff@amani.test");
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}/staff`);
  const section = page.getByRole("region", { name: "Calendar" });
  await section.getByRole("button", { name: "Make a private address" }).click();
  const address = await section.locator("code").innerText();
  const answer = await fetch(address);
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  expect(await answer.text()).toContain("BEGIN:VEVENT");
  await page.reload();
  await expect(section.locator("code")).toHaveText(address);
  await section.getByRole("button", { name: "Make a new address" }).click();
  await expect(section.locator("code")).not.toHaveText(address);
  expect((await fetch(address)).status).toBe(404);
  await section.getByRole("button", { name: "End it" }).click();
  await expect(section.getByRole("button", { name: "Make a private address" })).toBeVisible(soon);
  await context.close();
});

test("what is added to staff, services and time off is clean for axe, and what is not here is told inside the business", async ({
  browser,
  app,
}) => {
  const context = await signedIn(browser, app, "owner@amani.test");
  const page = await context.newPage();
  const base = `${app.url}/dashboard/${app.tenants.amani}`;
  for (const path of ["staff?add=new", "services?service=new", "time-off?add=new"]) {
    await page.goto(`${base}/${path}`);
    await looksRight(page, path, { anew: true });
  }
  expect((await page.goto(`${base}/nothing-here`))?.status()).toBe(404);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Audit log" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible(soon);
  const what = page.locator('select[name="action"]');
  await expect(what).toBeHidden();
  await page.getByText("Filters").click();
  await expect(what).toBeVisible();
  await context.close();
});

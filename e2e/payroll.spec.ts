import type { Page } from "@playwright/test";
import { noonZone } from "@/db/testing/noon";
import { shiftTo } from "@/lib/bookings/testing/shift-to";
import { localDate } from "@/lib/platform/calendar";
import { withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 10_000 };
const sheet = (page: Page) => page.getByRole("dialog");
const wide = { width: 1_280, height: 900 };
const rail = (page: Page) => page.getByRole("navigation", { name: "Main" }).first();

/** What a visit of `staffId` costs is paid at the till, in cash. */
async function checkOut(app: App, page: Page, { tenantId }: House, bookingId: string) {
  await page.goto(`${app.url}/dashboard/${tenantId}/bookings?view=past&booking=${bookingId}`);
  await sheet(page).getByRole("button", { name: "Check out" }).click();
  await sheet(page).getByLabel("Tip in KES").fill("200");
  await sheet(page).getByRole("button", { name: "Take payment" }).click();
  await sheet(page).getByText("Cash", { exact: true }).click();
  await sheet(page).getByRole("button", { name: "Take KES 1,700" }).click();
}

test("a rate is set, what is paid shows on my day at once, opens down to its sale, is settled, and paid out", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const [me, other] = await Promise.all(
    house.staffIds.slice(0, 2).map((staffId) => addMember(app.database, house.tenantId, "staff", staffId)),
  );
  const made = await book(house, { name: "Atieno Owuor", staffId: house.staffIds[0]! });
  const { id } = (await made.json()) as { id: string };
  await shiftTo(app.sql, house.tenantId, id, -45);
  await app.sql`update bookings set status = 'in_service' where id = ${id}`;
  const zone = noonZone(new Date());
  await app.sql`update tenants set time_zone = ${zone} where id = ${house.tenantId}`;
  const base = `${app.url}/dashboard/${house.tenantId}`;

  const owner = await (await withCookie(browser, app, house.owner.cookie, { viewport: wide })).newPage();
  await owner.goto(base);
  await rail(owner).getByRole("link", { name: "Payroll" }).click();
  await expect(owner.getByText("Nobody has earned anything yet")).toBeVisible(soon);
  await owner.getByRole("link", { name: "Set rates" }).click();
  const rate = owner.getByRole("form", { name: "Rate" });
  await rate.getByLabel("Percent").fill("40");
  await expect(rate.getByText(/^Of KES [\d,.]+ for .* it is KES/)).toBeVisible();
  await rate.getByLabel("Percent").fill("140");
  await rate.getByRole("button", { name: "Set the rate" }).click();
  await expect(rate.getByText(/more than all of it/)).toBeVisible(soon);
  await rate.getByLabel("Percent").fill("40");
  await rate.getByRole("button", { name: "Set the rate" }).click();
  await expect(owner.getByRole("list", { name: "Everybody without a rate of their own" })).toContainText("40%", soon);
  await looksRight(owner, "payroll-rates", { anew: true });
  await owner.setViewportSize(wide);

  // On the phone of whoever served, it grows as soon as it is paid: 40 % of 1,500, and the tip.
  const mine = await (await withCookie(browser, app, me!.cookie, { viewport: { width: 360, height: 740 } })).newPage();
  await mine.goto(`${base}/my-day`);
  const earned = mine.getByRole("region", { name: "Earned today" });
  await expect(earned).toContainText("KES 0", soon);
  const desk = await addMember(app.database, house.tenantId, "front_desk");
  const till = await (await withCookie(browser, app, desk.cookie)).newPage();
  await checkOut(app, till, house, id);
  await expect(earned).toContainText("KES 800", { timeout: 3_000 });
  await earned.locator("summary").click();
  await expect(earned.getByRole("listitem").filter({ hasText: "Tip" })).toContainText("KES 200");
  await looksRight(mine, "my-day-earned");
  const [own, theirs] = await Promise.all(
    [me!, other!].map(async ({ cookie }) =>
      (await fetch(`${app.url}/api/dashboard/${house.tenantId}/me/earnings`, { headers: { cookie } })).json(),
    ),
  );
  expect(own).toMatchObject({ commissionMinor: 60_000, tipsMinor: 20_000 });
  expect(theirs).toMatchObject({ commissionMinor: 0, tipsMinor: 0, lines: [] });
  // Neither whoever takes the money nor whoever earns it is let in.
  for (const page of [mine, till]) expect((await page.goto(`${base}/payroll`))!.status()).toBe(404);

  await rail(owner).getByRole("link", { name: "Payroll" }).click();
  const people = owner.getByRole("list", { name: "People" });
  await expect(people).toContainText("Commission KES 600 + tips KES 200", soon);
  await looksRight(owner, "payroll", { anew: true });
  await owner.setViewportSize(wide);
  await people.getByRole("link").click();
  await owner.waitForURL("**/payroll/person/**");
  await owner
    .getByRole("button", { name: /, sale 1$/ })
    .first()
    .click();
  await expect(sheet(owner)).toContainText("KES 1,700", soon);
  await owner.goBack();
  await owner.getByRole("button", { name: "Give an advance" }).click();
  const advance = owner.getByRole("form", { name: "Advance" });
  await advance.getByLabel("Amount in KES").fill("300");
  await advance.getByLabel("Paid from").selectOption("cash");
  await advance.getByRole("button", { name: "Give it" }).click();
  await expect(advance.getByText("The cash drawer is closed.", { exact: false })).toBeVisible(soon);
  await advance.getByLabel("Paid from").selectOption("elsewhere");
  await advance.getByRole("button", { name: "Give it" }).click();
  await expect(owner.getByRole("region", { name: "Sum" })).toContainText(/To pay so far\s*KES 500/, soon);
  await looksRight(owner, "payroll-person", { anew: true });
  await owner.setViewportSize(wide);

  await owner.goto(`${base}/payroll?to=${localDate(new Date(), zone)}`);
  await owner.getByRole("button", { name: "Settle these days" }).click();
  await owner.getByRole("button", { name: "Settle it" }).click();
  await owner.waitForURL(/\/payroll\/[0-9a-f-]{36}$/);
  await expect(owner.getByText("Nothing of it changes any more.", { exact: false })).toBeVisible(soon);
  await looksRight(owner, "payroll-period", { anew: true });
  await owner.setViewportSize(wide);
  await owner.getByRole("list", { name: "People" }).getByRole("link").click();
  const file = await owner.request.get(
    app.url + (await owner.getByRole("link", { name: "Payslip as a file" }).getAttribute("href"))!,
  );
  expect([file.headers()["content-type"], (await file.body()).subarray(0, 5).toString()]).toEqual([
    "application/pdf",
    "%PDF-",
  ]);
  await owner.getByRole("form", { name: "Pay out" }).getByLabel("Reference").fill("Bank 17");
  await owner.getByRole("button", { name: "It is paid" }).click();
  await expect(owner.getByText(/Paid from elsewhere.*Bank 17/)).toBeVisible(soon);
  await owner.reload();
  await expect(owner.getByText(/Paid from elsewhere.*Bank 17/)).toBeVisible(soon);
  await looksRight(owner, "payslip", { anew: true });
  // Whose it is has it on their own phone; nobody else can have it.
  await mine.goto(`${base}/my-day`);
  await earned.locator("summary").click();
  const mySlip = (await earned.getByRole("link", { name: /^Payslip/ }).getAttribute("href"))!;
  const got = async (cookie: string) => (await fetch(app.url + mySlip, { headers: { cookie } })).status;
  expect([await got(me!.cookie), await got(other!.cookie), await got(desk.cookie)]).toEqual([200, 404, 404]);
  await Promise.all([owner, mine, till].map((page) => page.context().close()));
});

import type { Browser, Page } from "@playwright/test";
import { noonZone } from "@/db/testing/noon";
import { shiftTo } from "@/lib/bookings/testing/shift-to";
import { newPhone } from "./support/api";
import { toasts, withCookie } from "./support/dashboard";
import { addMember, type Member } from "./support/house";
import { looksRight } from "./support/looks";
import { messageTo } from "./support/outbox";
import { expect, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 10_000 };
const sheet = (page: Page) => page.getByRole("dialog");
/** A business where it is noon: its day is long before and after. */
const atNoon = (app: App, { tenantId }: { tenantId: string }) =>
  app.sql`update tenants set time_zone = ${noonZone(new Date())} where id = ${tenantId}`;
const till = (app: App, { tenantId }: { tenantId: string }, path = "") =>
  `${app.url}/dashboard/${tenantId}/till${path}`;

const pageOf = async (browser: Browser, app: App, { cookie }: Member) =>
  (await withCookie(browser, app, cookie)).newPage();

/** Something of the list sold to somebody who walked in, up to where it is paid. */
async function sell(page: Page, what: RegExp) {
  await page.getByRole("button", { name: "New sale" }).first().click();
  const list = sheet(page).getByLabel("Add a service or product");
  const option = list.locator("option", { hasText: what });
  await list.selectOption(await option.getAttribute("value"));
  await sheet(page).getByRole("button", { name: "Take payment" }).click();
  await expect(sheet(page).getByTestId("left-to-pay")).toBeVisible(soon);
}

test("a booking is checked out: tip and discount, card and cash with change, a receipt on paper, as a file and by SMS", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const made = await book(house, { name: "Atieno Owuor", staffId: house.staffIds[0]! });
  const { id } = (await made.json()) as { id: string };
  await shiftTo(app.sql, house.tenantId, id, -45);
  await app.sql`update bookings set status = 'in_service' where id = ${id}`;
  await atNoon(app, house);
  const desk = await addMember(app.database, house.tenantId, "front_desk");
  const page = await pageOf(browser, app, desk);
  const other = await pageOf(browser, app, house.owner);
  await other.goto(till(app, house));
  await expect(other.getByText("Nothing sold yet today")).toBeVisible(soon);
  await looksRight(other, "till-empty");
  await page.goto(`${app.url}/dashboard/${house.tenantId}/bookings?view=past&booking=${id}`);
  await sheet(page).getByRole("button", { name: "Check out" }).click();
  await expect(sheet(page).getByTestId("basket-total")).toHaveText("KES 1,500", soon);
  await sheet(page).getByLabel("Tip in KES").fill("200");
  await sheet(page).getByRole("button", { name: "Discount" }).click();
  await sheet(page).getByLabel("Discount", { exact: true }).fill("20");
  await sheet(page).getByRole("button", { name: "Take payment" }).click();
  await expect(sheet(page).getByText("Say why.")).toBeVisible(soon);
  await sheet(page).getByLabel("Why it is let off").fill("Waited long");
  await sheet(page).getByRole("button", { name: "Take payment" }).click();
  await expect(sheet(page).getByText("10 percent at most")).toBeVisible(soon);
  await sheet(page).getByLabel("Discount", { exact: true }).fill("10");
  await looksRight(page, "till-basket");
  await page.setViewportSize({ width: 1280, height: 800 });
  await sheet(page).getByRole("button", { name: "Take payment" }).click();

  await expect(sheet(page).getByTestId("left-to-pay")).toHaveText("KES 1,550", soon);
  await sheet(page).getByText("Card", { exact: true }).click();
  await sheet(page).getByLabel("Amount in KES").fill("550");
  await sheet(page).getByLabel("Code on the slip").fill("4411");
  await sheet(page).getByRole("button", { name: "Take KES 550" }).click();
  await expect(sheet(page).getByTestId("left-to-pay")).toHaveText("KES 1,000", soon);
  // The other screen follows.
  await expect(other.getByText("KES 1,000 left")).toBeVisible(soon);
  await looksRight(page, "till-pay");
  await page.setViewportSize({ width: 1280, height: 800 });
  // What is open survives a reload.
  await page.reload();
  await expect(sheet(page).getByTestId("left-to-pay")).toHaveText("KES 1,000", soon);
  await sheet(page).getByText("Cash", { exact: true }).click();
  await sheet(page).getByLabel("Cash handed over, in KES").fill("1,200");
  await sheet(page).getByRole("button", { name: "Take KES 1,000, give KES 200 back" }).click();
  await expect(sheet(page).getByTestId("change")).toHaveText("Give KES 200 change", soon);
  await expect(other.getByRole("region", { name: "Done today" })).toContainText("Atieno Owuor", soon);
  await looksRight(page, "till-done");
  await page.setViewportSize({ width: 1280, height: 800 });

  await sheet(page).getByRole("button", { name: "Send by SMS" }).click();
  const phone = newPhone();
  await sheet(page).getByLabel("Phone").fill(phone);
  await sheet(page).getByRole("button", { name: "Send it" }).click();
  await expect(toasts(page).filter({ hasText: "The receipt is on its way" })).toHaveCount(1, soon);
  const link = /\/r\/[\w-]+/.exec((await messageTo(app, phone, /\/r\//)).body)![0];

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto(app.url + link);
  await expect(visitor.getByRole("heading", { name: "Payment receipt" })).toBeVisible();
  await expect(visitor.locator("main")).toContainText(/Discount\s*-KES 150/);
  await expect(visitor.locator("main")).toContainText(/Card 4411\s*KES 550/);
  await expect(visitor.locator("main")).toContainText(/Change\s*KES 200/);
  await expect(visitor.locator("main")).toContainText("Paid in full");
  await expect(visitor.locator("body")).not.toContainText(/invoice/i);
  for (const [size, words] of [
    ["58", "58 mm"],
    ["80", "80 mm"],
    ["a4", "A4"],
  ] as const) {
    await visitor.getByRole("link", { name: words }).click();
    await expect(visitor.locator(`main[data-size="${size}"]`)).toBeVisible();
    await visitor.emulateMedia({ media: "print" });
    await expect(visitor.getByRole("navigation")).toBeHidden();
    await visitor.emulateMedia({ media: "screen" });
    const file = await visitor.request.get(`${app.url}${link}/receipt.pdf?size=${size}`);
    expect(file.headers()["content-type"]).toBe("application/pdf");
    expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
  }
  const known = await other.context().newPage();
  await known.goto(app.url + link);
  await looksRight(known, "till-receipt");
  const none = await visitor.goto(`${app.url}/r/made-up`);
  expect(none!.status()).toBe(404);
  await Promise.all([page, other, visitor].map((one) => one.context().close()));
});

test("money goes back when an owner says so and shows who they are; the desk asks, staff are not let in", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  await atNoon(app, house);
  const page = await pageOf(browser, app, await addMember(app.database, house.tenantId, "front_desk"));
  await page.goto(till(app, house));
  await sell(page, /Cut/);
  await sheet(page).getByRole("button", { name: "Take KES 1,500" }).click();
  await expect(sheet(page).getByText("Paid", { exact: true })).toBeVisible(soon);
  await sheet(page).getByRole("button", { name: "Give money back" }).click();
  await sheet(page).getByLabel("Amount in KES").fill("2000");
  await sheet(page).getByLabel("Why", { exact: true }).fill("Cut too short");
  await sheet(page).getByRole("button", { name: "Ask for it" }).click();
  await expect(sheet(page).getByText("Only KES 1,500 can be given back.")).toBeVisible(soon);
  await sheet(page).getByLabel("Amount in KES").fill("500");
  await looksRight(page, "till-refund");
  await page.setViewportSize({ width: 1280, height: 800 });
  await sheet(page).getByRole("button", { name: "Ask for it" }).click();
  await expect(sheet(page).getByText(/waits for an owner/)).toBeVisible(soon);
  await expect(sheet(page).getByRole("button", { name: "Approve" })).toHaveCount(0);

  await app.sql`update sessions set proved_at = now() - interval '11 minutes' where user_id = ${house.owner.userId}`;
  const owner = await pageOf(browser, app, house.owner);
  await owner.goto(till(app, house));
  const asked = owner.getByRole("region", { name: "Asked to give back" });
  await expect(asked).toContainText("KES 500 of sale 1");
  await asked.getByRole("button", { name: "Approve" }).click();
  await expect(owner.getByRole("dialog", { name: "Is it you?" })).toBeVisible(soon);
  await owner.keyboard.press("Escape");
  await expect(asked).toContainText("KES 500 of sale 1");
  await app.sql`update sessions set proved_at = now() where user_id = ${house.owner.userId}`;
  await asked.getByRole("button", { name: "Approve" }).click();
  await expect(asked).toHaveCount(0, soon);
  await expect(owner.getByLabel("Came in")).toContainText(/Cash\s*KES 1,000/, soon);
  await expect(sheet(page).getByText(/owner/)).toBeVisible(soon);

  const staff = await pageOf(browser, app, await addMember(app.database, house.tenantId, "staff", house.staffIds[0]!));
  expect((await staff.goto(till(app, house)))!.status()).toBe(404);
  await staff.goto(`${app.url}/dashboard/${house.tenantId}`);
  await expect(staff.getByRole("link", { name: "Till" })).toHaveCount(0);
  expect((await page.goto(till(app, house, "/close")))!.status()).toBe(404);
  await Promise.all([page, owner, staff].map((one) => one.context().close()));
});

test("the drawer is counted without knowing what there should be, and the day is closed and locked", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  await atNoon(app, house);
  const page = await pageOf(browser, app, await addMember(app.database, house.tenantId, "front_desk"));
  await page.goto(till(app, house));
  await page.getByRole("button", { name: "Open the drawer" }).click();
  await page.getByLabel("In it now, in KES").fill("2000");
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByText("with KES 2,000 in it")).toBeVisible(soon);
  await sell(page, /Cut/);
  await sheet(page).getByRole("button", { name: "Take KES 1,500" }).click();
  await sheet(page).getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Cash in or out" }).click();
  await page.getByLabel("Amount in KES").fill("300");
  await page.getByLabel("What for").fill("Milk and sugar");
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText("Milk and sugar")).toBeVisible(soon);
  // Whoever is to count is told neither the sum nor what it is made of.
  const told = await page.evaluate(
    async (address) => (await fetch(address)).text(),
    `/api/dashboard/${house.tenantId}/till`,
  );
  expect(JSON.parse(told).came.cash).toBeNull();
  expect(told).not.toMatch(/expected/i);
  await expect(page.getByText("told once the drawer is counted")).toBeVisible();

  const owner = await pageOf(browser, app, house.owner);
  await owner.goto(till(app, house));
  await owner.getByRole("link", { name: "Close this day" }).click();
  await expect(owner.getByText("The cash drawer is open.")).toBeVisible(soon);

  await page.getByRole("button", { name: "Count the drawer" }).click();
  await page.getByLabel("Counted, in KES").fill("3,150");
  await looksRight(page, "till-drawer");
  await page.getByRole("button", { name: "That is what is in it" }).click();
  await expect(page.getByText("KES 50 missing")).toBeVisible(soon);
  await expect(page.getByText(/should be KES 3,200/)).toBeVisible();
  await looksRight(page, "till-day");

  await expect(owner.getByText("as the drawer was counted")).toBeVisible(soon);
  await owner.getByLabel("Note").fill("Coins");
  await looksRight(owner, "till-close");
  await owner.getByRole("button", { name: "Close the day" }).click();
  await expect(owner.getByText(/^Closed/).first()).toBeVisible(soon);
  await expect(owner.getByText("KES 50 missing").first()).toBeVisible();
  await looksRight(owner, "till-closed");
  // Nothing more is written for it: what is sold now counts for tomorrow.
  await page.setViewportSize({ width: 1280, height: 800 });
  await sell(page, /Cut/);
  await sheet(page).getByRole("button", { name: "Take KES 1,500" }).click();
  await expect(sheet(page).getByText("Paid", { exact: true })).toBeVisible(soon);
  const days = await app.sql`select count(distinct day)::int as many, bool_or(day > c.closed) as later
    from ledger_transactions, (select max(day) as closed from day_closes where tenant_id = ${house.tenantId}) c
    where tenant_id = ${house.tenantId}`;
  expect(days[0]).toEqual({ many: 2, later: true });
  await Promise.all([page, owner].map((one) => one.context().close()));
});

test("products are sold beside services, at the price and with the tax of the day", async ({ browser, app, house }) => {
  test.slow();
  await atNoon(app, house);
  const owner = await pageOf(browser, app, house.owner);
  await owner.goto(till(app, house, "/products"));
  await expect(owner.getByText("No products yet")).toBeVisible(soon);
  await owner.getByRole("link", { name: "Add product" }).first().click();
  await sheet(owner).getByLabel("Name").fill("Shea butter");
  await sheet(owner).getByLabel("Price in KES").fill("abc");
  await sheet(owner).getByRole("button", { name: "Save" }).click();
  await expect(sheet(owner).getByText(/The price .*amount/)).toBeVisible(soon);
  await sheet(owner).getByLabel("Price in KES").fill("1,160");
  await sheet(owner).getByRole("button", { name: "Save" }).click();
  await expect(owner.getByRole("list", { name: "Products" })).toContainText("Shea butter", soon);
  await owner.getByLabel("Percent in the prices").fill("16");
  await owner.getByRole("button", { name: "Save", exact: true }).click();
  await expect(owner.getByText("Saved.")).toBeVisible(soon);
  await looksRight(owner, "till-products");
  await owner.setViewportSize({ width: 1280, height: 800 });
  await owner.getByRole("navigation", { name: "Till" }).getByRole("link", { name: "Sales" }).click();
  await sell(owner, /Shea butter/);
  await sheet(owner).getByRole("button", { name: "Change what is sold" }).click();
  await sheet(owner).getByRole("button", { name: "One Shea butter more" }).click();
  await sheet(owner).getByRole("button", { name: "Save" }).click();
  await expect(sheet(owner).getByTestId("left-to-pay")).toHaveText("KES 2,320", soon);
  await sheet(owner).getByRole("button", { name: "Void the sale" }).click();
  await sheet(owner).getByLabel("Why it is void").fill("Changed her mind");
  await sheet(owner).getByRole("button", { name: "Void it" }).click();
  await expect(owner.getByRole("region", { name: "Done today" })).toContainText("void", soon);
  await sell(owner, /Shea butter/);
  await sheet(owner).getByRole("button", { name: "Take KES 1,160" }).click();
  await expect(sheet(owner).getByText("KES 160 in it")).toBeVisible(soon);
  await owner.context().close();
});

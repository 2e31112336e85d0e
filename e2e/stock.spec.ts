import type { Page } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 10_000 };
const sheet = (page: Page) => page.getByRole("dialog");
const phone = { width: 360, height: 740 };
const wide = { width: 1_280, height: 800 };

type Put = { units?: number; costMinor?: number; level?: number | null; unit?: string };

/** A product that is counted, with so many of it there. */
async function onShelf(app: App, tenantId: string, name: string, put: Put = {}): Promise<string> {
  const { units = 0, costMinor = 0, level = null, unit = "piece" } = put;
  const id = await sold(app, tenantId, name);
  await app.sql`insert into stock_items (tenant_id, product_id, unit, reorder_level, on_hand, value_minor, last_cost_minor, last_units)
    values (${tenantId}, ${id}, ${unit}, ${level}, ${units}, ${costMinor}, ${costMinor}, ${Math.max(units, 1)})`;
  if (units > 0)
    await app.sql`insert into stock_movements (tenant_id, id, product_id, reason, change, cost_minor, on_hand_after, below,
        source, at, day)
      values (${tenantId}, ${newId()}, ${id}, 'received', ${units}, ${costMinor}, ${units}, false, ${`received ${id}`}, now(),
        '2026-01-05')`;
  return id;
}
async function sold(app: App, tenantId: string, name: string): Promise<string> {
  const id = newId();
  await app.sql`insert into products (tenant_id, id, name, price_minor, currency)
    values (${tenantId}, ${id}, ${name}, 140000, 'KES')`;
  return id;
}

test("the desk counts the shelf on a phone, blind, through a reload and without a network; the owner sees what is missing", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const { tenantId } = house;
  await onShelf(app, tenantId, "Argan oil", { units: 10, costMinor: 100_000 });
  await onShelf(app, tenantId, "Shea butter", { units: 6, costMinor: 6_000 });
  await onShelf(app, tenantId, "Wax", { units: 400, costMinor: 8_000, unit: "g" });
  const base = `${app.url}/dashboard/${tenantId}`;
  const owner = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await owner.goto(`${base}/stock/counts`);
  await expect(owner.getByText("Nothing has been counted yet")).toBeVisible(soon);
  const desk = await addMember(app.database, tenantId, "front_desk");
  const page = await (await withCookie(browser, app, desk.cookie, { viewport: phone })).newPage();
  await page.goto(base);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Stock" }).click();
  await expect(page.getByRole("list", { name: "On the shelf" })).toContainText("10 left", soon);
  await page.getByRole("button", { name: "Count", exact: true }).click();
  await page.waitForURL("**/stock/counts/*");
  await expect(page.getByText("0 of 3 counted")).toBeVisible(soon);
  const field = (name: string) => page.getByRole("textbox", { name });
  await field("Argan oil").fill("8");
  await field("Argan oil").press("Enter");
  await expect(field("Shea butter")).toBeFocused();
  await expect(page.getByText("1 of 3 counted")).toBeVisible(soon);
  await expect(owner.getByText("Open: 1 counted")).toBeVisible(soon);
  // Half typed, and the phone is put away.
  await field("Wax").fill("400");
  await page.reload();
  await expect(page.getByText("2 of 3 counted")).toBeVisible(soon);
  await expect(field("Wax")).toHaveValue("400");
  await expect(field("Argan oil")).toHaveValue("8");
  await page.context().setOffline(true);
  await field("Shea butter").fill("6");
  await field("Shea butter").blur();
  await expect(page.getByText("That did not reach the server.", { exact: false })).toBeVisible(soon);
  await expect(field("Shea butter")).toHaveValue("6");
  await page.context().setOffline(false);
  await expect(page.getByText("3 of 3 counted")).toBeVisible(soon);
  await field("Shea butter").fill("six");
  await field("Shea butter").blur();
  await expect(page.getByText("Shea butter is not a whole number.")).toBeVisible(soon);
  await field("Shea butter").fill("6");
  await field("Shea butter").blur();
  await expect(page.getByText("Shea butter is not a whole number.")).toBeHidden(soon);
  await looksRight(page, "stock-count");
  const told = await page.request.get(page.url().replace("/dashboard/", "/api/dashboard/"));
  expect((await told.json()).lines.map(({ expected }: { expected: unknown }) => expected)).toEqual([null, null, null]);
  await page.setViewportSize(phone);
  await page.getByRole("button", { name: "Finish the count" }).click();
  await page.getByLabel("Note").fill("Month end");
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await expect(page.getByText("1 of 3 different")).toBeVisible(soon);
  const found = page.getByRole("list", { name: "Found" });
  await expect(found).toContainText("8 found, 10 expected");
  await expect(found).not.toContainText("KES");
  await looksRight(page, "stock-counted");
  await expect(owner.getByText("3 counted, 1 different")).toBeVisible(soon);
  await looksRight(owner, "stock-counts");
  await owner.setViewportSize(wide);
  await owner.getByRole("link", { name: /Month end/ }).click();
  await expect(owner.getByRole("list", { name: "Found" })).toContainText("−KES 200", soon);
  await owner.getByRole("link", { name: /Argan oil/ }).click();
  await expect(owner.getByText("8 left")).toBeVisible(soon);
  await expect(owner.getByRole("list", { name: "Movements" })).toContainText("Found by counting: Count");

  // One that was begun in error is thrown away, and changes nothing.
  await page.goto(`${base}/stock`);
  await page.getByRole("button", { name: "Count", exact: true }).click();
  await page.waitForURL("**/stock/counts/*");
  await field("Wax").fill("1");
  await field("Wax").blur();
  await expect(page.getByText("1 of 3 counted")).toBeVisible(soon);
  await page.getByRole("button", { name: "Throw it away" }).click();
  await page.getByRole("button", { name: "Yes, throw it away" }).click();
  await expect(page.getByText("Nothing was counted")).toBeVisible(soon);
  await page.goto(`${base}/stock/counts`);
  await expect(page.getByRole("list", { name: "Counts" }).getByRole("link").first()).toContainText("Thrown away", soon);
  await page.goto(`${base}/stock`);
  await expect(page.getByRole("list", { name: "On the shelf" })).toContainText("400 g left", soon);
  await Promise.all([owner, page].map((one) => one.context().close()));
});

test("a product is tracked, received, broken, runs low and is used by a recipe; stylists see none of it", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const { tenantId } = house;
  const id = await sold(app, tenantId, "Argan oil");
  const base = `${app.url}/dashboard/${tenantId}`;
  const page = await (await withCookie(browser, app, house.owner.cookie, { viewport: wide })).newPage();
  await page.goto(`${base}/stock`);
  await expect(page.getByText("Nothing is counted yet")).toBeVisible(soon);
  await looksRight(page, "stock-empty");
  await page.setViewportSize(wide);
  await page.getByRole("link", { name: "Track a product" }).click();
  await sheet(page).getByLabel("Running low at").fill("5");
  await sheet(page).getByRole("button", { name: "Track it" }).click();
  await expect(page.getByRole("list", { name: "On the shelf" })).toContainText("None left", soon);
  await page.getByRole("link", { name: "Receive" }).click();
  await sheet(page).getByRole("button", { name: "It came in" }).click();
  await expect(sheet(page).getByText("The number is not a whole number.")).toBeVisible(soon);
  await sheet(page).getByLabel("How many came in").fill("12");
  await sheet(page).getByLabel("What it cost in KES").fill("6,000");
  await sheet(page).getByLabel("Note").fill("Slip 7");
  await looksRight(page, "stock-receive");
  await page.setViewportSize(wide);
  await sheet(page).getByRole("button", { name: "It came in" }).click();
  const shelf = page.getByRole("list", { name: "On the shelf" });
  await expect(shelf).toContainText("12 left", soon);
  await expect(shelf).toContainText("KES 6,000");
  await page.getByRole("searchbox", { name: "Search the shelf" }).fill("wax");
  await expect(page.getByText("Nothing on the shelf is called that")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search the shelf" }).fill("argan");
  await page.getByRole("link", { name: /Argan oil/ }).click();
  await page.waitForURL(`**/stock/${id}`);
  await page.getByRole("link", { name: "Broken, used up, put right" }).click();
  await sheet(page).getByLabel("How many").fill("20");
  await sheet(page).getByLabel("Why").fill("The shelf came down");
  await sheet(page).getByRole("button", { name: "Write it down" }).click();
  await expect(sheet(page).getByText("The number is more than there is: 12 left.")).toBeVisible(soon);
  await sheet(page).getByLabel("How many").fill("8");
  await sheet(page).getByRole("button", { name: "Write it down" }).click();
  const movements = page.getByRole("list", { name: "Movements" });
  await expect(movements).toContainText("The shelf came down", soon);
  await expect(movements).toContainText("−KES 4,000");
  await expect(page.getByText("4 left", { exact: false }).first()).toBeVisible();
  await looksRight(page, "stock-product");
  await page.setViewportSize(wide);
  // Told once, and the way from there leads here.
  await page.goto(`${base}/notifications`);
  await page.getByRole("link", { name: /Argan oil is running low/ }).click();
  await page.waitForURL(`**/stock/${id}`);
  await page.goto(`${base}/stock`);
  await page.getByRole("link", { name: /Running low\s*1/ }).click();
  await page.waitForURL("**/stock?low=yes");
  await expect(page.getByRole("list", { name: "On the shelf" })).toContainText("5 or fewer", soon);
  await looksRight(page, "stock-low");
  await page.setViewportSize(wide);

  await page.goto(`${base}/stock/recipes`);
  await page.getByRole("link", { name: /Cut/ }).first().click();
  await sheet(page).getByRole("button", { name: "Add a product" }).click();
  await sheet(page).getByRole("button", { name: "Save" }).click();
  await expect(sheet(page).getByText("The quantity is not a whole number.")).toBeVisible(soon);
  await sheet(page).getByLabel("Pieces").fill("2");
  await looksRight(page, "stock-recipe");
  await page.setViewportSize(wide);
  await sheet(page).getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("list", { name: "Recipes" })).toContainText("2 Argan oil", soon);
  await looksRight(page, "stock-recipes");

  const staff = await addMember(app.database, tenantId, "staff", house.staffIds[0]!);
  const theirs = await (await withCookie(browser, app, staff.cookie)).newPage();
  for (const path of ["stock", `stock/${id}`, "stock/counts", "stock/recipes"]) {
    expect((await theirs.goto(`${base}/${path}`))!.status(), path).toBe(404);
    const api = await theirs.request.get(`${app.url}/api/dashboard/${tenantId}/${path}`);
    expect(api.status(), path).toBe(403);
  }
  await Promise.all([page, theirs].map((one) => one.context().close()));
});

test("the till sells no more than is there, unless an owner says so", async ({ browser, app, house }) => {
  const { tenantId } = house;
  const id = await onShelf(app, tenantId, "Argan oil", { units: 2, costMinor: 2_000 });
  const desk = await addMember(app.database, tenantId, "front_desk");
  const sell = async (cookie: string) => {
    const page = await (await withCookie(browser, app, cookie, { viewport: wide })).newPage();
    await page.goto(`${app.url}/dashboard/${tenantId}/till`);
    await page.getByRole("button", { name: "New sale" }).first().click();
    const list = sheet(page).getByLabel("Add a service or product");
    await list.selectOption(await list.locator("option", { hasText: "Argan oil" }).getAttribute("value"));
    for (let more = 0; more < 2; more++) await sheet(page).getByRole("button", { name: "One Argan oil more" }).click();
    await sheet(page).getByRole("button", { name: "Take payment" }).click();
    await expect(sheet(page).getByText("Only 2 of Argan oil are left.")).toBeVisible(soon);
    return page;
  };
  const theirs = await sell(desk.cookie);
  await expect(sheet(theirs).getByRole("button", { name: "Sell it all the same" })).toHaveCount(0);
  const page = await sell(house.owner.cookie);
  await looksRight(page, "till-too-few");
  await page.setViewportSize(wide);
  await sheet(page).getByRole("button", { name: "Sell it all the same" }).click();
  await expect(sheet(page).getByTestId("left-to-pay")).toBeVisible(soon);
  const [row] = await app.sql`select on_hand from stock_items where product_id = ${id}`;
  expect(row!.on_hand).toBe(-1);
  await page.goto(`${app.url}/dashboard/${tenantId}/stock/${id}`);
  await expect(page.getByRole("list", { name: "Movements" })).toContainText("more than there was", soon);
  await page.getByRole("link", { name: "Sale 1" }).click();
  await page.waitForURL("**/till?checkout=sale:*");
  await Promise.all([page, theirs].map((one) => one.context().close()));
});

import { live, stat, toasts, withCookie } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";
import { inSwahili as sw } from "./support/swahili";

const soon = { timeout: 15_000 };

test("who works in Swahili says so in the profile and reads it everywhere: screens, what happens, what is refused", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const page = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await page.goto(`${app.url}/profile`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("radio", { name: "Kiswahili" }).check();
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByRole("button", { name: sw("Save") }).first()).toBeVisible(soon);
  await expect(page.locator("html")).toHaveAttribute("lang", "sw");

  const today = `${app.url}/dashboard/${house.tenantId}`;
  await page.goto(today);
  await live(page);
  await expect(page.getByRole("link", { name: sw("Calendar"), exact: true }).first()).toBeVisible();
  await expect(page.getByText(sw("Nothing waits for you"))).toBeVisible(soon);
  await book(house, { name: "Zuhura Ali" });
  await expect(toasts(page).filter({ hasText: "Zuhura Ali ameweka miadi ya" })).toBeVisible(soon);
  await expect(stat(page, "newCustomersToday")).toHaveText("1", soon);
  await looksRight(page, "sw-today");
  await page.setViewportSize({ width: 1_280, height: 800 });

  // What is kept in English is read in Swahili, and a fault of the server as well.
  await page.goto(`${today}/notifications`);
  await expect(page.getByText("Zuhura Ali ameweka miadi ya").first()).toBeVisible(soon);
  await page.goto(`${today}/services?service=new`);
  await page.locator('form input[name="name"]').fill("Kusuka nywele");
  await page.getByRole("button", { name: sw("Add service"), exact: true }).click();
  await expect(page.getByText(sw("is not an amount")).first()).toBeVisible(soon);

  // A file is in the language of whoever asks for it.
  const file = `/api/dashboard/${house.tenantId}/reports/profit/export?format=csv`;
  const table = await (await fetch(app.url + file, { headers: { cookie: house.owner.cookie } })).text();
  expect(table).toContain("Kuanzia,Hadi,Mauzo bila VAT na bakshishi");
  await page.context().close();
});

import type { Page } from "@playwright/test";
import { noonZone } from "@/db/testing/noon";
import { shiftTo } from "@/lib/bookings/testing/shift-to";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { newId } from "@/lib/platform/ids";
import { withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";

const monthName = (day: string) =>
  new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(day));

const soon = { timeout: 10_000 };
const sheet = (page: Page) => page.getByRole("dialog");
const wide = { width: 1_280, height: 900 };
const figure = (page: Page, of: string) => page.locator(`[data-stat=${of}]`);

test("what is left of a sale shows at once, agrees with the database, and opens down to the sale and its expense", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const { tenantId } = house;
  const zone = noonZone(new Date());
  const today = localDate(new Date(), zone);
  // Before anybody looks at the house: whoever serves remembers what they have seen of it.
  await app.sql`update tenants set time_zone = ${zone} where id = ${tenantId}`;
  const startsAt = atMinute(addDays(today, 1), 12 * 60, zone).toISOString();
  const made = await book(house, { name: "Atieno Owuor", staffId: house.staffIds[0]!, startsAt });
  const { id } = (await made.json()) as { id: string };
  await shiftTo(app.sql, tenantId, id, -45);
  await app.sql`update bookings set status = 'in_service' where id = ${id}`;
  await app.sql`insert into commission_rates (tenant_id, id, about, kind, rate, from_day)
    values (${tenantId}, ${newId()}, 'services', 'percent', 4000, '2026-01-01')`;
  const base = `${app.url}/dashboard/${tenantId}`;

  const owner = await (await withCookie(browser, app, house.owner.cookie, { viewport: wide })).newPage();
  await owner.goto(base);
  await owner
    .getByRole("navigation", { name: "Main" })
    .first()
    .getByRole("link", { name: "Reports", exact: true })
    .click();
  await owner.getByRole("navigation", { name: "Reports" }).getByRole("link", { name: "Profit", exact: true }).click();
  await expect(owner.getByText("Nothing came or went in these days")).toBeVisible(soon);
  await looksRight(owner, "profit-empty", { anew: true });
  await owner.setViewportSize(wide);

  // The desk takes the money; the owner's screen follows: 1,500 for the work, of which 600 are earned; the tip passes through.
  const desk = await addMember(app.database, tenantId, "front_desk");
  const till = await (await withCookie(browser, app, desk.cookie, { viewport: wide })).newPage();
  await till.goto(`${base}/bookings?view=past&booking=${id}`);
  await sheet(till).getByRole("button", { name: "Check out" }).click();
  await sheet(till).getByLabel("Tip in KES").fill("200");
  await sheet(till).getByRole("button", { name: "Take payment" }).click();
  await sheet(till).getByText("Card", { exact: true }).click();
  await sheet(till).getByRole("button", { name: "Take KES 1,700" }).click();
  await expect(figure(owner, "revenue")).toHaveText("KES 1,500", soon);
  await expect(figure(owner, "profit")).toHaveText("KES 900", soon);

  // And what is spent: with what is for stock on the same list, which is no cost yet.
  await owner.getByRole("link", { name: "Expenses" }).last().click();
  for (const { what, amount, forStock } of [
    { what: "Tokens", amount: "250", forStock: false },
    { what: "Shampoo", amount: "4000", forStock: true },
  ]) {
    await owner.getByRole("link", { name: "Add" }).click();
    const form = owner.getByRole("form", { name: "Expense" });
    await form.getByLabel("Amount in KES").fill(amount);
    await form.getByLabel("What for").fill(what);
    await form.getByLabel("Paid from").selectOption("elsewhere");
    await form.getByText("More: another day, every month").click();
    if (forStock) await form.getByLabel("It is for stock").check();
    await form.getByRole("button", { name: "Save" }).click();
    await expect(owner.getByRole("list", { name: "Expenses" })).toContainText(what, soon);
  }
  await owner.goto(`${base}/reports/profit`);
  await expect(figure(owner, "profit")).toHaveText("KES 650", soon);
  const [row] = await app.sql`select
    (select sum(subtotal_minor - discount_minor - vat_minor) from sales where tenant_id = ${tenantId} and status = 'closed')
    - (select sum(amount_minor) from expenses where tenant_id = ${tenantId} and not for_stock)
    - (select sum(amount_minor) from earnings where tenant_id = ${tenantId} and kind = 'commission') as minor`;
  expect(Number(row!.minor)).toBe(65_000);
  await looksRight(owner, "profit", { anew: true });
  await owner.setViewportSize(wide);
  const file = await owner.request.get(`${app.url}/api/dashboard/${tenantId}/reports/profit/export`);
  expect(await file.text()).toContain(`${today},${today},1500.00,0.00,250.00,600.00,650.00`);

  // Down to its day, and to the sale.
  await owner.getByRole("list", { name: "Day by day" }).getByRole("link").click();
  await expect(owner.getByRole("region", { name: "Expenses" })).toContainText("Tokens", soon);
  await expect(owner.getByRole("region", { name: "Expenses" })).not.toContainText("Shampoo");
  await expect(owner.getByRole("region", { name: "Earnings" })).toContainText("Staff 1");
  await looksRight(owner, "profit-day", { anew: true });
  await owner.setViewportSize(wide);
  await owner.getByRole("button", { name: /^Sale \d+$/ }).click();
  await expect(sheet(owner)).toContainText("KES 1,700", soon);
  await owner.keyboard.press("Escape");
  await owner.getByRole("link", { name: "Last month" }).click();
  await expect(owner.getByText("Nothing came or went in these days")).toBeVisible(soon);
  // A long time stands by its months.
  await owner.goto(`${base}/reports/profit?from=${addDays(today, -100)}&to=${today}`);
  const months = owner.getByRole("list", { name: "Month by month" });
  await expect(months).toContainText("KES 650", soon);
  await expect(months).toContainText(monthName(today));
  await owner.goto(`${base}/reports/profit?from=2026-02-01&to=2026-01-01`);
  await expect(owner.getByText("Those are no days we can add up", { exact: false })).toBeVisible(soon);
  expect((await till.goto(`${base}/reports/profit`))!.status()).toBe(404);
  await Promise.all([owner, till].map((one) => one.context().close()));
});

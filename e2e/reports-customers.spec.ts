import type { Page } from "@playwright/test";
import { noonZone } from "@/db/testing/noon";
import { shiftTo } from "@/lib/bookings/testing/shift-to";
import { localDate } from "@/lib/platform/calendar";
import { newId } from "@/lib/platform/ids";
import { withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";

const soon = { timeout: 10_000 };
const wide = { width: 1_280, height: 900 };
const figure = (page: Page, of: string) => page.locator(`[data-stat=${of}]`);

test("customers and bookings in numbers: from the shell to the number, to its rows, to a file, and for nobody else", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const { tenantId } = house;
  const zone = noonZone(new Date());
  const today = localDate(new Date(), zone);
  const made = await book(house, { name: "Atieno Owuor", staffId: house.staffIds[0]! });
  const { id } = (await made.json()) as { id: string };
  await shiftTo(app.sql, tenantId, id, -120);
  await app.sql`update bookings set status = 'completed' where id = ${id}`;
  await app.sql`update tenants set time_zone = ${zone} where id = ${tenantId}`;
  await app.sql`insert into visits (tenant_id, id, booking_id, customer_id, started_at, completed_at, total_minor, paid_minor, currency)
    select tenant_id, ${newId()}, id, customer_id, starts_at, ends_at, 150000, 150000, 'KES' from bookings where id = ${id}`;
  const base = `${app.url}/dashboard/${tenantId}`;

  const owner = await (await withCookie(browser, app, house.owner.cookie, { viewport: wide })).newPage();
  await owner.goto(base);
  await owner
    .getByRole("navigation", { name: "Main" })
    .first()
    .getByRole("link", { name: "Reports", exact: true })
    .click();
  const tabs = owner.getByRole("navigation", { name: "Reports" });
  await tabs.getByRole("link", { name: "Customers" }).click();
  await expect(figure(owner, "visitors")).toHaveText(/^1/, soon);
  await expect(figure(owner, "first_time")).toHaveText(/^1/);
  await expect(figure(owner, "average")).toHaveText(/^KES 1,500/);
  await looksRight(owner, "reports-customers", { anew: true });
  await owner.setViewportSize(wide);

  // The number opens to whom it counts, and those beside it to theirs.
  await figure(owner, "visitors").getByRole("link").click();
  await expect(owner.getByRole("list", { name: "Were here" })).toContainText("Atieno Owuor", soon);
  await owner.getByRole("link", { name: "Were here before" }).click();
  await expect(owner.getByText("Nobody", { exact: true })).toBeVisible(soon);
  await owner.getByRole("main").getByRole("link", { name: "Customers", exact: true }).last().click();

  // The days stay from one report to the other.
  await owner.getByRole("navigation", { name: "Period" }).getByRole("link", { name: "7 days" }).click();
  await expect(owner).toHaveURL(/period=7d/, soon);
  await tabs.getByRole("link", { name: "Operations" }).click();
  await expect(owner).toHaveURL(/operations\?period=7d/, soon);
  await expect(figure(owner, "converted")).toHaveText(/^100%/, soon);
  await expect(figure(owner, "sold")).toHaveText(/%/);
  await looksRight(owner, "reports-operations", { anew: true });
  await owner.setViewportSize(wide);
  // Time opens to days and people, and a square of the week to its bookings.
  await figure(owner, "sold").getByRole("link").click();
  await expect(owner.getByRole("region", { name: "Person by person" }).getByRole("link")).not.toHaveCount(0, soon);
  await looksRight(owner, "reports-time", { anew: true });
  await owner.setViewportSize(wide);
  await owner.getByRole("navigation", { name: "Beside it" }).getByRole("link", { name: "On sale" }).click();
  await expect(owner.getByRole("heading", { name: /^On sale, / })).toBeVisible(soon);
  await owner.getByRole("main").getByRole("link", { name: "Operations", exact: true }).last().click();
  const busy = owner.getByRole("region", { name: "When the house is busy" });
  await busy.getByText("As a table").click();
  await busy.getByRole("table").getByRole("link").first().click();
  await expect(owner.getByRole("main")).toContainText("Atieno Owuor", soon);
  await owner.goBack();
  await owner.getByRole("link", { name: /^Joined the waitlist/ }).click();
  await expect(owner.getByRole("heading", { name: /^Joined the waitlist, / })).toBeVisible(soon);
  await looksRight(owner, "reports-brought", { anew: true });
  await owner.setViewportSize(wide);
  await owner.getByRole("main").getByRole("link", { name: "Operations", exact: true }).last().click();
  await owner.getByRole("region", { name: "Busiest hours" }).getByRole("link").first().click();
  await expect(owner.getByRole("main")).toContainText("Atieno Owuor", soon);
  await expect(owner.getByRole("main")).toContainText("Completed");

  const api = `${app.url}/api/dashboard/${tenantId}/analytics`;
  const days = `from=${today}&to=${today}`;
  const csv = await owner.request.get(`${api}/operations/export?format=csv&${days}`);
  expect(await csv.text()).toContain('"Became visits, of those whose time has come",1,100.0,');
  const sheet = await owner.request.get(`${api}/occupancy/export?format=xlsx&${days}`);
  expect((await sheet.body()).subarray(0, 2).toString()).toBe("PK");
  const paper = await owner.request.get(`${api}/customers/export?format=pdf&compare=before&${days}`);
  expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");

  for (const role of ["front_desk", "staff"] as const) {
    const other = await addMember(app.database, tenantId, role);
    const page = await (await withCookie(browser, app, other.cookie)).newPage();
    expect((await page.goto(`${base}/reports/customers`))!.status()).toBe(404);
    expect((await page.goto(`${base}/reports/operations/rows?of=made`))!.status()).toBe(404);
    expect((await page.request.get(`${api}/customers`)).status()).toBe(403);
    await page.context().close();
  }
  await owner.context().close();
});

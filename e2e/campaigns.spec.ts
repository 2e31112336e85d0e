import type { Page } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { withCookie } from "./support/dashboard";
import { addMember, type openHouse } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";

const soon = { timeout: 20_000 };
const phone = { width: 360, height: 740 };
type Sql = Parameters<Parameters<typeof test>[2]>[0]["app"]["sql"];
type House = Awaited<ReturnType<typeof openHouse>>;

/** VIPs, of whom every tenth has said nothing of offers. */
async function people(sql: Sql, { tenantId }: House, many: number): Promise<void> {
  // Never at night here, whenever this runs.
  await sql`insert into message_settings ${sql({ tenant_id: tenantId, quiet_from: 0, quiet_until: 0, updated_at: new Date() })}
    on conflict (tenant_id) do update set quiet_from = 0, quiet_until = 0`;
  for (let n = 0; n < many; n++) {
    const id = newId();
    await sql`insert into customers (tenant_id, id, name, phone, status)
      values (${tenantId}, ${id}, ${`Wanjiru ${n}`}, ${`+2547${String(20_000_000 + Math.floor(Math.random() * 7e7))}`}, 'vip')`;
    if (n % 10 !== 0)
      await sql`insert into consents (tenant_id, id, customer_id, purpose, channel, granted, wording, source)
        values (${tenantId}, ${newId()}, ${id}, 'marketing', 'any', true, 'marketing-1', 'portal')`;
  }
}

const preview = (page: Page) => page.getByRole("complementary", { name: "Preview" });
const progress = (page: Page) => page.getByRole("region", { name: "Progress" });
async function openCampaigns(page: Page, base: string): Promise<void> {
  await page.goto(base);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Campaigns" }).click();
}

test("from a group to sent, on a phone: what it will be is seen before, and how it goes before one’s eyes; not for desk and staff", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  await people(app.sql, house, 30);
  const base = `${app.url}/dashboard/${house.tenantId}`;
  const manager = await addMember(app.database, house.tenantId, "manager");
  const page = await (await withCookie(browser, app, manager.cookie, { viewport: phone })).newPage();
  await openCampaigns(page, base);
  await expect(page.getByText("No campaign yet")).toBeVisible(soon);
  await looksRight(page, "campaigns-empty", { anew: true });
  await page.setViewportSize(phone);
  await page.goto(`${base}/customers/groups`);
  await page.getByRole("link", { name: "Write to VIP" }).click();
  await expect(page.getByLabel("Group of customers")).toHaveValue("vip");
  await expect(preview(page).getByRole("status")).toHaveText("27 of 30 customers get it", soon);
  await expect(preview(page)).toContainText("Have not said yes to offers3");
  await page.getByLabel("Name of the campaign").fill("News of December");
  await page.getByLabel("Text", { exact: true }).fill("Hi {frist name}, we have news.");
  await expect(preview(page)).toContainText("It can be shown once the text is right.", soon);
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByText("The text has {frist name}, which stands for nothing.", { exact: false })).toBeVisible(
    soon,
  );
  await page.getByLabel("Text", { exact: true }).fill("Hi {first name}, we have news.");
  await expect(preview(page)).toContainText("Hi Wanjiru, we have news.", soon);
  await looksRight(page, "campaign-new");
  await page.setViewportSize(phone);
  await page.getByLabel("Name of the campaign").press("Enter");
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByText(/^Send to 27 of 30 customers, about KES .*\?$/)).toBeVisible(soon);
  await page.getByRole("button", { name: "Not yet" }).click();
  await expect(page.getByRole("button", { name: "Yes, send it" })).toHaveCount(0);
  const [before] = await app.sql`select count(*)::int as n from campaigns where tenant_id = ${house.tenantId}`;
  expect(before!.n).toBe(0);
  await page.getByRole("button", { name: "Send now" }).click();
  await page.getByRole("button", { name: "Yes, send it" }).click();
  await page.waitForURL(/\/campaigns\/[0-9a-f-]{36}$/);
  // Nobody loads the page again.
  await expect(progress(page).getByRole("status")).toHaveText("27 of 30 in the group have been sent it", soon);
  await expect(progress(page)).toContainText("Sent");
  const [sent] = await app.sql`select count(*)::int as n from messages
    where tenant_id = ${house.tenantId} and template = 'campaign' and status = 'sent'`;
  expect(sent!.n).toBe(27);
  await page.getByLabel("Show").selectOption("held");
  await expect(page.getByRole("list", { name: "Customers in the group" }).getByRole("listitem")).toHaveCount(3, soon);
  await looksRight(page, "campaign-sent", { anew: true });
  await page.setViewportSize(phone);
  await page.getByRole("link", { name: "Automatic messages" }).click();
  await page.getByLabel("Write to customers who stay away").click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Looks next on/)).toBeVisible(soon);
  await looksRight(page, "campaigns-automatic", { anew: true });
  for (const role of ["front_desk", "staff"] as const) {
    const { cookie } = await addMember(app.database, house.tenantId, role);
    const theirs = await (await withCookie(browser, app, cookie)).newPage();
    expect((await theirs.goto(`${base}/campaigns`))!.status()).toBe(404);
    expect((await theirs.request.get(`${app.url}/api/dashboard/${house.tenantId}/campaigns`)).status()).toBe(403);
    await theirs.context().close();
  }
  await page.context().close();
});

test("one that waits for its time is cancelled, and nobody is written to", async ({ browser, app, house }) => {
  await people(app.sql, house, 3);
  const base = `${app.url}/dashboard/${house.tenantId}`;
  const page = await (await withCookie(browser, app, house.owner.cookie, { viewport: phone })).newPage();
  await page.goto(`${base}/campaigns/new?segment=vip`);
  await page.getByLabel("Name of the campaign").fill("Later");
  await page.getByLabel("Later").check();
  await page.getByRole("textbox", { name: "Day" }).fill("2031-03-03");
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await page.getByRole("button", { name: "Yes, schedule it" }).click();
  await expect(progress(page)).toContainText("Goes out Mon 3 Mar", soon);
  await page.getByRole("button", { name: "Cancel the campaign" }).click();
  await page.getByRole("button", { name: "Yes, cancel it" }).click();
  await expect(progress(page)).toContainText("Cancelled", soon);
  await expect(page.getByRole("button", { name: "Cancel the campaign" })).toHaveCount(0);
  await page.getByRole("link", { name: "Campaigns", exact: true }).last().click();
  await expect(page.getByRole("list", { name: "Campaigns" }).getByRole("listitem")).toContainText("Cancelled", soon);
  const [none] = await app.sql`select count(*)::int as n from messages where tenant_id = ${house.tenantId}`;
  expect(none!.n).toBe(0);
  await page.context().close();
});

import { newId } from "@/lib/platform/ids";
import { boss } from "./support/applicants";
import { live, signedIn, toasts } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";

const soon = { timeout: 15_000 };

test("an admin helps one business: its bookings, customers, services and messages, and it reads that they looked", async ({
  browser,
  app,
  house,
  book,
}) => {
  await book(house, { name: "Akoth Odera" });
  const [tenant] = await app.sql<{ name: string }[]>`select name from tenants where id = ${house.tenantId}`;
  const context = await signedIn(browser, app, boss);
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/tenants`);
  await page.getByLabel("Name, address, phone or e-mail").fill(tenant!.name);
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("list", { name: "Businesses" }).getByRole("link", { name: tenant!.name }).first().click();
  await page.waitForURL(`**/admin/tenants/${house.tenantId}`);
  const tab = (name: string) => page.getByRole("navigation", { name: tenant!.name }).getByRole("link", { name });
  await tab("Bookings").click();
  await expect(page.getByRole("list", { name: "Bookings" }).getByRole("listitem")).toContainText("Akoth O.", soon);
  await expect(page.getByText("Akoth Odera")).toHaveCount(0);
  await tab("Customers").click();
  await expect(page.getByRole("list", { name: "Customers" }).getByRole("listitem")).toContainText("+2547…", soon);
  await tab("Services").click();
  await expect(page.getByRole("list", { name: "Services" })).toContainText("Cut", soon);
  await tab("Messages").click();
  await expect(page.getByRole("list", { name: "Messages" })).toContainText("Booking received", soon);
  await page.reload();
  await expect(page.getByRole("list", { name: "Messages" })).toContainText("Booking received", soon);
  await looksRight(page, "admin-tenant-messages");
  const noted = await app.sql`select after from audit_entries where tenant_id = ${house.tenantId}
    and action = 'tenant.looked' order by at`;
  expect(noted.map(({ after }) => JSON.parse(after).what)).toEqual(["bookings", "customers", "messages"]);
  await context.close();
});

test("what is given up is told at once and tried again; health, messages and the file of businesses", async ({
  browser,
  app,
  house,
}) => {
  const context = await signedIn(browser, app, boss);
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/work`);
  await live(page);
  const id = newId();
  await app.sql`insert into due (tenant_id, id, kind, due_at, payload, created_at)
    values (${house.tenantId}, ${id}, 'unheard_of', now() - interval '2 hours', '{}', now())`;
  // The worker finds it; it is at its last try.
  const key = `${house.tenantId} due ${id}`;
  await expect
    .poll(
      async () =>
        (
          await app.sql`update graphile_worker._private_jobs set attempts = max_attempts - 1, run_at = now()
          where key = ${key} and locked_at is null and attempts < max_attempts returning 1`
        ).length,
      soon,
    )
    .toBe(1);
  const [tenant] = await app.sql<{ slug: string }[]>`select slug from tenants where id = ${house.tenantId}`;
  const stuck = page.getByRole("list", { name: "Stuck work" }).getByRole("listitem").filter({ hasText: tenant!.slug });
  await expect(stuck).toContainText("This version of the program does not know this work", { timeout: 20_000 });
  await stuck.getByRole("button", { name: "Try again" }).click();
  await expect(toasts(page).filter({ hasText: "It is tried again" })).toBeVisible(soon);
  await app.sql`delete from graphile_worker._private_jobs where key = ${key}`;
  await app.sql`update due set done_at = now() where id = ${id}`;

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Health" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Everything runs." })).toBeVisible(soon);
  const open = page.locator("dl > div").filter({ has: page.getByText("Open", { exact: true }) });
  await expect(open.locator("dd")).not.toHaveText("0", soon);
  await looksRight(page, "admin-health");

  await page.goto(`${app.url}/admin/messages?state=failed&channel=nonsense`);
  await expect(page.getByLabel("State")).toHaveValue("failed");
  await page.goto(`${app.url}/admin/tenants?status=active`);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  expect((await saved).suggestedFilename()).toBe("businesses.csv");
  await context.close();
});

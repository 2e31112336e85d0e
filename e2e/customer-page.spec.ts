import { newId } from "@/lib/platform/ids";
import { newPhone } from "./support/api";
import { withCookie } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { enter } from "./support/portal";
import { expect, test } from "./support/realtime";

const soon = { timeout: 15_000 };
const phone = { width: 360, height: 740 };

test("from one page the owner gives points, writes, sees all of it in order, and comes to what they allow", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const { tenantId } = house;
  const [id, twin, number] = [newId(), newId(), newPhone()];
  await app.sql`insert into customers (tenant_id, id, name, phone) values (${tenantId}, ${id}, 'Wairimu Kamau', ${number})`;
  await app.sql`insert into customers (tenant_id, id, name) values (${tenantId}, ${twin}, 'wairimu kamau')`;
  const page = await (await withCookie(browser, app, house.owner.cookie, { viewport: phone })).newPage();
  await page.goto(`${app.url}/dashboard/${tenantId}/customers/${id}`);
  await page.getByRole("link", { name: "Give points" }).click();
  const give = page.getByRole("form", { name: "Give something" });
  await give.getByLabel("How many points").fill("40");
  await give.getByLabel("Why").fill("A wet chair");
  await give.getByRole("button", { name: "Give" }).click();
  await expect(page.getByRole("link", { name: "40 points" })).toBeVisible(soon);
  const happened = page.getByRole("list", { name: "What happened" });
  await expect(happened).toContainText("A wet chair", soon);
  await page.getByRole("link", { name: "Write" }).click();
  await page.getByLabel("Your message").fill("Are you well?");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.waitForURL("**/conversations/*");
  await page.getByRole("link", { name: "Their page" }).click();
  await expect(happened.getByRole("link", { name: "You wrote" })).toBeVisible(soon);
  await expect(page.getByRole("link", { name: "Merge" })).toHaveAttribute("href", new RegExp(`with=${twin}`));
  await page.getByRole("button", { name: "Points", exact: true }).click();
  await expect(happened.getByRole("listitem")).toHaveCount(1, soon);
  await page.getByRole("button", { name: "Everything" }).click();
  await looksRight(page, "customer-page", { anew: true });
  await page.setViewportSize(phone);
  await page.getByRole("button", { name: "More" }).last().click();
  await expect(
    page.getByRole("group", { name: "Customer care" }).getByRole("menuitem", { name: "Reviews" }),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Privacy" }).click();
  await page.waitForURL("**/privacy");
  await page.getByRole("link", { name: "Their page" }).click();
  await page.waitForURL(`**/customers/${id}`);

  // What stands unread is counted in the shell, whatever page is open.
  const portal = await (await browser.newContext({ viewport: phone })).newPage();
  await enter(portal, app, house.slug, number);
  await portal.getByRole("link", { name: "Messages 1 new" }).click();
  await portal.getByLabel("Your message").fill("I am, thank you");
  await portal.getByRole("button", { name: "Send", exact: true }).click();
  await page.setViewportSize({ width: 1_280, height: 800 });
  await expect(page.getByRole("link", { name: "Conversations 1 unread" })).toBeVisible(soon);
  await Promise.all([page, portal].map((one) => one.context().close()));
});

test("the portal has one way to all its corners, in Swahili for who reads it, with what was and the children", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const { tenantId } = house;
  const [id, child, bookingId, number] = [newId(), newId(), newId(), newPhone()];
  await app.sql`insert into customers (tenant_id, id, name, phone, language) values (${tenantId}, ${id}, 'Zawadi', ${number}, 'sw')`;
  await app.sql`insert into customers (tenant_id, id, name, guardian_id) values (${tenantId}, ${child}, 'Amani', ${id})`;
  const at = app.sql`now() - interval '9 days'`;
  await app.sql`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency, booked_as)
    values (${tenantId}, ${bookingId}, ${bookingId.slice(-6)}, ${child}, 'completed', 'desk', ${at}, ${at} + interval '1 hour', 150000, 'KES', '{"name":"Amani"}')`;
  await app.sql`insert into booking_lines (tenant_id, id, booking_id, position, service_id, service_name, staff_id, any_staff, starts_at, ends_at, segments, buffer_before_minutes, buffer_after_minutes, price_minor, currency)
    values (${tenantId}, ${newId()}, ${bookingId}, 0, ${house.serviceIds[0]!}, 'Cut', ${house.staffIds[0]!}, false, ${at}, ${at} + interval '1 hour', '[{"kind":"work","minutes":60}]', 0, 0, 150000, 'KES')`;
  const page = await (await browser.newContext({ viewport: phone })).newPage();
  await enter(page, app, house.slug, number);
  await expect(page).toHaveTitle(/^Miadi yako/);
  await expect(page.getByRole("heading", { name: "Iliyopita" })).toBeVisible();
  await expect(page.getByText("kwa ajili ya Amani")).toBeVisible();
  await expect(page.getByRole("link", { name: "Weka tena vivyo hivyo" })).toHaveAttribute("href", /\/b\/.+\/again$/);
  await looksRight(page, "portal-sw", { anew: true });
  await page.setViewportSize(phone);
  for (const [link, title] of [
    ["Zawadi", "Zawadi zako"],
    ["Ujumbe", "Ujumbe"],
    ["Maoni", "Maoni yako"],
    ["Watoto", "Watoto"],
    ["Wewe", "Taarifa zako"],
  ] as const) {
    await page.getByRole("link", { name: link, exact: true }).click();
    await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible(soon);
    await expect(page.getByRole("link", { name: link, exact: true })).toHaveAttribute("aria-current", "page");
  }
  await expect(page.getByRole("button", { name: "Ondoka kwingine kote" })).toHaveCount(0);
  await looksRight(page, "portal-you-sw", { anew: true });
  await page.setViewportSize(phone);
  await page.getByRole("link", { name: "Miadi", exact: true }).click();
  await page.getByRole("link", { name: "Weka tena vivyo hivyo" }).click();
  await page.waitForURL("**/again");
  await page.context().close();
});

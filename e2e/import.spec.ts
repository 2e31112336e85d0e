import type { Page } from "@playwright/test";
import { addDays, localDate } from "@/lib/platform/calendar";
import { writeCsv } from "@/lib/platform/csv";
import { newPhone } from "./support/api";
import { withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";

const soon = { timeout: 15_000 };
const phone = { width: 360, height: 740 };
const facts = (page: Page) => page.getByRole("definition");

test("a list is looked at, read in before one's eyes and taken back, on a phone; what is wrong comes back as a file", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const base = `${app.url}/dashboard/${house.tenantId}`;
  const manager = await addMember(app.database, house.tenantId, "manager");
  const page = await (await withCookie(browser, app, manager.cookie, { viewport: phone })).newPage();
  await page.goto(base);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Customers" }).click();
  await page.getByRole("navigation", { name: "Customers" }).getByRole("link", { name: "Import" }).click();
  await expect(page.getByText("No list so far")).toBeVisible(soon);
  await looksRight(page, "customers-import", { anew: true });
  await page.setViewportSize(phone);
  const picker = page.getByLabel("List of customers");
  const known = newPhone();
  await app.sql`insert into customers (tenant_id, id, name, phone)
    values (${house.tenantId}, gen_random_uuid(), 'Known before', ${`+254${known.slice(-9)}`})`;
  const people = Array.from({ length: 1_200 }, (_, n) => [
    `Listed ${n}`,
    `0733${String(100_000 + n)}`,
    n === 7 ? "no address" : "",
  ]);
  const list = writeCsv([["Client name", "Cell", "E-mail"], ...people, ["Known", known, ""]]);
  await picker.setInputFiles({ name: "salon.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  // What is called otherwise is said by hand.
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("0");
  await page.getByLabel("Phone").selectOption("1");
  await expect(page.getByText("0733100000 · 0733100001", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Look what would come of it" }).click();
  const plan = page.getByRole("status").filter({ hasText: "would be added" });
  await expect(plan).toContainText(/1199\s*would be added/, soon);
  await expect(plan).toContainText(/1\s*you know already/);
  await expect(page.getByRole("list", { name: "Rows to put right" })).toContainText("Line 9");
  await looksRight(page, "customers-import-plan");
  await page.setViewportSize(phone);
  // Whoever has begun it goes on with something else, and finds it done.
  const under = page.url();
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url() === under),
    page.getByRole("button", { name: "Add 1199 customers" }).click(),
  ]);
  await page.goto(base);
  await expect
    .poll(
      async () => {
        const [{ n } = { n: 0 }] = await app.sql`select count(*)::int as n from customers
          where tenant_id = ${house.tenantId} and name like 'Listed%'`;
        return n;
      },
      { timeout: 60_000 },
    )
    .toBe(1199);
  await page.goto(under);
  await expect(page.getByRole("heading", { name: "Read in", exact: true })).toBeVisible(soon);
  await expect(facts(page).nth(1)).toHaveText("1199");
  const file = page.getByRole("link", { name: "Save these rows as a file" });
  const errors = await page.request.get(new URL((await file.getAttribute("href"))!, app.url).href);
  expect(await errors.text()).toContain(
    "Listed 7,0733100007,no address,Line 9: E-mail “no address” is not an e-mail address",
  );
  await looksRight(page, "customers-import-done", { anew: true });
  await page.setViewportSize(phone);
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.getByRole("button", { name: "Yes, take it back" }).click();
  await expect(page.getByRole("heading", { name: "Taken back" })).toBeVisible(soon);
  const [left] =
    await app.sql`select count(*)::int as n from customers where tenant_id = ${house.tenantId} and name like 'Listed%'`;
  expect(left!.n).toBe(0);
  await page.goto(`${base}/settings/import`);
  await picker.setInputFiles({ name: "photo.csv", mimeType: "text/csv", buffer: Buffer.from([0xff, 0xd8, 0, 1]) });
  await expect(page.getByText("That is not a table we can read.", { exact: false })).toBeVisible(soon);
  // Not for the desk.
  const desk = await addMember(app.database, house.tenantId, "front_desk");
  const theirs = await (await withCookie(browser, app, desk.cookie)).newPage();
  expect((await theirs.goto(`${base}/settings/import`))!.status()).toBe(404);
  await Promise.all([page, theirs].map((one) => one.context().close()));
});

/** A list of a kind, as it is brought on a phone: chosen, looked at, read in. */
async function bring(page: Page, of: { label: string; rows: string[][]; go: string; as?: string }) {
  const file = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(writeCsv(of.rows)) };
  await page.getByLabel(of.label).setInputFiles(file);
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Look what would come of it" }).click();
  await expect(page.getByRole("status").filter({ hasText: "would be added" })).toBeVisible(soon);
  if (of.as) await looksRight(page, of.as);
  await page.setViewportSize(phone);
  await page.getByRole("button", { name: of.go, exact: true }).click();
  await expect(page.getByRole("heading", { name: "Read in", exact: true })).toBeVisible({ timeout: 60_000 });
}

async function takeBack(page: Page) {
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.getByRole("button", { name: "Yes, take it back" }).click();
  await expect(page.getByRole("heading", { name: "Taken back" })).toBeVisible(soon);
}

test("a price list and a calendar from elsewhere come in on a phone, each from where it stands", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const base = `${app.url}/dashboard/${house.tenantId}`;
  const manager = await addMember(app.database, house.tenantId, "manager");
  const page = await (await withCookie(browser, app, manager.cookie, { viewport: phone })).newPage();
  await page.goto(`${base}/services`);
  await page.getByRole("link", { name: "Import" }).click();
  await bring(page, {
    ...{ label: "List of services", go: "Add 2 services", as: "services-import-plan" },
    rows: [
      ["Service name", "Category", "Duration", "Price"],
      ["Locs retwist", "Locs", "1h 30min", "KES 2,500"],
      ["Locs wash", "Locs", "30", "800"],
      ["Locs dream", "Locs", "soon", "800"],
    ],
  });
  await expect(page.getByText("Minutes “soon” are no time like 90 or 1:30")).toBeVisible();
  await takeBack(page);
  await page.goto(`${base}/staff`);
  await page.getByRole("link", { name: "Import" }).click();
  await expect(page.getByText("cannot sign in", { exact: false })).toBeVisible();

  const [who] = await app.sql`select p.name as staff, s.name as service from staff p
    join staff_services x on x.tenant_id = p.tenant_id and x.staff_id = p.id
    join services s on s.tenant_id = x.tenant_id and s.id = x.service_id
    where p.tenant_id = ${house.tenantId} and s.archived_at is null order by p.position limit 1`;
  const day = addDays(localDate(new Date(), "Africa/Nairobi"), 9);
  const row = (name: string, time: string) => [name, newPhone(), who!.service, who!.staff, day, time];
  await page.goto(`${base}/bookings`);
  await page.getByRole("navigation", { name: "Which bookings" }).getByRole("link", { name: "Import" }).click();
  await bring(page, {
    ...{ label: "List of bookings", go: "Add 2 bookings", as: "bookings-import-plan" },
    rows: [
      ["Client", "Phone", "Service", "Stylist", "Date", "Time"],
      row("Brought Along", "10:00"),
      row("Over Another", "10:05"),
      row("Brought Later", "15:00"),
    ],
  });
  await expect(page.getByText("That time is taken: it would lie over another booking")).toBeVisible();
  const booked = () => app.sql`select b.status from bookings b where b.tenant_id = ${house.tenantId}
    and b.booked_as->>'name' like 'Brought%' order by b.starts_at`;
  expect((await booked()).map(({ status }) => status)).toEqual(["confirmed", "confirmed"]);
  await looksRight(page, "bookings-import-done", { anew: true });
  await page.setViewportSize(phone);
  await takeBack(page);
  expect((await booked()).map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
  // Bookings over others come in where that is ticked.
  await page.goto(`${base}/settings/import?kind=bookings`);
  await page.getByLabel("List of bookings").setInputFiles({
    ...{ name: "over.csv", mimeType: "text/csv" },
    buffer: Buffer.from(
      writeCsv([
        ["Client", "Phone", "Service", "Stylist", "Date", "Time"],
        row("Under It", "10:00"),
        row("On Top", "10:05"),
      ]),
    ),
  });
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  await page.getByLabel("Bring in those that lie over others, too").click();
  await page.getByRole("button", { name: "Look what would come of it" }).click();
  await expect(page.getByText("Those that lie over others come in as overbookings", { exact: false })).toBeVisible(
    soon,
  );
  await page.getByRole("button", { name: "Add 2 bookings" }).click();
  await expect(page.getByRole("heading", { name: "Read in", exact: true })).toBeVisible({ timeout: 60_000 });
  // Not for the desk.
  const desk = await addMember(app.database, house.tenantId, "front_desk");
  const theirs = await (await withCookie(browser, app, desk.cookie)).newPage();
  await theirs.goto(`${base}/bookings`);
  await expect(theirs.getByRole("link", { name: "Past" })).toBeVisible(soon);
  await expect(theirs.getByRole("link", { name: "Import" })).toHaveCount(0);
  expect((await theirs.goto(`${base}/settings/import?kind=bookings`))!.status()).toBe(404);
  await Promise.all([page, theirs].map((one) => one.context().close()));
});

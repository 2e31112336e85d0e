import type { Page } from "@playwright/test";
import { drawn, type Rgb } from "@/db/seed/png";
import { newId } from "@/lib/platform/ids";
import { bookByApi, newPhone } from "./support/api";
import { fillIn, toDetails } from "./support/booking-page";
import { live, withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, type House, test } from "./support/realtime";

const soon = { timeout: 10_000 };
const phone = { width: 360, height: 740 };
const wide = { width: 1_440, height: 900 };
const skin: Rgb = [186, 140, 110];
const sheet = (page: Page) => page.getByRole("dialog");
type App = { sql: import("postgres").Sql; url: string };

async function customer({ sql }: App, { tenantId }: House, set: object): Promise<string> {
  const id = newId();
  await sql`insert into customers ${sql({ tenant_id: tenantId, id, ...set })}`;
  return id;
}

/** Somebody who was here so many days ago. */
async function visited({ sql }: App, house: House, customerId: string, days: number): Promise<void> {
  const visitId = newId();
  const at = sql`now() - make_interval(days => ${days})`;
  await sql`insert into visits (tenant_id, id, customer_id, started_at, total_minor, paid_minor, currency)
    values (${house.tenantId}, ${visitId}, ${customerId}, ${at}, 150000, 150000, 'KES')`;
  await sql`insert into visit_lines (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
    values (${house.tenantId}, ${newId()}, ${visitId}, 0, ${house.serviceIds[0]!}, 'Cut', ${house.staffIds[0]!}, 150000)`;
}

test("on a phone somebody is added, found by the end of the number, noted about, given a child, put away and brought back", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const desk = await addMember(app.database, house.tenantId, "front_desk");
  const page = await (await withCookie(browser, app, desk.cookie, { viewport: phone })).newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Customers" }).click();
  await page.waitForURL("**/customers");
  await expect(page.getByText("Nobody is known here yet")).toBeVisible(soon);
  await looksRight(page, "customers-empty", { anew: true });
  await page.setViewportSize(phone);
  await page.getByRole("link", { name: "Add" }).click();
  const form = page.getByRole("form", { name: "New customer" });
  await expect(form.getByText("Tell them what it is for", { exact: false })).toBeVisible();
  await form.getByLabel("Name").fill("Wanjiku Kamau");
  await form.getByLabel("Phone").fill("12");
  await form.getByRole("button", { name: "Add" }).click();
  await expect(form.getByText("Phone is not a number we can call", { exact: false })).toBeVisible(soon);
  const number = newPhone();
  await form.getByLabel("Phone").fill(number);
  await form.getByText("More: birthday, tags").click();
  await form.getByLabel("Lives in").fill("Kilimani");
  await form.getByLabel("Tags").fill("Bride 2027, tea");
  await form.getByLabel("Day", { exact: true }).selectOption("01");
  await form.getByLabel("Month", { exact: true }).selectOption("05");
  await looksRight(page, "customer-new");
  await page.setViewportSize(phone);
  await form.getByRole("button", { name: "Add" }).click();
  await page.waitForURL("**/customers/*-*");
  await expect(page.getByRole("heading", { name: "Wanjiku Kamau", level: 1 })).toBeVisible(soon);
  await expect(page.getByRole("link", { name: "WhatsApp" })).toHaveAttribute("href", /wa\.me\/254/);
  await expect(page.getByText("1 May")).toBeVisible();

  await page.getByRole("button", { name: "Add allergies or notes" }).click();
  await page.getByRole("textbox", { name: "Allergies" }).fill("Ammonia");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Ammonia")).toBeVisible(soon);
  await page.getByRole("textbox", { name: "New note" }).fill("Likes the chair at the window");
  await page.getByRole("button", { name: "Add the note" }).click();
  const happened = page.getByRole("list", { name: "What happened" });
  await expect(happened).toContainText("Likes the chair at the window", soon);
  await expect(happened).toContainText("front_desk");
  await happened.getByRole("button", { name: "Strike" }).click();
  await happened.getByRole("button", { name: "Yes, strike it" }).click();
  await expect(happened).toContainText("struck", soon);
  await page.getByRole("button", { name: "Bookings" }).click();
  await expect(page.getByText("Nothing yet.")).toBeVisible(soon);
  await page.getByRole("button", { name: "Everything" }).click();

  await page.getByRole("button", { name: "Add a child" }).click();
  await page.getByRole("form", { name: "Add a child" }).getByLabel("Name").fill("Mary");
  await page.getByRole("form", { name: "Add a child" }).getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("list", { name: "Children and dependants" })).toContainText("Mary", soon);
  await page.getByLabel("Photo", { exact: true }).setInputFiles({
    ...{ name: "face.png", mimeType: "image/png", buffer: drawn(() => skin) },
  });
  await expect(page.getByText("Wanjiku Kamau’s photo is saved.")).toBeVisible(soon);
  await looksRight(page, "customer-file", { anew: true });
  await page.setViewportSize(phone);

  await page.getByRole("link", { name: "All customers" }).click();
  await page.waitForURL("**/customers");
  await expect(page.getByRole("list", { name: "Customers" })).toContainText("with Wanjiku Kamau", soon);
  await page.getByText("Filters", { exact: true }).click();
  await page.getByLabel("Find").fill(number.replace(/\D/g, "").slice(-6));
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("1 customer", { exact: true })).toBeVisible(soon);
  await page.getByRole("link", { name: /Wanjiku Kamau/ }).click();
  await page.getByRole("button", { name: "Put away" }).click();
  await page.getByRole("button", { name: "Yes, put away" }).click();
  await expect(page.getByText("They were put away", { exact: false })).toBeVisible(soon);
  await page.getByRole("button", { name: "Bring back" }).click();
  await expect(page.getByText("They were put away", { exact: false })).toBeHidden(soon);
  await page.context().close();
});

test("two people edit one file: the second is shown what the first wrote, and loses nothing; it is live", async ({
  browser,
  app,
  house,
}) => {
  const id = await customer(app, house, { name: "Akinyi", phone: newPhone() });
  const address = `${app.url}/dashboard/${house.tenantId}/customers/${id}`;
  const page = await (await withCookie(browser, app, house.owner.cookie, { viewport: wide })).newPage();
  await page.goto(address);
  await live(page);
  await page.getByRole("link", { name: "Edit" }).click();
  const form = sheet(page).getByRole("form", { name: "Customer" });
  await form.getByLabel("Lives in").fill("Karen");
  await form.getByLabel("Status").selectOption("vip");
  const other = await addMember(app.database, house.tenantId, "manager");
  const put = await page.request.put(`${app.url}/api/dashboard/${house.tenantId}/customers/${id}`, {
    headers: { origin: app.url, cookie: other.cookie },
    data: { to: { location: "Westlands", tags: ["Tea"] }, seen: { location: "", tags: [] } },
  });
  expect(put.status(), await put.text()).toBe(200);
  await form.getByRole("button", { name: "Save" }).click();
  const meanwhile = form.getByRole("status", { name: "Changed meanwhile" });
  await expect(meanwhile).toContainText("Westlands", soon);
  await expect(meanwhile).toContainText("Tea");
  await meanwhile.getByRole("button", { name: "Keep mine" }).click();
  await expect(form.getByLabel("Lives in")).toHaveValue("Karen");
  await expect(form.getByLabel("Tags")).toHaveValue("Tea");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(sheet(page)).toBeHidden(soon);
  await expect(page.getByText("Karen")).toBeVisible(soon);
  await expect(page.getByText("VIP", { exact: true })).toBeVisible();
  await expect(page.getByText("Tea", { exact: true })).toBeVisible();
  const [row] = await app.sql`select location, tags, status from customers where id = ${id}`;
  expect(row).toEqual({ location: "Karen", tags: ["Tea"], status: "vip" });
  await page.context().close();
});

test("who is blocked is asked to call, in words for anybody; the desk sees it", async ({ browser, app, house }) => {
  const number = newPhone();
  await customer(app, house, { name: "Otieno", phone: number, status: "blocked" });
  const answer = await bookByApi(app.url, house.slug, { ...house.wishes.next().value, name: "Otieno", phone: number });
  expect(answer.status).toBe(409);
  const refused = (await answer.json()) as Record<string, unknown>;
  expect(refused).toMatchObject({ code: "call_us", phone: expect.stringMatching(/^\+254/) });
  expect(JSON.stringify(refused)).not.toMatch(/block/i);
  const guest = await (await browser.newContext({ viewport: phone })).newPage();
  await toDetails(guest, app.url, house.slug);
  await fillIn(guest, "Otieno", number);
  await guest.getByRole("button", { name: "Book", exact: true }).click();
  await expect(guest.getByText("This booking cannot be made online")).toBeVisible(soon);
  await expect(guest.getByText("Please call", { exact: false })).toBeVisible();
  const page = await (await withCookie(browser, app, house.owner.cookie, { viewport: wide })).newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/customers?search=otieno`);
  await expect(page.getByRole("link", { name: /Otieno/ })).toContainText("Blocked", soon);
  await Promise.all([guest, page].map((one) => one.context().close()));
});

test("booked as Mary on Jane’s number: said to be a dependant, taken back, and said to be somebody new", async ({
  browser,
  app,
  house,
  book,
}) => {
  const number = newPhone();
  const janeId = await customer(app, house, { name: "Jane Moraa", phone: number });
  const { id } = (await (await book(house, { name: "Mary", phone: number })).json()) as { id: string };
  const page = await (await withCookie(browser, app, house.owner.cookie, { viewport: wide })).newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/customers/${janeId}?booking=${id}`);
  await expect(sheet(page).getByText("Mary on Jane Moraa’s number")).toBeVisible(soon);
  await sheet(page).getByRole("button", { name: "Dependant" }).click();
  await expect(sheet(page).getByText("Came in as Mary on Jane Moraa’s number", { exact: false })).toBeVisible(soon);
  await looksRight(page, "booking-handed-over");
  await page.setViewportSize(wide);
  await sheet(page).getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("list", { name: "Children and dependants" })).toContainText("Mary", soon);
  await page.goto(`${app.url}/dashboard/${house.tenantId}/bookings?booking=${id}`);
  await sheet(page).getByRole("button", { name: "Take back" }).click();
  await expect(sheet(page).getByRole("heading", { name: "Who is Mary?" })).toBeVisible(soon);
  await sheet(page).getByRole("button", { name: "New customer" }).click();
  await expect(sheet(page).getByText("Came in as Mary", { exact: false })).toBeVisible(soon);
  const [made] = await app.sql`select c.name, c.phone, c.guardian_id from bookings b
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id where b.id = ${id}`;
  expect(made).toEqual({ name: "Mary", phone: null, guardian_id: null });
  await page.context().close();
});

test("groups are asked anew, top customers stand in order, and what the filters show leaves as a safe file", async ({
  browser,
  app,
  house,
}) => {
  const often = await customer(app, house, { name: "Often", phone: newPhone(), tags: ["Bride"] });
  for (const days of [3, 13, 23]) await visited(app, house, often, days);
  const going = await customer(app, house, { name: "=cmd|calc", phone: newPhone() });
  for (const days of [40, 50, 60]) await visited(app, house, going, days);
  const page = await (await withCookie(browser, app, house.owner.cookie, { viewport: wide })).newPage();
  const base = `${app.url}/dashboard/${house.tenantId}/customers`;
  await page.goto(base);
  await page.getByRole("link", { name: "Groups" }).click();
  await page.waitForURL("**/groups");
  await page.getByRole("link", { name: "Add" }).click();
  const form = sheet(page).getByRole("form", { name: "New group" });
  await form.getByLabel("Name of the group").fill("Brides who come");
  await form.getByRole("button", { name: "Keep" }).click();
  await expect(form.getByText("Say at least one thing of them.")).toBeVisible(soon);
  await form.getByLabel("Has the tag").fill("bride");
  await form.getByLabel("Visits, at least").fill("3");
  await looksRight(page, "customers-new-group");
  await page.setViewportSize(wide);
  await form.getByRole("button", { name: "Keep" }).click();
  const own = page.getByRole("list", { name: "Your own groups" });
  await expect(own).toContainText("tagged bride, 3 visits or more", soon);
  await looksRight(page, "customers-groups", { anew: true });
  await page.setViewportSize(wide);
  await own.getByRole("link", { name: /^Brides who come/ }).click();
  await expect(page.getByText("1 customer", { exact: true })).toBeVisible(soon);
  await expect(page.getByRole("list", { name: "Customers" })).toContainText("Often");

  await page.getByRole("link", { name: "Top customers" }).click();
  await page.waitForURL("**/top");
  await page.getByRole("link", { name: "May be leaving" }).click();
  await expect(page.getByRole("list", { name: "Top customers" })).toContainText("every 10 days", soon);
  await looksRight(page, "customers-top", { anew: true });
  await page.setViewportSize(wide);
  await page.goto(`${base}?segment=lapsing`);
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const stream = await (await file).createReadStream();
  const text = (await stream.toArray()).join("");
  expect(text).toMatch(/Name,Phone,E-mail/);
  expect(text).toContain("'=cmd|calc");
  expect(text).not.toContain("Often");
  const [deed] = await app.sql`select after from audit_entries
    where tenant_id = ${house.tenantId} and action = 'customers.exported'`;
  expect(JSON.parse(deed!.after)).toMatchObject({ customers: 1, segment: "lapsing" });
  await looksRight(page, "customers", { anew: true });
  await page.context().close();
});

test("whoever serves sees whom they serve, without numbers, and changes nothing; others get nowhere", async ({
  browser,
  app,
  house,
  book,
}) => {
  const number = newPhone();
  await book(house, { name: "Mine", phone: number });
  const other = await customer(app, house, { name: "Other", phone: newPhone() });
  const staff = await addMember(app.database, house.tenantId, "staff", house.staffIds[0]!);
  const page = await (await withCookie(browser, app, staff.cookie, { viewport: phone })).newPage();
  const base = `${app.url}/dashboard/${house.tenantId}/customers`;
  await page.goto(base);
  await expect(page.getByRole("list", { name: "Customers" })).toContainText("Mine", soon);
  await expect(page.getByText("Other", { exact: true })).toBeHidden();
  expect(await page.content()).not.toContain(number.slice(-6));
  await expect(page.getByRole("button", { name: "Export" })).toHaveCount(0);
  await page.getByRole("link", { name: /Mine/ }).click();
  await expect(page.getByRole("textbox", { name: "New note" })).toBeVisible(soon);
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
  expect(await page.content()).not.toContain(number.slice(-6));
  await looksRight(page, "customer-of-staff", { anew: true });
  for (const path of [`/${other}`, "/groups", "/top"]) expect((await page.goto(`${base}${path}`))!.status()).toBe(404);
  await page.context().close();
});

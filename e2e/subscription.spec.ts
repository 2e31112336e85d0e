import type { Page } from "@playwright/test";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { bookByApi, daysOn, newPhone } from "./support/api";
import { boss, registered } from "./support/applicants";
import { fillIn } from "./support/booking-page";
import { signedIn, withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { ask } from "./support/members";
import { messageTo } from "./support/outbox";
import { platformIsPaid } from "./support/paid";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
const phone = { width: 360, height: 740 };

type Terms = { plan?: string; status?: string; from?: number; to?: number; price?: number };

/** The house has this with the platform, paid or tried; days are counted from today. */
async function has(app: App, { tenantId }: House, { plan, status, from, to, price }: Terms = {}): Promise<void> {
  const [start, end] = [daysOn(from ?? -10), daysOn(to ?? 20)];
  await app.sql`insert into subscriptions (tenant_id, plan_id, interval, status, period_start, period_end, price_minor, anchor_on)
    values (${tenantId}, ${plan ?? "starter"}, 'month', ${status ?? "active"}, ${start}, ${end}, ${price ?? 250_000}, ${end})`;
  await app.sql`update tenants set works_until = ${end}::date + 7 where id = ${tenantId}`;
}

const book = (app: App, house: House, number: string) =>
  bookByApi(app.url, house.slug, { ...house.wishes.next().value, name: "Njeri", phone: number });

const toPlan = async (page: Page, base: string) => {
  await page.goto(base);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await page.waitForURL("**/settings/plan");
};
const card = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });

test("an owner upgrades, a phone says no, another pays by M-Pesa; the other screen follows, and the invoice is a file", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  await has(app, house);
  const base = `${app.url}/dashboard/${house.tenantId}`;
  const page = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await toPlan(page, base);
  await expect(page.getByText(/^Starter is paid until /)).toBeVisible(soon);
  await expect(page.getByText("No invoice yet")).toBeVisible();
  const manager = await addMember(app.database, house.tenantId, "manager");
  const other = await (await withCookie(browser, app, manager.cookie)).newPage();
  await other.goto(`${base}/settings/plan`);
  await expect(card(other, "Professional").getByText("KES 5,000")).toBeVisible(soon);
  await expect(other.getByRole("button", { name: "Choose Professional" })).toHaveCount(0);

  // Ten of thirty days are used of both: (5,000 − 1,666) − (2,500 − 833) = 1,667.
  await expect(card(page, "Professional").getByText(/^KES 1,667 now/)).toBeVisible();
  await page.getByRole("button", { name: "Choose Professional" }).click();
  const form = page.getByRole("form", { name: "Pay" });
  await expect(form).toContainText("KES 1,667", soon);
  await expect(other.getByText("An owner pays it.")).toBeVisible(soon);
  const asked = () =>
    app.mpesa.control.prompts().filter(({ state, amount }) => state === "waiting" && amount === 1_667);
  const paying = async (answer: "no-money" | "approve") => {
    const payer = newPhone();
    const mine = () => asked().find((one) => one.phone === payer.slice(1));
    await platformIsPaid(app);
    await page.reload();
    await form.getByLabel("M-Pesa number").fill(payer);
    await form.getByRole("button", { name: "Pay KES 1,667" }).click();
    await expect.poll(() => mine()?.amount, soon).toBe(1_667);
    app.mpesa.control.tap(mine()!.id, answer);
  };
  await platformIsPaid(app);
  await page.reload();
  await form.getByLabel("M-Pesa number").fill("not a phone");
  await form.getByRole("button", { name: "Pay KES 1,667" }).click();
  await expect(form.getByText(/is not a number that M-Pesa can ask/)).toBeVisible(soon);
  await looksRight(page, "plan-to-pay");
  await page.setViewportSize({ width: 1280, height: 800 });
  await paying("no-money");
  await expect(form.getByText(/^It was not paid/)).toBeVisible(soon);
  await paying("approve");
  await expect(card(page, "Professional").getByText("Yours")).toBeVisible(soon);
  await expect(card(other, "Professional").getByText("Yours")).toBeVisible(soon);
  await page.reload();
  await expect(page.getByText(/^Professional is paid until /)).toBeVisible(soon);
  const [row] =
    await app.sql`select i.amount_minor::int as minor, i.receipt, p.receipt as code from subscription_invoices i
    join payments p on p.invoice_id = i.id and p.status = 'paid' where i.tenant_id = ${house.tenantId} and i.status = 'paid'`;
  expect(row).toEqual({ minor: 166_700, receipt: row!.code, code: expect.stringMatching(/^[A-Z0-9]{10}$/) });
  const link = page.getByRole("link", { name: /^Invoice \d+ as a file/ }).first();
  const file = await fetch(app.url + (await link.getAttribute("href")), { headers: { cookie: house.owner.cookie } });
  expect([file.status, (await file.text()).slice(0, 5)]).toEqual([200, "%PDF-"]);
  await looksRight(page, "plan");

  // Whoever has paid is asked again, unless they say no.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "Do not ask" }).click();
  await expect(page.getByRole("button", { name: "Do not ask" })).toHaveCount(0, soon);

  // It is nobody else's.
  const staff = await addMember(app.database, house.tenantId, "staff");
  const theirs = await (await withCookie(browser, app, staff.cookie)).newPage();
  expect((await theirs.goto(`${base}/settings/plan`))!.status()).toBe(404);
  expect((await ask(app, staff, house.tenantId, "subscription")).status).toBe(403);
  const choice = { planId: "starter", interval: "month" };
  expect((await ask(app, manager, house.tenantId, "subscription", "POST", choice)).status).toBe(403);
});

test("what the plan does not hold is explained where it bites, on screens and in the API; known customers book on", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  await has(app, house);
  await app.sql`update tenants set email = ${`owner-${house.slug}@house.test`} where id = ${house.tenantId}`;
  for (const role of ["staff", "front_desk"] as const) await addMember(app.database, house.tenantId, role);
  const page = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/members`);
  await page.getByRole("link", { name: "Invite" }).click();
  await page.getByLabel("E-mail or phone").fill(`fourth-${house.slug}@house.test`);
  await page.getByRole("radio", { name: /Front desk/ }).check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("Your plan, Starter, holds 3 people with a login", { exact: false })).toBeVisible(soon);
  const wish = { destination: `fifth-${house.slug}@house.test`, role: "staff", staffId: null };
  const invited = await ask(app, house.owner, house.tenantId, "members", "POST", wish);
  expect([invited.status, (await invited.json()).code]).toEqual([403, "plan_full"]);

  await app.sql`insert into customers (tenant_id, id, name, phone)
    select ${house.tenantId}, gen_random_uuid(), 'Wanjiru', '+2547' || lpad((floor(random() * 1e8))::int::text, 8, '0')
    from generate_series(1, 30)`;
  const [known] = await app.sql`select phone from customers where tenant_id = ${house.tenantId} limit 1`;
  const refused = await book(app, house, newPhone());
  const { code, title, detail } = await refused.json();
  expect([refused.status, code]).toEqual([403, "plan_full"]);
  expect(`${title} ${detail}`).toContain("cannot take new customers online");
  expect((await book(app, house, known!.phone)).status).toBe(201);
  // The page says so as well, and keeps what was typed.
  const visitor = await (await browser.newContext({ viewport: phone })).newPage();
  await visitor.goto(`${app.url}/book/${house.slug}`);
  await visitor.locator('a[href*="/times?"]').first().click();
  await visitor.waitForURL("**/times?**");
  await visitor.locator('input[name="at"]').last().check({ force: true });
  await visitor.getByRole("button", { name: /continue/i }).click();
  await visitor.waitForURL("**/details?**");
  await fillIn(visitor, "Zawadi Mwakio");
  await visitor.getByRole("button", { name: "Book", exact: true }).click();
  await expect(visitor.getByText("cannot take new customers online", { exact: false })).toBeVisible(soon);
  await expect(visitor.getByLabel("Name")).toHaveValue("Zawadi Mwakio");
  const [owner] = await app.sql`select email from users where id = ${house.owner.userId}`;
  expect((await messageTo(app, owner!.email, /Starter holds 30 active customers/)).subject).toBe(
    "A new customer could not book",
  );
  await page.goto(`${app.url}/dashboard/${house.tenantId}/settings/plan`);
  await expect(page.getByText("31 of 30").or(page.getByText("30 of 30"))).toBeVisible(soon);
  await looksRight(page, "plan-full");
});

test("not paid for too long: everything is read and exported, nothing changed or booked, and paying stays possible", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  await has(app, house, { status: "past_due", from: -45, to: -8 });
  await app.sql`update tenants set works_until = now() - interval '1 minute' where id = ${house.tenantId}`;
  const base = `${app.url}/dashboard/${house.tenantId}`;
  const page = await (await withCookie(browser, app, house.owner.cookie, { viewport: phone })).newPage();
  await page.goto(base);
  const banner = page.getByRole("complementary", { name: "Subscription" });
  await expect(banner).toContainText("This business only reads and exports.", soon);
  await page.goto(`${base}/expenses?expense=new`);
  const form = page.getByRole("form", { name: "Expense" });
  await form.getByLabel("Amount in KES").fill("350");
  await form.getByLabel("What for").fill("Milk");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Your subscription has not been paid", { exact: false })).toBeVisible(soon);
  // What was typed is still there.
  await expect(form.getByLabel("What for")).toHaveValue("Milk");
  const refused = await ask(app, house.owner, house.tenantId, "services", "POST", { name: "Shave" });
  expect([refused.status, (await refused.json()).code]).toEqual([402, "resting"]);
  for (const path of ["bookings", "expenses", "expenses/export", "customers?search=ab", "audit", "subscription"])
    expect((await ask(app, house.owner, house.tenantId, path)).status, path).toBe(200);
  await page.goto(`${app.url}/book/${house.slug}`);
  await expect(page.getByRole("heading", { name: "No online bookings for now" })).toBeVisible();
  const booked = await book(app, house, newPhone());
  expect([booked.status, (await booked.json()).code]).toEqual([403, "not_open"]);
  await page.goto(base);
  await banner.getByRole("link", { name: "Pay or choose a plan" }).click();
  await page.getByRole("button", { name: "Choose Starter" }).click();
  await expect(page.getByRole("form", { name: "Pay" })).toContainText("KES 2,500", soon);
  await looksRight(page, "plan-resting");
});

test("the platform writes its plans, sees who owes, gives days and writes down what was paid otherwise", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  await app.sql`update tenants set name = ${`Owing ${house.slug}`} where id = ${house.tenantId}`;
  await has(app, house, { status: "past_due", from: -35, to: -2 });
  const owner = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await owner.goto(`${app.url}/dashboard/${house.tenantId}`);
  await expect(owner.getByRole("complementary", { name: "Subscription" })).toContainText(
    "Your subscription is due.",
    soon,
  );
  const chosen = { planId: "starter", interval: "month" };
  expect((await ask(app, house.owner, house.tenantId, "subscription", "POST", chosen)).status).toBe(200);

  const page = await (await signedIn(browser, app, boss)).newPage();
  await page.goto(`${app.url}/admin`);
  await page.getByRole("link", { name: "Subscriptions", exact: true }).click();
  await page.getByRole("link", { name: /^Owes/ }).click();
  const row = page.getByRole("listitem").filter({ hasText: `Owing ${house.slug}` });
  await expect(row).toContainText("KES 2,500", soon);
  await looksRight(page, "admin-subscriptions", { anew: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await row.getByRole("button", { name: /^Change/ }).click();
  const paid = page.getByRole("form", { name: "Paid otherwise" });
  await paid.getByRole("button", { name: "It is paid" }).click();
  await expect(paid.getByText(/says in a few words why/)).toBeVisible(soon);
  await paid.getByLabel("How it was paid").fill("Bank transfer of today");
  await paid.getByRole("button", { name: "It is paid" }).click();
  await expect(row).toHaveCount(0, soon);
  await expect(owner.getByRole("complementary", { name: "Subscription" })).toHaveCount(0, soon);
  await page.getByRole("link", { name: /^Paid/ }).click();
  await row.getByRole("button", { name: /^Change/ }).click();
  const days = page.getByRole("form", { name: "Give days" });
  await days.getByLabel("Days for nothing").fill("5");
  await days.getByLabel("Why").fill("They waited for us");
  await days.getByRole("button", { name: "Give days" }).click();
  await expect(days).toHaveCount(0, soon);
  const [terms] =
    await app.sql`select status, period_end::text as "to" from subscriptions where tenant_id = ${house.tenantId}`;
  expect(terms!.status).toBe("active");
  const audit =
    await app.sql`select action from audit_entries where tenant_id = ${house.tenantId} and entity in ('subscription', 'invoice')
    order by at`;
  expect(audit.map(({ action }) => action)).toEqual([
    "subscription.chosen",
    "invoice.settled",
    "subscription.extended",
  ]);

  // Money that came in unasked is looked at here.
  const receipt = `UKV${house.slug.slice(-7).toUpperCase()}`;
  await app.sql`insert into mpesa_receipts (tenant_id, receipt, amount_minor, reference, paid_at, source)
    values (${platformTenantId}, ${receipt}, 250000, 'PLAN', now(), 'confirmation')`;
  await page.goto(`${app.url}/admin/subscriptions`);
  const odd = page.getByRole("form", { name: `Came in unasked, ${receipt}` });
  await odd.getByLabel("What you found").fill("x");
  await odd.getByRole("button", { name: "It is settled" }).click();
  await expect(odd.getByText(/says in a few words why/)).toBeVisible(soon);
  await odd.getByLabel("What you found").fill("Their bank sent it twice");
  await odd.getByRole("button", { name: "It is settled" }).click();
  await expect(odd).toHaveCount(0, soon);

  await page.getByRole("link", { name: "Plans", exact: true }).click();
  await page.getByRole("button", { name: "Add a plan" }).click();
  const added = page.getByRole("form", { name: "New plan" });
  const id = `own-${house.slug.slice(-8)}`;
  await added.getByLabel("Short name").fill(id);
  await added.getByLabel("Name", { exact: true }).fill(`Own ${id}`);
  await added.getByLabel("KES a month").fill("1,250.50");
  await added.getByLabel("KES a year").fill("12500");
  await added.getByText("Offered", { exact: true }).click();
  await added.getByRole("button", { name: "Add" }).click();
  await expect(added.getByText(/is in whole shillings/)).toBeVisible(soon);
  await added.getByLabel("KES a month").fill("1250");
  await added.getByRole("button", { name: "Add" }).click();
  const mine = page.getByRole("form", { name: `Own ${id}` });
  await expect(mine.getByLabel("KES a month")).toHaveValue("1250", soon);
  await mine.getByLabel("People with a login").fill("4");
  await mine.getByRole("button", { name: "Save" }).click();
  await expect(mine.getByText("Saved.")).toBeVisible(soon);
  await page.reload();
  await expect(mine.getByLabel("People with a login")).toHaveValue("4", soon);
  await looksRight(page, "admin-plans", { anew: true });
});

test("a business that the platform opens tries a plan for two weeks, and is told what then", async ({
  browser,
  app,
}) => {
  const { id, email } = await registered(app);
  const context = await signedIn(browser, app, boss);
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/tenants/${id}`);
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("Suspend", { exact: true }).first()).toBeVisible(soon);
  const [row] =
    await app.sql`select plan_id, status, period_end - period_start as days from subscriptions where tenant_id = ${id}`;
  expect(row).toEqual({ plan_id: "professional", status: "trialing", days: 14 });
  const owner = await (await signedIn(browser, app, email, "three quiet herons")).newPage();
  await owner.goto(`${app.url}/dashboard/${id}/settings/plan`);
  await expect(owner.getByText(/^You try Professional until /)).toBeVisible(soon);
  await expect(card(owner, "Starter").getByText(/^Nothing to pay now: it begins on /)).toBeVisible();
  await owner.getByRole("button", { name: "Choose Starter" }).click();
  await expect(card(owner, "Starter").getByText("Comes next")).toBeVisible(soon);
  await expect(card(owner, "Professional").getByText("Yours")).toBeVisible();
  await owner.reload();
  await expect(card(owner, "Starter").getByText("Comes next")).toBeVisible(soon);
  await owner.getByRole("button", { name: "Do not renew" }).click();
  await owner.getByRole("button", { name: "Yes, do not renew it" }).click();
  await expect(owner.getByText(/and is not renewed/)).toBeVisible(soon);
  await owner.getByRole("button", { name: "Go on after all" }).click();
  await expect(owner.getByText(/^You try Professional until /)).toBeVisible(soon);
  await looksRight(owner, "plan-trial", { anew: true });
  await context.close();
});

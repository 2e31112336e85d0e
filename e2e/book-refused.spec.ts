import { fillIn, reference, toDetails } from "./support/booking-page";
import { openDashboard, signedIn } from "./support/dashboard";
import { expect, test } from "./support/test";

test("a slot taken meanwhile keeps everything typed and offers the nearest three; one tap takes one", async ({
  browser,
  app,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await toDetails(page, app.url);
  const at = new URL(page.url()).searchParams.get("at")!;
  await fillIn(page, "Zawadi Mwakio");
  // It is kept no longer, and everybody is busy then, by a hand that is not the verb's.
  await app.sql`update occupancies set active = false where tenant_id = ${app.tenants.amani} and source = 'hold' and lower(span) = ${at}`;
  await app.sql`
    insert into occupancies (tenant_id, id, staff_id, span, source)
    select s.tenant_id, gen_random_uuid(), s.id, tstzrange(${at}::timestamptz, ${at}::timestamptz + interval '10 minutes'), 'block'
    from staff s where s.tenant_id = ${app.tenants.amani} and not exists (
      select 1 from occupancies o where o.tenant_id = s.tenant_id and o.staff_id = s.id and o.active
        and o.span && tstzrange(${at}::timestamptz, ${at}::timestamptz + interval '10 minutes'))`;
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await expect(page.getByText(/just been taken/)).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Zawadi Mwakio");
  const alternatives = page.locator('button[name="startsAt"]');
  await expect(alternatives).toHaveCount(3);
  await alternatives.first().click();
  await page.waitForURL("**/b/**");
  await expect(page.getByText(reference).first()).toBeVisible();
  await context.close();
});

test("a price that changed meanwhile is shown old and new before anything is booked; one tap accepts it", async ({
  browser,
  app,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await toDetails(page, app.url);
  const service = new URL(page.url()).searchParams.get("service")!;
  await fillIn(page, "Cherono Langat");
  await app.sql`update services set price_minor = price_minor + 10000 where id = ${service}`;
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await expect(page.getByText(/The price is now KES/)).toBeVisible();
  await expect(page.getByText(/It was KES/)).toBeVisible();
  const made = () => app.sql`select total_minor from bookings where booked_as->>'name' = 'Cherono Langat'`;
  expect(await made()).toHaveLength(0);
  await expect(page.getByLabel("Name")).toHaveValue("Cherono Langat");
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await page.waitForURL("**/b/**");
  expect(await made()).toHaveLength(1);
  await app.sql`update services set price_minor = price_minor - 10000 where id = ${service}`;
  await context.close();
});

test("fully booked: every day is crossed out, and the phone is there", async ({ browser, app }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const blocked = await app.sql`
    insert into occupancies (tenant_id, id, staff_id, span, source)
    select s.tenant_id, gen_random_uuid(), s.id, tstzrange(now(), now() + interval '400 days'), 'block'
    from staff s where s.tenant_id = ${app.tenants.baraka}
      and not exists (select 1 from occupancies o where o.tenant_id = s.tenant_id and o.staff_id = s.id and o.active and upper(o.span) > now())
    returning id`;
  expect(blocked.length).toBeGreaterThan(0);
  await page.goto(`${app.url}/book/baraka`);
  await page.locator('a[href*="/times?"]').first().click();
  await page.waitForURL("**/times?**");
  await expect(page.getByText(/fully booked/i).first()).toBeVisible();
  await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
  await app.sql`delete from occupancies where id = any(${blocked.map((row) => row.id)})`;
  await context.close();
});

test("somebody else's number: their name is neither shown nor changed, and the desk sees both", async ({
  browser,
  app,
}) => {
  const [jane] = await app.sql`select id, name, phone, email from customers
    where tenant_id = ${app.tenants.amani} and phone is not null and status = 'active' order by name limit 1`;
  const context = await browser.newContext();
  const page = await context.newPage();
  await toDetails(page, app.url);
  await fillIn(page, "Mary Atieno", jane!.phone);
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await page.waitForURL("**/b/**");
  expect(await page.content()).not.toContain(jane!.name);
  const [after] =
    await app.sql`select id, name, phone, email from customers where tenant_id = ${app.tenants.amani} and id = ${jane!.id}`;
  expect(after).toEqual(jane);
  const [booking] = await app.sql`select id from bookings where booked_as->>'name' = 'Mary Atieno'`;
  const desk = await signedIn(browser, app, "desk@amani.test");
  const dashboard = await openDashboard(desk, app.tenants.amani, app.url);
  await dashboard.goto(`${app.url}/dashboard/${app.tenants.amani}?booking=${booking!.id}`);
  await expect(dashboard.getByText(`Mary Atieno on ${jane!.name}’s number`)).toBeVisible();
  await Promise.all([context.close(), desk.close()]);
});

test("a business that takes no bookings says so, with its phone", async ({ browser, app }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const open = async () => (await fetch(`${app.url}/api/public/baraka`)).ok;
  await app.sql`update tenants set status = 'suspended' where slug = 'baraka'`;
  // Acts within two seconds.
  await expect.poll(open, { timeout: 6_000 }).toBe(false);
  await page.goto(`${app.url}/book/baraka`);
  await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
  const answer = await fetch(`${app.url}/api/public/baraka`);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ code: "not_open", phone: expect.stringMatching(/^\+254/) });
  await app.sql`update tenants set status = 'active' where slug = 'baraka'`;
  await expect.poll(open, { timeout: 6_000 }).toBe(true);
  expect((await page.goto(`${app.url}/book/nobody-has-this`))?.status()).toBe(404);
  await context.close();
});

import { addDays, localDate } from "@/lib/platform/calendar";
import { newId, sha256 } from "@/lib/platform/ids";
import { bookingIn } from "./fence/actors";
import { newPhone } from "./support/api";
import { withCookie } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { portalCookie } from "./support/portal";
import { expect, test } from "./support/realtime";

const soon = { timeout: 15_000 };
const phoneSize = { width: 360, height: 740 };

test("whoever books says yes by a box that is never ticked before, reads what is done with their data, and takes the yes back", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const page = await (await browser.newContext({ viewport: phoneSize })).newPage();
  const phone = newPhone();
  const day = addDays(localDate(new Date(), "Africa/Nairobi"), 2);
  const query = new URLSearchParams({ service: house.serviceIds[0]!, at: new Date(`${day}T07:00:00Z`).toISOString() });
  await page.goto(`${app.url}/book/${house.slug}/details?${query}`);
  const box = page.getByRole("checkbox", { name: /may write to me about offers and news/ });
  await expect(box).not.toBeChecked();
  await expect(page.getByText("Used to expect you and to reach you about your visit.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Privacy" })).toHaveAttribute("href", `/book/${house.slug}/privacy`);
  await looksRight(page, "book-details-consent", { anew: true });
  await page.setViewportSize(phoneSize);
  await page.getByLabel("Name").fill("Wanjiru Kamau");
  await page.getByLabel("Phone").fill(phone);
  await box.check();
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await page.waitForURL("**/b/**");
  const said = async () =>
    (
      await app.sql`select k.granted, k.source from consents k join customers c on c.id = k.customer_id
        where c.tenant_id = ${house.tenantId} and c.phone = ${phone} order by k.created_at`
    ).map(({ granted, source }) => `${source} ${granted}`);
  await expect.poll(said, soon).toEqual(["booking_page true"]);
  await page.goto(`${app.url}/book/${house.slug}/privacy`);
  await expect(page.getByText("We do not sell what we know of you.", { exact: false })).toBeVisible();
  await looksRight(page, "book-privacy", { anew: true });
  await page.setViewportSize(phoneSize);

  // The link of a message: looking at it stops nothing, a press does, and the same back.
  const [customer] = await app.sql`select id from customers where tenant_id = ${house.tenantId} and phone = ${phone}`;
  const token = newId();
  await app.sql`insert into access_tokens (hash, tenant_id, kind, subject_id)
    values (${sha256(token)}, ${house.tenantId}, 'opt_out', ${customer!.id})`;
  await page.goto(`${app.url}/u/${token}`);
  await expect(page.getByRole("heading", { name: /may send you offers and news/ })).toBeVisible(soon);
  expect(await said()).toEqual(["booking_page true"]);
  await looksRight(page, "opt-out", { anew: true });
  await page.setViewportSize(phoneSize);
  await page.getByRole("button", { name: "Stop offers and news" }).click();
  await expect(page.getByRole("heading", { name: /sends you no offers and news/ })).toBeVisible(soon);
  expect(await said()).toEqual(["booking_page true", "message false"]);
  await app.sql`update customers set language = 'sw' where id = ${customer!.id}`;
  await page.reload();
  await page.getByRole("button", { name: "Nitumie ofa na habari tena" }).click();
  await expect(page.getByRole("button", { name: "Simamisha ofa na habari" })).toBeVisible(soon);
  expect((await said()).at(-1)).toBe("message true");

  // In the portal, with everything held of them as a file.
  const cookie = await portalCookie(app, house.slug, phone);
  const [name, value] = cookie.split("=") as [string, string];
  await page.context().addCookies([{ name, value, url: app.url }]);
  await page.goto(`${app.url}/portal/${house.slug}/you`);
  const allow = page.getByRole("checkbox", { name: /inaweza kuniandikia kuhusu ofa/ });
  await expect(allow).toBeChecked();
  await allow.uncheck();
  await page.getByRole("button", { name: "Hifadhi", exact: true }).click();
  await expect(page.getByText("Imehifadhiwa.", { exact: true })).toBeVisible(soon);
  expect((await said()).at(-1)).toBe("portal false");
  await looksRight(page, "portal-you-privacy", { anew: true });
  const file = await page.request.get(`${app.url}/api/portal/${house.slug}/me/export?format=json`);
  const all = await file.json();
  expect(all.sections.customer).toMatchObject([{ name: "Wanjiru Kamau", phone }]);
  expect(all.sections.consents).toHaveLength(4);
  expect((await page.request.get(`${app.url}/api/portal/${house.slug}/me/export?format=xml`)).status()).toBe(422);
  await page.context().close();
});

test("the desk writes down what was said at the counter; the owner hands out what is held, and erases", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const phone = newPhone();
  const bookingId = await bookingIn(app.sql, house, phone);
  const [row] = await app.sql`select customer_id as id from bookings where id = ${bookingId}`;
  await app.sql`update customers set name = 'Achieng Canary' where id = ${row!.id}`;
  const page = await (await withCookie(browser, app, house.owner.cookie, { viewport: phoneSize })).newPage();
  await app.sql`update sessions set proved_at = now() where user_id = ${house.owner.userId}`;
  const address = `${app.url}/dashboard/${house.tenantId}/customers/${row!.id}/privacy`;
  await page.goto(address);
  const offers = page.getByRole("region", { name: "Offers and news" });
  await expect(offers.getByText("Never said")).toBeVisible(soon);
  await offers.getByRole("button", { name: "They say yes" }).click();
  await expect(offers.getByText("Yes", { exact: true })).toBeVisible(soon);
  await offers.getByRole("button", { name: "They say no" }).click();
  await expect(offers.getByText("No", { exact: true })).toBeVisible(soon);
  await page.getByText("Everything they said (2)").click();
  await expect(page.getByRole("list", { name: "Everything they said" })).toContainText("at the counter");
  await looksRight(page, "customer-privacy", { anew: true });
  await page.setViewportSize(phoneSize);
  const csv = await page.request.get(
    new URL((await page.getByRole("link", { name: "As a table (CSV)" }).getAttribute("href"))!, app.url).href,
  );
  expect(await csv.text()).toContain("customer,1,name,Achieng Canary");
  // Not while something is to come.
  await app.sql`update bookings set status = 'confirmed' where id = ${bookingId}`;
  await page.reload();
  await expect(page.getByText("They still have a booking that is not over.", { exact: false })).toBeVisible(soon);
  await app.sql`update bookings set status = 'cancelled' where customer_id = ${row!.id}`;
  await app.sql`update sales set status = 'voided', voided_at = now() where customer_id = ${row!.id}`;
  await page.reload();
  await page.getByRole("button", { name: "Erase this customer" }).click();
  const form = page.getByRole("form", { name: "Erase this customer" });
  await form.getByLabel(/Type “Achieng Canary”/).fill("Achieng");
  await form.getByRole("button", { name: "Erase for good" }).click();
  await expect(form.getByText(/is not the name of this customer/)).toBeVisible(soon);
  await form.getByLabel(/Type “Achieng Canary”/).fill("achieng canary");
  await form.getByRole("button", { name: "Erase for good" }).click();
  await page.waitForURL("**/customers");
  expect(await app.sql`select name, phone from customers where id = ${row!.id}`).toEqual([
    { name: "Erased customer", phone: null },
  ]);
  expect((await page.goto(address))!.status()).toBe(404);

  // What customers read is the house's to say.
  await page.goto(`${app.url}/dashboard/${house.tenantId}/settings/privacy`);
  const notice = page.getByLabel("What customers read");
  await expect(notice).toHaveValue(/We do not sell what we know of you/);
  await notice.fill("Short.");
  await page.getByRole("button", { name: "Save the notice" }).click();
  await expect(page.getByText(/is too short to tell anybody anything/)).toBeVisible(soon);
  await notice.fill("We keep your name and number to expect you.\n\nNothing besides.");
  await page.getByRole("button", { name: "Save the notice" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible(soon);
  await looksRight(page, "settings-privacy", { anew: true });
  await page.goto(`${app.url}/book/${house.slug}/privacy`);
  await expect(page.getByText("Nothing besides.")).toBeVisible(soon);
  await page.context().close();
});

test("two who are one are made one, side by side, and taken apart again", async ({ browser, app, house }) => {
  const [one, other] = [newId(), newId()];
  const phones = [newPhone(), newPhone()] as const;
  for (const [at, id] of [one, other].entries())
    await app.sql`insert into customers (tenant_id, id, name, phone, email, allergies)
      values (${house.tenantId}, ${id}, 'Atieno Ouma', ${phones[at]!}, ${`a${at}@twin.test`}, ${at === 0 ? "PPD" : "Latex"})`;
  const page = await (await withCookie(browser, app, house.owner.cookie, { viewport: phoneSize })).newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/customers/duplicates`);
  const list = page.getByRole("list", { name: "Likely the same" });
  await expect(list).toContainText("The same name", soon);
  await looksRight(page, "customers-duplicates", { anew: true });
  await page.setViewportSize(phoneSize);
  await list.getByRole("link", { name: /Atieno Ouma/ }).click();
  const form = page.getByRole("form", { name: "Make them one" });
  await expect(form.getByText("PPD", { exact: false })).toContainText("Latex", soon);
  await form.getByRole("group", { name: "Phone" }).getByRole("radio").nth(1).check();
  await looksRight(page, "customers-merge", { anew: true });
  await page.setViewportSize(phoneSize);
  await form.getByRole("group", { name: "Phone" }).getByRole("radio").nth(1).check();
  await form.getByRole("button", { name: "Make them one" }).click();
  const made = page.getByRole("region", { name: "Made one lately" });
  await expect(made).toContainText("Atieno Ouma", soon);
  const here =
    () => app.sql`select phone, email from customers where tenant_id = ${house.tenantId} and name = 'Atieno Ouma'
    and archived_at is null order by id`;
  expect(await here()).toHaveLength(1);
  await made.getByRole("button", { name: "Take apart: Atieno Ouma" }).click();
  await expect(list).toContainText("The same name", soon);
  expect((await here()).map(({ phone }) => phone).sort()).toEqual([...phones].sort());
  // They are two after all: not asked again, until that is taken back.
  await list.getByRole("button", { name: "Not the same person: Atieno Ouma" }).click();
  await expect(page.getByText("Nobody is here twice")).toBeVisible(soon);
  const apart = page.getByRole("region", { name: "Not the same person" });
  await expect(apart).toContainText("Atieno Ouma, twice", soon);
  await looksRight(page, "customers-apart", { anew: true });
  await page.setViewportSize(phoneSize);
  await page.reload();
  await expect(apart).toBeVisible(soon);
  await expect(list).toHaveCount(0);
  await apart.getByRole("button", { name: "Ask again: Atieno Ouma" }).click();
  await expect(list).toContainText("The same name", soon);
  await page.context().close();
});

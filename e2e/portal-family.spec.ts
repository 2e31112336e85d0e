import { newId } from "@/lib/platform/ids";
import { actionNamed, call } from "./fence/call";
import { atHour, newPhone } from "./support/api";
import { withCookie } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { asksDeposit } from "./support/paid";
import { enter, portalCookie } from "./support/portal";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 20_000 };
const onPhone = { viewport: { width: 360, height: 740 } };

async function known(app: App, { tenantId }: House, name: string, more: { guardianId?: string; phone?: string } = {}) {
  const id = newId();
  await app.sql`insert into customers (tenant_id, id, name, phone, guardian_id)
    values (${tenantId}, ${id}, ${name}, ${more.phone ?? null}, ${more.guardianId ?? null})`;
  return id;
}

test("a child is added, changed, booked for in two taps, removed and put back; the guardian sees what is booked", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const phone = newPhone();
  await book(house, { phone, name: "Atieno Odhiambo" });
  const page = await (await browser.newContext(onPhone)).newPage();
  await enter(page, app, house.slug, phone);
  await page.getByRole("link", { name: "Children" }).click();
  await page.waitForURL("**/children");
  await page.getByRole("button", { name: "Add a child" }).click();
  await expect(page.getByText("Type a name, of 80 letters at most.")).toBeVisible(soon);
  await page.getByLabel("Name").fill("Wanjiru");
  await page.getByLabel("Day").selectOption("31");
  await page.getByLabel("Month").selectOption("2");
  await page.getByRole("button", { name: "Add a child" }).click();
  await expect(page.getByText(/no day of the year/)).toBeVisible(soon);
  await expect(page.getByLabel("Name")).toHaveValue("Wanjiru");
  await looksRight(page, "portal-child-new");
  await page.setViewportSize(onPhone.viewport);
  await page.getByLabel("Day").selectOption("29");
  await page.getByRole("button", { name: "Add a child" }).click();
  const child = page.getByRole("article", { name: "Wanjiru" });
  await expect(child).toBeVisible(soon);

  await child.getByText("Change Wanjiru").click();
  await child.getByLabel("Name").fill("Wanjiru Atieno");
  await child.getByRole("button", { name: "Save" }).click();
  const renamed = page.getByRole("article", { name: "Wanjiru Atieno" });
  await expect(renamed).toBeVisible(soon);
  await looksRight(page, "portal-children");
  await page.setViewportSize(onPhone.viewport);

  // Two taps: for whom, and when.
  await page.getByRole("link", { name: "Book for Wanjiru Atieno" }).click();
  await page.waitForURL("**/children/*");
  await expect(page.getByText(/what you had last/)).toBeVisible();
  await looksRight(page, "portal-child-book");
  await page.setViewportSize(onPhone.viewport);
  await page
    .getByRole("button", { name: /^Book / })
    .first()
    .click();
  await page.waitForURL("**/b/**");
  await expect(page.getByText("Wanjiru Atieno").first()).toBeVisible();
  await page.goto(`${app.url}/portal/${house.slug}`);
  await expect(page.getByText("for Wanjiru Atieno")).toBeVisible(soon);

  // Whoever is still to come stays.
  await page.goto(`${app.url}/portal/${house.slug}/children`);
  await renamed.getByText("Change Wanjiru Atieno").click();
  await renamed.getByRole("button", { name: "Remove Wanjiru Atieno" }).click();
  await expect(page.getByText("Wanjiru Atieno has a booking to come. Cancel first.")).toBeVisible(soon);
  await app.sql`update bookings b set status = 'cancelled' from customers c
    where c.id = b.customer_id and c.name = 'Wanjiru Atieno' and b.tenant_id = ${house.tenantId}`;
  await renamed.getByRole("button", { name: "Remove Wanjiru Atieno" }).click();
  await expect(renamed).toHaveCount(0, soon);
  await page.getByText("Removed", { exact: true }).click();
  await page.getByRole("button", { name: "Put Wanjiru Atieno back" }).click();
  await expect(renamed).toBeVisible(soon);

  // The house sees whose child it is.
  const [row] =
    await app.sql`select k.birthday, g.name as guardian from customers k join customers g on g.id = k.guardian_id
    where k.tenant_id = ${house.tenantId} and k.name = 'Wanjiru Atieno'`;
  expect({ ...row }).toEqual({ birthday: "02-29", guardian: "Atieno Odhiambo" });
  await page.context().close();
});

test("somebody else's child is nobody here, and a family has its limit", async ({ browser, app, house }) => {
  const [mother, stranger] = [newPhone(), newPhone()];
  const ownId = await known(app, house, "Akinyi", { phone: mother });
  const child = await known(app, house, "Otieno", { guardianId: ownId });
  await known(app, house, "Somebody", { phone: stranger });
  const cookie = await portalCookie(app, house.slug, stranger);
  const other = await fetch(`${app.url}/portal/${house.slug}/children/${child}`, { headers: { cookie } });
  expect(other.status).toBe(404);
  const mothers = await portalCookie(app, house.slug, mother);
  const asked = async (what: string, as: string) =>
    (await fetch(`${app.url}/api/portal/${house.slug}/${what}`, { headers: { cookie: as } })).json();
  expect(await asked("me", cookie)).toMatchObject({ name: "Somebody", phone: stranger });
  expect(await asked("children", cookie)).toEqual({ items: [] });
  expect(await asked("bookings", cookie)).toEqual({ toCome: [], past: [] });
  expect(await asked("children", mothers)).toMatchObject({ items: [{ id: child, name: "Otieno" }] });
  for (let n = 1; n < 12; n++) await known(app, house, `Child ${n}`, { guardianId: ownId });
  const page = await (await withCookie(browser, app, mothers, onPhone)).newPage();
  await page.goto(`${app.url}/portal/${house.slug}/children`);
  await expect(page.getByRole("article")).toHaveCount(12);
  await page.getByText("Add another child").click();
  await page.getByLabel("Name").last().fill("One more");
  await page.getByRole("button", { name: "Add a child" }).click();
  await expect(page.getByText("You have 12 here already. To add another one, ask at the desk.")).toBeVisible(soon);
  await page.context().close();
});

test("a deposit is paid from the portal on the phone that entered, for a child as well; a no is told, a yes shows without loading", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  await asksDeposit(app, house, "prompts");
  const phone = newPhone();
  const { id } = await (await book(house, { phone, name: "Atieno Odhiambo", startsAt: atHour(3, 10) })).json();
  const page = await (await browser.newContext(onPhone)).newPage();
  await enter(page, app, house.slug, phone);
  // It is a child's: who answers for them pays.
  const [guardian] = await app.sql`select customer_id from bookings where id = ${id}`;
  const child = await known(app, house, "Wanjiru", { guardianId: guardian!.customer_id });
  await app.sql`update bookings set customer_id = ${child} where id = ${id}`;
  await page.reload();
  const prompt = () =>
    app.mpesa.control.prompts().find((one) => one.phone === phone.slice(1) && one.state === "waiting");
  const pay = page.getByRole("button", { name: "Pay KES 500" });
  await expect(pay).toBeVisible(soon);
  await looksRight(page, "portal-pay");
  await page.setViewportSize(onPhone.viewport);
  await pay.click();
  await expect(page.getByText("Look at your phone and type your M-Pesa PIN.", { exact: false })).toBeVisible(soon);
  await expect.poll(() => prompt()?.amount, soon).toBe(500);
  app.mpesa.control.tap(prompt()!.id, "approve");
  await expect(page.getByText("Deposit paid.")).toBeVisible(soon);
  await page.getByRole("link", { name: "Receipt" }).click();
  await page.waitForURL("**/pay");
  await expect(page.getByText(/M-Pesa code/)).toBeVisible(soon);

  // Nobody else is asked for it, nor asks.
  const stranger = newPhone();
  await known(app, house, "Somebody", { phone: stranger });
  const theirs = await fetch(`${app.url}/portal/${house.slug}`, {
    headers: { cookie: await portalCookie(app, house.slug, stranger) },
  });
  expect(await theirs.text()).not.toContain("Pay KES");
  await page.context().close();
});

test("what remains of a visit is paid from the portal, and its receipt is one tap away", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  await asksDeposit(app, house, "prompts");
  await app.sql`update services set deposit = null where tenant_id = ${house.tenantId}`;
  const phone = newPhone();
  const { id } = await (await book(house, { phone, name: "Atieno Odhiambo" })).json();
  const start = await fetch(`${app.url}/api/dashboard/${house.tenantId}/sales/start?booking=${id}`, {
    headers: { cookie: house.owner.cookie },
  });
  const { lines } = (await start.json()) as { lines: { serviceId: string; staffId: string }[] };
  const sold = { bookingId: id, lines: lines.map(({ serviceId, staffId }) => ({ serviceId, staffId })), key: newId() };
  const till = (name: string, given: object) =>
    call(
      `${app.url}/dashboard/${house.tenantId}/till`,
      actionNamed(`app/dashboard/[tenantId]/till/actions.ts#${name}`),
      [house.tenantId, given],
      { cookie: house.owner.cookie },
    );
  const { answer } = await till("sell", sold);
  expect(answer).toMatchObject({ ok: true });
  const page = await (await browser.newContext(onPhone)).newPage();
  await enter(page, app, house.slug, phone);
  await page.getByRole("button", { name: "Pay KES 1,500" }).click();
  await expect(page.getByText("Look at your phone", { exact: false })).toBeVisible(soon);
  const prompt = () =>
    app.mpesa.control.prompts().find((one) => one.phone === phone.slice(1) && one.state === "waiting");
  await expect.poll(() => prompt()?.amount, soon).toBe(1_500);
  app.mpesa.control.tap(prompt()!.id, "no-money");
  await expect(page.getByText("It was not paid.")).toBeVisible(soon);
  await page.getByRole("button", { name: "Pay KES 1,500" }).click();
  await expect(page.getByText(/^M-Pesa has just asked this phone/)).toBeVisible(soon);

  // Some of it is paid at the desk meanwhile: what is left is asked for.
  const saleId = (answer as { value: { id: string } }).value.id;
  await till("take", { saleId, method: "card", amountMinor: 60_000, key: newId() });
  await page.reload();
  const rest = page.getByRole("button", { name: "Pay KES 900" });
  await expect(rest).toBeVisible(soon);
  // As if the two minutes had gone by in which M-Pesa asks a phone once.
  await app.sql`update payments set created_at = created_at - interval '5 minutes', asked_at = asked_at - interval '5 minutes'
    where tenant_id = ${house.tenantId}`;
  await rest.click();
  await expect.poll(() => prompt()?.amount, soon).toBe(900);
  app.mpesa.control.tap(prompt()!.id, "approve");
  await page.getByRole("link", { name: "Receipt" }).click(soon);
  await page.waitForURL("**/r/**");
  await page.context().close();
});

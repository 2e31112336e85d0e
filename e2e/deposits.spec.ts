import type { Page } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { atHour, newPhone } from "./support/api";
import { fillIn } from "./support/booking-page";
import { bookingToken } from "./support/booking-token";
import { withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { asksDeposit } from "./support/paid";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 20_000 };
const row = (page: Page, id: string) => page.locator(`li:has([data-booking="${id}"])`);
const panel = (page: Page) => page.getByRole("dialog");

const detailsOf = ({ slug, serviceIds }: House, at: string) =>
  `/book/${slug}/details?service=${serviceIds[0]}&at=${encodeURIComponent(at)}`;

/** From the form to the page on which it is paid. */
async function bookOn(page: Page, app: App, house: House, at: string, phone = newPhone()): Promise<void> {
  await page.goto(app.url + detailsOf(house, at));
  await fillIn(page, "Atieno Odhiambo", phone);
  await page.getByRole("button", { name: "Book and pay" }).click();
  await page.waitForURL("**/pay");
}

const unpaidIn = async (app: App, { tenantId }: House) =>
  (
    await app.sql`select id, status, deposit from bookings where tenant_id = ${tenantId} order by created_at desc limit 1`
  )[0]!;

/** As if its ten minutes had gone by. */
async function lapse(app: App, { tenantId }: House): Promise<void> {
  await app.sql`update bookings set expires_at = now() - interval '1 second' where tenant_id = ${tenantId} and status = 'held'`;
  await app.sql`update occupancies set expires_at = now() - interval '1 second' where tenant_id = ${tenantId} and expires_at is not null`;
}

test("without a script and without keys it is paid by hand, told by its code, and confirmed", async ({
  browser,
  app,
  house,
}) => {
  await asksDeposit(app, house, "by_hand");
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(app.url + detailsOf(house, atHour(3, 10)));
  await expect(page.getByText(/KES 500 now makes it yours: you have 10 minutes to pay/)).toBeVisible();
  await bookOn(page, app, house, atHour(3, 10));
  await expect(page.getByRole("heading", { name: "Pay KES 500" })).toBeVisible();
  await expect(page.getByText(/Your time is kept until/)).toBeVisible();
  await expect(page.getByText("Paybill")).toBeVisible();
  await page.getByLabel("Code of M-Pesa’s message").fill("12");
  await page.getByRole("button", { name: "I have paid" }).click();
  await expect(page.getByText(/The code is ten letters and digits/)).toBeVisible();
  await expect(page.getByLabel("Code of M-Pesa’s message")).toHaveValue("12");
  const code = `S${newPhone().slice(-9)}`;
  await page.getByLabel("Code of M-Pesa’s message").fill(code.toLowerCase());
  await page.getByRole("button", { name: "I have paid" }).click();
  await expect(page.getByText("Your time is booked")).toBeVisible();
  await expect(page.getByText(code)).toBeVisible();
  await page.getByRole("link", { name: "Your booking" }).last().click();
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();
  await expect(page.getByText("Your KES 500 has been received.")).toBeVisible();
  await context.close();
});

test("a phone is asked, says no, is asked again and pays; the page tells by itself, also after a reload", async ({
  page,
  app,
  house,
}) => {
  await asksDeposit(app, house, "prompts");
  const phone = newPhone();
  await bookOn(page, app, house, atHour(3, 11), phone);
  await expect(
    page.getByText(new RegExp(`Leave it empty for \\${phone.slice(0, 5)}…${phone.slice(-3)}`)),
  ).toBeVisible();
  await looksRight(page, "pay");
  await page.getByLabel("Phone that pays").fill("12");
  await page.getByRole("button", { name: "Ask my phone for KES 500" }).click();
  await expect(page.getByText(/Phone is not a Safaricom number/)).toBeVisible(soon);
  await page.getByLabel("Phone that pays").fill("");
  await page.getByRole("button", { name: "Ask my phone for KES 500" }).click();
  await expect(page.getByText("Look at your phone")).toBeVisible(soon);
  await looksRight(page, "pay-waiting");
  const prompt = (of: string) =>
    app.mpesa.control.prompts().find((one) => one.phone === of.slice(1) && one.state === "waiting");
  await expect.poll(() => prompt(phone)?.amount, soon).toBe(500);
  await page.reload();
  await expect(page.getByText("Look at your phone")).toBeVisible();
  app.mpesa.control.tap(prompt(phone)!.id, "cancel");
  await expect(page.getByText(/It was cancelled on the phone/)).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText(/It can be asked for 2 more times/)).toBeVisible();
  await page.getByRole("button", { name: "Ask for KES 500 again" }).click();
  await expect(page.getByText(/M-Pesa has just asked this phone/)).toBeVisible(soon);
  await looksRight(page, "pay-again");
  const other = newPhone();
  await page.getByLabel("Phone that pays").fill(other);
  await page.getByRole("button", { name: "Ask for KES 500 again" }).click();
  await expect(page.getByText("Look at your phone")).toBeVisible(soon);
  await expect.poll(() => prompt(other)?.amount, soon).toBe(500);
  app.mpesa.control.tap(prompt(other)!.id, "approve");
  await expect(page.getByText("Your time is booked")).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText(/M-Pesa code Z/)).toBeVisible();
  await looksRight(page, "pay-paid");
  expect(await unpaidIn(app, house)).toMatchObject({ status: "confirmed", deposit: "paid" });
});

test("without a script the page that waits asks again by itself, and stops while a code is typed", async ({
  browser,
  app,
  house,
}) => {
  await asksDeposit(app, house, "prompts");
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const phone = newPhone();
  await bookOn(page, app, house, atHour(3, 12), phone);
  await page.getByRole("button", { name: "Ask my phone for KES 500" }).click();
  await expect(page.getByText("Look at your phone")).toBeVisible(soon);
  const refresh = page.locator('meta[http-equiv="refresh"]');
  await expect(refresh).toBeAttached();
  await page.getByRole("link", { name: "I paid but it still waits" }).click();
  await expect(page.getByLabel("Code of M-Pesa’s message")).toBeVisible();
  await expect(refresh).not.toBeAttached();
  await page.goBack();
  const prompt = () => app.mpesa.control.prompts().find((one) => one.phone === phone.slice(1));
  await expect.poll(() => prompt()?.state, soon).toBe("waiting");
  app.mpesa.control.tap(prompt()!.id, "approve");
  await expect(page.getByText("Your time is booked")).toBeVisible({ timeout: 45_000 });
  await context.close();
});

test("what was not paid in time is had again in one tap, with what was typed; or the nearest times are offered", async ({
  page,
  app,
  house,
  book,
}) => {
  await asksDeposit(app, house, "by_hand");
  const phone = newPhone();
  await page.goto(app.url + detailsOf(house, atHour(4, 10)));
  await page.getByLabel("Anything we should know").fill("Long hair");
  await fillIn(page, "Atieno Odhiambo", phone);
  await page.getByRole("button", { name: "Book and pay" }).click();
  await page.waitForURL("**/pay");
  const first = page.url();
  await lapse(app, house);
  await page.reload();
  await expect(page.getByText(/It was not paid in time. Your time is still free/)).toBeVisible();
  await looksRight(page, "pay-lapsed");
  await page.getByRole("button", { name: /^Book .* again$/ }).click();
  await page.waitForURL((url) => url.href !== first && url.pathname.endsWith("/pay"));
  const again = await unpaidIn(app, house);
  const [kept] = await app.sql`select notes, booked_as->>'name' as name, deposit from bookings where id = ${again.id}`;
  expect(kept).toEqual({ notes: "Long hair", name: "Atieno Odhiambo", deposit: "due" });
  await lapse(app, house);
  await app.sql`delete from mpesa_accounts where tenant_id = ${house.tenantId}`;
  await book(house, { startsAt: atHour(4, 10), staffId: house.staffIds[0]! });
  await asksDeposit(app, house, "by_hand");
  await page.goto(`${app.url}/b/${bookingToken(again.id as string)}`);
  await expect(page.getByText(/somebody else has your time by now/)).toBeVisible();
  await expect(page.getByRole("button", { name: /\d\d:\d\d$/ })).toHaveCount(3);
});

test("the desk sees that it waits, sends the link again, and does without the deposit, with why", async ({
  browser,
  page,
  app,
  house,
}) => {
  await asksDeposit(app, house, "by_hand");
  await bookOn(page, app, house, atHour(1, 15));
  const { id } = await unpaidIn(app, house);
  const context = await withCookie(browser, app, house.owner.cookie);
  const desk = await context.newPage();
  await desk.goto(`${app.url}/dashboard/${house.tenantId}/bookings`);
  await expect(row(desk, id)).toContainText("Waiting for deposit", soon);
  await expect(row(desk, id)).toContainText(/KES 500 to pay · Held until/);
  await row(desk, id).locator("a").click();
  await expect(panel(desk).getByText("Waits for KES 500")).toBeVisible(soon);
  await panel(desk).getByRole("button", { name: "Send the link again" }).click();
  await expect(desk.getByText("The link to pay is sent again")).toBeVisible(soon);
  await panel(desk).getByRole("button", { name: "Send the link again" }).click();
  await expect(panel(desk).getByText(/The link has just been sent/)).toBeVisible(soon);
  await looksRight(desk, "deposit-due");
  await desk.setViewportSize({ width: 1280, height: 800 });
  await panel(desk).getByRole("button", { name: "Waive the deposit" }).click();
  await panel(desk).getByRole("button", { name: "Waive it" }).click();
  await expect(panel(desk).getByText("Say why.")).toBeVisible(soon);
  await panel(desk).getByLabel("Why it is waived").fill("Known for years");
  await panel(desk).getByRole("button", { name: "Waive it" }).click();
  await expect(row(desk, id)).toContainText("Confirmed", soon);
  await expect(page.getByRole("heading", { name: "Nothing to pay" })).toBeVisible(soon);
  await desk.reload();
  await expect(panel(desk).getByText("“Known for years”")).toBeVisible(soon);
  await context.close();
});

test("a service and the house say what is paid beforehand; who may only look may not", async ({
  browser,
  app,
  house,
}) => {
  await asksDeposit(app, house, "by_hand");
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/services?service=${house.serviceIds[0]}`);
  await expect(panel(page).getByText("Customers pay KES 500 when they book and KES 1,000 here.")).toBeVisible(soon);
  await panel(page).getByLabel("Deposit").selectOption("percent");
  await panel(page).getByLabel("Percent").fill("120");
  await panel(page).getByRole("button", { name: "Save" }).click();
  await expect(panel(page).getByText(/The percentage is more than 100/)).toBeVisible(soon);
  await panel(page).getByLabel("Percent").fill("20");
  await expect(panel(page).getByText("Customers pay KES 300 when they book and KES 1,200 here.")).toBeVisible();
  await panel(page).getByRole("button", { name: "Save" }).click();
  await expect(panel(page)).toBeHidden(soon);
  await page.goto(`${app.url}/dashboard/${house.tenantId}/settings/rules`);
  const form = page.getByRole("form", { name: "Deposits" });
  await form.getByLabel("Of who has never been here").selectOption("percent");
  await form.getByLabel("Percent").fill("50");
  await expect(form.getByText("For a visit of KES 2,000 somebody new pays KES 1,000 when they book.")).toBeVisible();
  await form.getByLabel("In busy times").selectOption("fixed");
  await form.getByLabel("Amount in KES").fill("99.50");
  await form.getByRole("button", { name: "Save deposits" }).click();
  await expect(form.getByText(/The amount is not in whole shillings/)).toBeVisible(soon);
  await form.getByLabel("Amount in KES").fill("100");
  await form.getByLabel("Saturday").check();
  await form.getByRole("button", { name: "Save deposits" }).click();
  await expect(form.getByText(/Saved/)).toBeVisible(soon);
  await looksRight(page, "settings-deposits");
  await page.reload();
  await expect(form.getByLabel("Percent")).toHaveValue("50");
  await expect(form.getByLabel("Saturday")).toBeChecked();
  await context.close();
  const desk = await withCookie(browser, app, (await addMember(app.database, house.tenantId, "front_desk")).cookie);
  const other = await desk.newPage();
  await other.goto(`${app.url}/dashboard/${house.tenantId}/settings/rules`);
  await expect(other.getByRole("form", { name: "Deposits" }).getByLabel("Percent")).toBeDisabled(soon);
  await desk.close();
});

test("the API answers with what is to be paid, until when, and where", async ({ app, house, book }) => {
  await asksDeposit(app, house, "by_hand");
  const booked = await (await book(house, { startsAt: atHour(5, 9) })).json();
  expect(booked).toMatchObject({
    status: "held",
    deposit: { amountMinor: 50_000, currency: "KES", expiresAt: expect.any(String) },
  });
  expect(booked.deposit.payUrl).toBe(`${app.url}/b/${bookingToken(booked.id)}/pay`);
  expect((await fetch(booked.deposit.payUrl)).status).toBe(200);
});

test("the desk asks for a deposit as the rules have it, finds what waits, and takes cash after one more look", async ({
  browser,
  app,
  house,
}) => {
  await asksDeposit(app, house, "by_hand");
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/bookings`);
  await page.getByRole("link", { name: "To pay", exact: true }).click();
  await expect(page.getByText("Nothing waits for a deposit")).toBeVisible(soon);
  await page.getByRole("link", { name: "New booking" }).click();
  await panel(page).getByLabel("Day").fill(atHour(2, 10).slice(0, 10));
  await expect(panel(page).getByLabel("Time", { exact: true }).locator("option").nth(1)).toBeAttached(soon);
  await panel(page).getByLabel("Time", { exact: true }).selectOption({ index: 2 });
  const asks = panel(page).getByRole("switch", { name: "Ask for a deposit of KES 500" });
  await expect(asks).toBeChecked();
  await asks.click();
  await expect(panel(page).getByText("Booked at once, without a deposit.")).toBeVisible();
  await asks.click();
  await panel(page).getByLabel("Name").fill("Naserian Sankau");
  await panel(page).getByLabel("Phone").fill(newPhone());
  await looksRight(page, "new-booking-deposit");
  await page.setViewportSize({ width: 1280, height: 800 });
  await panel(page).getByRole("button", { name: "Hold until paid" }).click();
  await expect(page.getByText("Held until KES 500 is paid")).toBeVisible(soon);
  const { id, status, deposit } = await unpaidIn(app, house);
  expect({ status, deposit }).toEqual({ status: "held", deposit: "due" });
  await page.goto(`${app.url}/dashboard/${house.tenantId}/bookings`);
  await page.getByRole("link", { name: /To pay\s*1/ }).click();
  await expect(page).toHaveURL(/deposit=due/);
  await expect(row(page, id)).toContainText("Waiting for deposit", soon);
  await page.reload();
  await expect(row(page, id)).toContainText("Waiting for deposit", soon);
  await looksRight(page, "bookings-to-pay");
  await page.setViewportSize({ width: 1280, height: 800 });
  await row(page, id).locator("a").click();
  await panel(page).getByRole("button", { name: "Take cash" }).click();
  await expect(panel(page).getByText(/Is KES 500 in your hand\?/)).toBeVisible(soon);
  expect(await unpaidIn(app, house)).toMatchObject({ deposit: "due" });
  await looksRight(page, "deposit-cash");
  await page.setViewportSize({ width: 1280, height: 800 });
  await panel(page).getByRole("button", { name: "Yes, it is here" }).click();
  await expect(page.getByText("Taken in cash: the time is booked")).toBeVisible(soon);
  await page.keyboard.press("Escape");
  await expect(page.getByText("Nothing waits for a deposit")).toBeVisible(soon);
  await context.close();
});

test("whoever serves is not asked to sell, and sees no switch; over what is taken nobody waits for money", async ({
  browser,
  app,
  house,
}) => {
  await asksDeposit(app, house, "by_hand");
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/bookings?add=booking`);
  await panel(page).getByRole("button", { name: "Book over a time that is taken" }).click();
  await expect(panel(page).getByRole("switch")).toHaveCount(0);
  const staff = await withCookie(browser, app, (await addMember(app.database, house.tenantId, "staff")).cookie);
  const theirs = await staff.newPage();
  await theirs.goto(`${app.url}/dashboard/${house.tenantId}/bookings?add=booking`);
  await expect(theirs.getByRole("link", { name: "To pay", exact: true })).toBeVisible(soon);
  await expect(theirs.getByRole("switch")).toHaveCount(0);
  await Promise.all([context.close(), staff.close()]);
});

/** A payment of the deposit, as one that was asked for stands. */
const paymentOf = (app: App, { tenantId }: House, bookingId: string, status: string, doubt: string | null) =>
  app.sql`insert into payments (tenant_id, id, purpose, booking_id, method, amount_minor, currency, status, doubt, asked_at, created_at)
    values (${tenantId}, ${newId()}, 'deposit', ${bookingId}, 'prompt', 50000, 'KES', ${status}, ${doubt}, now(), now())`;

test("while the house looks at a payment the page asks nobody to pay again, and says whom to call", async ({
  page,
  app,
  house,
}) => {
  await asksDeposit(app, house, "prompts");
  await bookOn(page, app, house, atHour(3, 13));
  const { id } = await unpaidIn(app, house);
  await paymentOf(app, house, id, "needs_review", "never_answered");
  await page.reload();
  await expect(page.getByText("We are looking at your payment")).toBeVisible();
  await expect(page.getByText(/Do not pay again\./)).toBeVisible();
  await expect(page.getByRole("main").locator('a[href^="tel:"]')).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  await looksRight(page, "pay-looked-at");
  await lapse(app, house);
  await page.reload();
  await expect(page.getByText("We are looking at your payment")).toBeVisible();
});

test("a code that was mistyped is typed again; what came too late is told in words", async ({ page, app, house }) => {
  await asksDeposit(app, house, "by_hand");
  const phone = newPhone();
  await bookOn(page, app, house, atHour(3, 14), phone);
  const [wrong, right] = [`S${newPhone().slice(-9)}`, `S${newPhone().slice(-9)}`];
  await page.getByLabel("Code of M-Pesa’s message").fill(wrong);
  await page.getByRole("button", { name: "I have paid" }).click();
  await expect(page.getByText(wrong)).toBeVisible(soon);
  await page.getByText("The code is not right").click();
  await looksRight(page, "pay-paid-by-code");
  await page.getByLabel("Code of M-Pesa’s message").fill(right);
  await page.getByRole("button", { name: "This is the code" }).click();
  await expect(page.getByText(right)).toBeVisible(soon);

  await bookOn(page, app, house, atHour(3, 16), phone);
  const late = await unpaidIn(app, house);
  await lapse(app, house);
  await paymentOf(app, house, late.id, "paid_late", "late");
  await app.sql`insert into refunds (tenant_id, id, payment_id, booking_id, amount_minor, currency, why, status, not_before, created_at)
    select tenant_id, ${newId()}, id, booking_id, amount_minor, currency, 'late', 'queued', now(), now()
    from payments where booking_id = ${late.id}`;
  for (const place of ["", "/pay"]) {
    await page.goto(`${app.url}/b/${bookingToken(late.id as string)}${place}`);
    await expect(
      page.getByText(/Your payment of KES 500 came after the time was let go: .* gives it back/),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: /^Book .* again$/ })).toHaveCount(0);
    await looksRight(page, `late-money${place}`);
  }
});

test("what was kept of a deposit is given back by who may, with why", async ({ browser, app, house }) => {
  await asksDeposit(app, house, "by_hand");
  const context = await withCookie(browser, app, house.owner.cookie);
  const visitor = await browser.newPage();
  await bookOn(visitor, app, house, atHour(3, 15));
  await visitor.getByLabel("Code of M-Pesa’s message").fill(`S${newPhone().slice(-9)}`);
  await visitor.getByRole("button", { name: "I have paid" }).click();
  await expect(visitor.getByText("Your time is booked")).toBeVisible(soon);
  const { id } = await unpaidIn(app, house);
  await app.sql`update bookings set free_until = now() - interval '1 minute',
    terms = '{"freeHours":24,"late":{"kind":"fixed","amountMinor":30000}}' where id = ${id}`;
  await visitor.goto(`${app.url}/b/${bookingToken(id as string)}`);
  await visitor.getByText("Cancel booking").first().click();
  await visitor
    .getByRole("button", { name: /cancel/i })
    .last()
    .click();
  await expect(visitor.getByText(/KES 300 of your deposit is kept/)).toBeVisible(soon);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/bookings?booking=${id}`);
  await expect(panel(page).getByText("KES 300 for cancelling late is kept from the deposit.")).toBeVisible(soon);
  await panel(page).getByRole("button", { name: "Give back what is kept" }).click();
  await panel(page).getByRole("button", { name: "Give it back" }).click();
  await expect(panel(page).getByText("Say why.")).toBeVisible(soon);
  await looksRight(page, "fee-given-back");
  await page.setViewportSize({ width: 1280, height: 800 });
  await panel(page).getByLabel("Why it goes back").fill("She was ill");
  await panel(page).getByRole("button", { name: "Give it back" }).click();
  await expect(panel(page).getByText("“She was ill”")).toBeVisible(soon);
  await page.reload();
  await expect(panel(page).getByText("“She was ill”")).toBeVisible(soon);
  await visitor.reload();
  await expect(visitor.getByText("KES 500 comes back to you.")).toBeVisible();
  await Promise.all([context.close(), visitor.close()]);
});

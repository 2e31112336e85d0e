import type { Browser, Page } from "@playwright/test";
import { atHour, daysOn, newPhone } from "./support/api";
import { bookingToken } from "./support/booking-token";
import { signedIn, toasts, withCookie } from "./support/dashboard";
import { addMember, type Member } from "./support/house";
import { looksRight } from "./support/looks";
import { ask } from "./support/members";
import { addLogin } from "./support/outbox";
import { asksDeposit } from "./support/paid";
import { longAgo, showIt } from "./support/proof";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
/** What an answer of M-Pesa changes is to be seen within a second of it. */
const live = { timeout: 3_000 };
const panel = (page: Page) => page.getByRole("dialog");
const money = (app: App, { tenantId }: House, path = "") => `${app.url}/dashboard/${tenantId}/payments${path}`;
const rowOf = (page: Page, name: string) => page.locator("[data-payment]", { hasText: name });
const lineOf = (page: Page, words: string | RegExp) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: words });
const wide = (page: Page) => page.setViewportSize({ width: 1280, height: 800 });

const pageOf = async (browser: Browser, app: App, { cookie }: Member) =>
  (await withCookie(browser, app, cookie)).newPage();

type Book = (house: House, wish: { name: string; startsAt?: string; staffId?: string }) => Promise<Response>;

/** A booking whose deposit is asked for on a phone that waits for whoever holds it. */
async function prompted(app: App, house: House, book: Book, wish: Parameters<Book>[1]) {
  const { id } = (await (await book(house, wish)).json()) as { id: string };
  const phone = newPhone();
  const asked = await ask(app, house.owner, house.tenantId, "payments/stk-push", "POST", { bookingId: id, phone });
  expect(asked.status).toBe(202);
  const { paymentId } = (await asked.json()) as { paymentId: string };
  const prompt = () => app.mpesa.control.prompts().find((one) => one.phone === phone.slice(1));
  await expect.poll(() => prompt()?.state, soon).toBe("waiting");
  const tap = (what: "approve" | "cancel") => app.mpesa.control.tap(prompt()!.id, what);
  return { id, paymentId, tap, prompt };
}

const statusOf = async (app: App, paymentId: string) =>
  (await app.sql`select status from payments where id = ${paymentId}`)[0]!.status as string;

/** A deposit that was paid on the phone, of a visit that the house then cancelled so long ago that it goes back. */
async function toGiveBack(app: App, house: House, book: Book, name: string): Promise<string> {
  const { id, paymentId, tap } = await prompted(app, house, book, { name });
  tap("approve");
  await expect.poll(() => statusOf(app, paymentId), soon).toBe("paid");
  const cancelled = await ask(app, house.owner, house.tenantId, `bookings/${id}/changes`, "POST", {
    move: "cancel",
    from: "confirmed",
  });
  expect(cancelled.status).toBe(200);
  await app.sql`update refunds set not_before = now() - interval '1 minute' where booking_id = ${id}`;
  return id;
}

test("the list follows what M-Pesa says without a reload, tells of each payment what happened, and is narrowed by its address", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const number = await asksDeposit(app, house, "prompts");
  const page = await pageOf(browser, app, house.owner);
  await page.goto(`${app.url}/dashboard/${house.tenantId}`);
  await page.getByRole("link", { name: "Payments" }).first().click();
  await expect(page.getByText("Nothing has been paid yet")).toBeVisible(soon);
  await looksRight(page, "payments-empty", { anew: true });
  await wide(page);

  const paying = await prompted(app, house, book, { name: "Atieno Owuor" });
  await expect(rowOf(page, "Atieno Owuor")).toContainText("On the phone", soon);
  paying.tap("approve");
  const isHeard = () =>
    app.mpesa.control.callbacks().some(({ shortcode, status }) => shortcode === number && status === "delivered");
  await expect.poll(isHeard, soon).toBe(true);
  await expect(rowOf(page, "Atieno Owuor")).toContainText("Paid", live);
  await expect(page.getByLabel("In all")).toContainText("KES 500");
  const refusing = await prompted(app, house, book, { name: "Wambui Njeri Kamau-Odhiambo" });
  refusing.tap("cancel");
  await expect(rowOf(page, "Wambui")).toContainText("Not paid", soon);
  const cash = (await (await book(house, { name: "Chebet Langat" })).json()) as { id: string };
  await page.goto(`${app.url}/dashboard/${house.tenantId}/bookings?booking=${cash.id}`);
  await panel(page).getByRole("button", { name: "Take cash" }).click();
  await panel(page).getByRole("button", { name: "Yes, it is here" }).click();
  await expect(toasts(page).filter({ hasText: "Taken in cash" })).toHaveCount(1, soon);
  await page.goto(money(app, house));
  await expect(rowOf(page, "Chebet Langat")).toContainText(/Cash.*Paid$/, soon);
  await looksRight(page, "payments-list", { anew: true });
  await wide(page);

  await rowOf(page, "Atieno Owuor").click();
  const history = panel(page).getByRole("region", { name: "History" });
  for (const step of [
    "Asked for",
    "Sent to the phone",
    "M-Pesa said that it was paid",
    "Written into the books as a deposit",
  ])
    await expect(history.getByText(step, { exact: true })).toBeVisible(soon);
  await expect(panel(page)).toContainText(paying.prompt()!.receipt!);
  // M-Pesa has said it itself: there is nothing left to ask.
  await expect(panel(page).getByRole("button", { name: "Ask M-Pesa again" })).toHaveCount(0);
  await looksRight(page, "payment-panel", { anew: true });
  await wide(page);
  await expect(history).toBeVisible(soon);
  await panel(page).getByRole("button", { name: "Close" }).click();
  await expect(panel(page)).toHaveCount(0);
  await rowOf(page, "Wambui").click();
  await expect(panel(page)).toContainText("cancelled on the phone", soon);
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);

  const show = page.getByRole("form", { name: "Filter" }).getByRole("button", { name: "Show" });
  await page.getByLabel("State").selectOption("failed");
  await show.click();
  await expect(rowOf(page, "Atieno")).toHaveCount(0, soon);
  await expect(rowOf(page, "Wambui")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("State")).toHaveValue("failed");
  await expect(page.locator("[data-payment]")).toHaveCount(1);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(page.locator("[data-payment]")).toHaveCount(3, soon);
  await page.getByLabel("Search").fill(paying.prompt()!.receipt!);
  await show.click();
  await expect(page.locator("[data-payment]")).toHaveCount(1, soon);
  await expect(rowOf(page, "Atieno")).toBeVisible();
  await page.goto(money(app, house, "?method=cash"));
  await expect(page.locator("[data-payment]")).toHaveCount(1, soon);
  await page.goto(money(app, house, "?method=cash&only=doubtful"));
  await expect(page.getByText("No payment fits these filters")).toBeVisible(soon);
  await page.goto(money(app, house, "?status=stolen"));
  await expect(page.getByText("These filters could not be read, so every payment is shown.")).toBeVisible(soon);
  await page.goto(money(app, house, "?payment=00000000-0000-7000-8000-000000000000"));
  await expect(panel(page).getByText("This payment is not here")).toBeVisible(soon);

  const staff = await pageOf(browser, app, await addMember(app.database, house.tenantId, "staff", house.staffIds[0]!));
  for (const path of ["", "/inbox", "/refunds", "/statement"])
    expect((await staff.goto(money(app, house, path)))!.status()).toBe(404);
  await staff.goto(`${app.url}/dashboard/${house.tenantId}`);
  await expect(staff.getByRole("link", { name: "Payments" })).toHaveCount(0);
  await Promise.all([page, staff].map((one) => one.context().close()));
});

test("money that came too late, or for nothing known, waits in the inbox until somebody says what it was", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const number = await asksDeposit(app, house, "prompts");
  await app.sql`update tenants set phone = '+254712000111' where id = ${house.tenantId}`;
  const page = await pageOf(browser, app, await addMember(app.database, house.tenantId, "front_desk"));
  await page.goto(money(app, house, "/inbox"));
  await expect(page.getByText("Nothing needs you")).toBeVisible(soon);
  await looksRight(page, "inbox-empty", { anew: true });
  await wide(page);

  // Somebody else has the time by when it is paid.
  const at = { startsAt: atHour(4, 10), staffId: house.staffIds[0]! };
  const late = await prompted(app, house, book, { name: "Atieno Owuor", ...at });
  await app.sql`update bookings set expires_at = now() - interval '1 second' where id = ${late.id}`;
  await app.sql`update occupancies set expires_at = now() - interval '1 second'
    where tenant_id = ${house.tenantId} and expires_at is not null`;
  await book(house, { name: "Moraa Nyaboke", ...at });
  late.tap("approve");
  const lateLine = lineOf(page, "Came too late");
  await expect(lateLine).toContainText("Atieno Owuor", soon);
  await expect(page.getByRole("link", { name: /^Refunds/ })).toContainText("1", soon);

  // Of what customers type M-Pesa tells once it was told where.
  const owner = await pageOf(browser, app, house.owner);
  await owner.goto(`${app.url}/dashboard/${house.tenantId}/settings/mpesa`);
  await owner.getByRole("button", { name: "Let M-Pesa tell us about every payment" }).click();
  await expect(owner.getByText(/M-Pesa now tells us.*We can also read its list/)).toBeVisible(soon);
  const held = (await (await book(house, { name: "Chebet Langat" })).json()) as { id: string };
  const typed = (amount: number) =>
    app.mpesa.control.pay({ shortcode: number, amount, phone: newPhone().slice(1), reference: "HAIR" });
  const deposit = (await typed(500))!;
  await expect(lineOf(page, deposit.receipt)).toContainText("account “HAIR”", live);
  const rent = (await typed(7_000))!;
  await expect(lineOf(page, rent.receipt)).toContainText("No deposit and no open sale waits for this amount.", live);
  await looksRight(page, "inbox", { anew: true });
  await wide(page);
  await page.reload();

  await lineOf(page, deposit.receipt).getByRole("button", { name: "Chebet Langat" }).click();
  await expect(toasts(page).filter({ hasText: "Chebet Langat’s deposit is paid" })).toHaveCount(1, soon);
  await expect(lineOf(page, deposit.receipt)).toHaveCount(0, soon);
  const [booked] = await app.sql`select status, deposit from bookings where id = ${held.id}`;
  expect(booked).toMatchObject({ status: "confirmed", deposit: "paid" });

  const rentLine = lineOf(page, rent.receipt);
  await rentLine.getByRole("button", { name: "Say what it was" }).click();
  await rentLine.getByLabel("Something else").check();
  await rentLine.getByRole("button", { name: "Set aside" }).click();
  await expect(rentLine.getByText("Why is needed.")).toBeVisible(soon);
  await rentLine.getByLabel("Why", { exact: true }).fill("The chair’s rent");
  await looksRight(page, "inbox-aside");
  await wide(page);
  await rentLine.getByRole("button", { name: "Set aside" }).click();
  await expect(rentLine).toHaveCount(0, soon);
  await toasts(page).filter({ hasText: "KES 7,000 set aside" }).getByRole("button", { name: "Undo" }).click();
  await expect(rentLine).toBeVisible(soon);
  await rentLine.getByRole("button", { name: "Say what it was" }).click();
  await rentLine.getByRole("button", { name: "Set aside" }).click();
  await expect(rentLine).toHaveCount(0, soon);

  await lateLine.getByRole("link", { name: "History" }).click();
  await expect(panel(page).getByText(/Written into the books as money that is owed back/)).toBeVisible(soon);
  await panel(page).getByRole("button", { name: "Close" }).click();
  await lateLine.getByRole("button", { name: "I have looked at it" }).click();
  await lateLine.getByRole("button", { name: "It is settled" }).click();
  await expect(lateLine.getByText("What you found is needed.")).toBeVisible(soon);
  await lateLine.getByLabel("What you found").fill("She comes on Friday");
  await lateLine.getByRole("button", { name: "It is settled" }).click();
  await expect(page.getByText("Nothing needs you")).toBeVisible(soon);
  await page.reload();
  await expect(page.getByText("Nothing needs you")).toBeVisible(soon);
  await Promise.all([page, owner].map((one) => one.context().close()));
});

test("a code that nobody paid is taken off where the payment is looked at, and its visit owes again", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  await asksDeposit(app, house, "by_hand");
  const page = await pageOf(browser, app, await addMember(app.database, house.tenantId, "front_desk"));
  const { id } = (await (await book(house, { name: "Atieno Owuor" })).json()) as { id: string };
  const guest = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await guest.goto(`${app.url}/b/${bookingToken(id)}/pay`);
  const code = `S${newPhone().slice(-9)}`;
  await guest.getByLabel("Code of M-Pesa’s message").fill(code);
  await guest.getByRole("button", { name: "I have paid" }).click();
  await expect(guest.getByText(code)).toBeVisible(soon);

  await page.goto(money(app, house, "?only=unverified"));
  await rowOf(page, "Atieno Owuor").click();
  await panel(page).getByRole("button", { name: "It was not paid" }).click();
  await panel(page).getByRole("button", { name: "It was not paid" }).click();
  await expect(panel(page).getByText("How you know is needed.")).toBeVisible(soon);
  await looksRight(page, "payment-deny");
  await wide(page);
  await panel(page).getByLabel("How you know").fill("No such message on the till’s phone");
  await panel(page).getByRole("button", { name: "It was not paid" }).click();
  await expect(toasts(page).filter({ hasText: "KES 500 is taken off" })).toHaveCount(1, soon);
  await expect(panel(page)).toContainText("the house found that the code was never paid", soon);
  await expect(panel(page)).toContainText("Taken back in the books");
  await page.reload();
  await expect(panel(page).getByRole("button", { name: "It was not paid" })).toHaveCount(0);
  const [booked] = await app.sql`select status, deposit from bookings where id = ${id}`;
  expect(booked).toMatchObject({ status: "confirmed", deposit: "due" });
  await guest.reload();
  await expect(guest.getByText(/has not found the payment of your deposit/)).toBeVisible(soon);
  await Promise.all([page, guest].map((one) => one.context().close()));
});

test("what M-Pesa never answered is asked after again, and the answer shows by itself", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  await asksDeposit(app, house, "prompts");
  const page = await pageOf(browser, app, house.owner);
  app.mpesa.control.holdCallbacks();
  try {
    const { paymentId, tap } = await prompted(app, house, book, { name: "Chebet Langat" });
    tap("approve");
    await expect.poll(() => app.mpesa.control.callbacks().some(({ status }) => status === "held"), soon).toBe(true);
    // As after a day of asking, of which the last time said for once that it was paid.
    await app.sql`update payments set status = 'needs_review', doubt = 'never_answered', looks = 9, said_paid = 1 where id = ${paymentId}`;
    await page.goto(money(app, house, "/inbox"));
    const line = lineOf(page, "Never answered");
    await line.getByRole("button", { name: "Ask M-Pesa again" }).click();
    // The answer may be here before anybody can read that it is asked for.
    const asked = line.getByText("M-Pesa is being asked. What it says shows here by itself.");
    await expect(asked.or(page.getByText("Nothing needs you"))).toBeVisible(soon);
    await expect(page.getByText("Nothing needs you")).toBeVisible({ timeout: 45_000 });
    expect(await statusOf(app, paymentId)).toBe("paid");
  } finally {
    await app.mpesa.control.releaseCallbacks();
  }
  await page.context().close();
});

test("what is owed back is paid in cash or by M-Pesa itself, by who shows who they are; the desk only sees it", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  await asksDeposit(app, house, "prompts");
  const owner = await addLogin(app, "owner", house.tenantId);
  const context = await signedIn(browser, app, owner.email);
  const page = await context.newPage();
  await page.goto(money(app, house, "/refunds"));
  await expect(page.getByText("Nothing to give back")).toBeVisible(soon);
  await toGiveBack(app, house, book, "Atieno Owuor");
  await toGiveBack(app, house, book, "Chebet Langat");
  await page.reload();
  const [cash, reversed] = [lineOf(page, "Atieno Owuor"), lineOf(page, "Chebet Langat")];
  await expect(cash).toContainText("Deposit of a visit that was cancelled", soon);
  await cash.getByRole("button", { name: "Give it back" }).click();
  await looksRight(page, "refund-pay");
  await wide(page);
  await cash.getByLabel("How").selectOption("mpesa");
  await cash.getByRole("button", { name: "It is given back" }).click();
  await expect(cash.getByText(/The code is the code of M-Pesa’s message|code .*ten letters and digits/)).toBeVisible(
    soon,
  );
  await cash.getByLabel("How").selectOption("cash");
  await longAgo(app, owner.email);
  await cash.getByRole("button", { name: "It is given back" }).click();
  await showIt(page);
  await expect(toasts(page).filter({ hasText: "KES 500 given back" })).toHaveCount(1, soon);
  await expect(cash).toHaveCount(0, soon);

  const desk = await pageOf(browser, app, await addMember(app.database, house.tenantId, "front_desk"));
  await desk.goto(money(app, house, "/refunds"));
  await expect(lineOf(desk, "Chebet Langat")).toContainText("An owner or a manager gives it back.", soon);
  await expect(desk.getByRole("button", { name: "Give it back" })).toHaveCount(0);

  await reversed.getByRole("button", { name: "Give it back" }).click();
  await expect(reversed.getByLabel("How")).toHaveValue("reversal");
  await reversed.getByRole("button", { name: "Ask M-Pesa" }).click();
  await expect(reversed).toContainText("M-Pesa is giving it back", soon);
  await expect(lineOf(desk, "Chebet Langat")).toContainText("M-Pesa is giving it back", soon);
  // It comes back done some seconds later, and leaves both screens.
  await expect(page.getByText("Nothing to give back")).toBeVisible(soon);
  await expect(desk.getByText("Nothing to give back")).toBeVisible(soon);
  await page.getByRole("navigation", { name: "Which refunds" }).getByRole("link", { name: "Done" }).click();
  await expect(reversed).toContainText(/By M-Pesa itself, Z\w{9}, by Njeri Wafula/, soon);
  await expect(cash).toContainText(/In cash, by Njeri Wafula/);
  await page.reload();
  await expect(reversed).toContainText("Given back", soon);
  await looksRight(page, "refunds-done", { anew: true });
  expect(app.mpesa.control.till().filter(({ amount }) => amount < 0)).toHaveLength(1);
  const sums = await app.sql`select account, sum(debit_minor - credit_minor)::int as sum from ledger_entries
    where tenant_id = ${house.tenantId} group by account order by account`;
  expect(sums.map((row) => ({ ...row }))).toEqual([
    { account: "cash", sum: -50_000 },
    { account: "deposits", sum: 0 },
    { account: "mpesa", sum: 50_000 },
  ]);
  await Promise.all([context, desk.context()].map((one) => one.close()));
});

test("codes that were typed in are verified by a statement, looked at before it is read in", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  await asksDeposit(app, house, "by_hand");
  const codes = ["Atieno Owuor", "Chebet Langat"].map((name) => ({ name, code: `S${newPhone().slice(-9)}` }));
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  for (const { name, code } of codes) {
    const { id } = (await (await book(house, { name })).json()) as { id: string };
    await visitor.goto(`${app.url}/b/${bookingToken(id)}/pay`);
    await visitor.getByLabel("Code of M-Pesa’s message").fill(code);
    await visitor.getByRole("button", { name: "I have paid" }).click();
    await expect(visitor.getByText("Your time is booked")).toBeVisible();
  }
  const page = await pageOf(browser, app, await addMember(app.database, house.tenantId, "front_desk"));
  await page.goto(money(app, house));
  await expect(rowOf(page, "Atieno Owuor")).toContainText("Paid, not verified", soon);
  await page.getByRole("navigation", { name: "Payments" }).getByRole("link", { name: "Statement" }).click();
  await page.waitForURL("**/payments/statement");
  await expect(page.locator("[data-payment]")).toHaveCount(2, soon);
  await looksRight(page, "statement-empty", { anew: true });
  await wide(page);
  const choose = (name: string, text: string) =>
    page.getByLabel("Statement file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await choose("holiday.csv", "Dear diary,\nit rained.\n");
  await expect(page.getByRole("alert").filter({ hasText: /The file/ })).toBeVisible(soon);

  const unknown = `S${newPhone().slice(-9)}`;
  const day = daysOn(-1);
  const columns = "Receipt No.,Completion Time,Initiation Time,Details,Transaction Status,Paid In,Withdrawn,A/C No.";
  const line = (receipt: string, paid: string, status = "Completed") =>
    `${receipt},${day} 14:03:22,,"Pay Bill from 2547***678 - WANJIRU, GRACE",${status},"${paid}",,`;
  await choose(
    "statement.csv",
    [
      "Short Code:,600966",
      `Time Period:,From ${daysOn(-2)} 00:00:00 To ${daysOn(1)} 23:59:59`,
      columns,
      line(codes[0]!.code, "500.00"),
      line(unknown, "1,200.00"),
      line(`S${newPhone().slice(-9)}`, "800.00", "Cancelled"),
    ].join("\r\n"),
  );
  const preview = page.getByRole("region", { name: "What it says" });
  await expect(preview).toContainText(/2 payments of customers, 1 other/, soon);
  for (const fact of [
    /1\s*typed in, and now verified/,
    /1\s*for nothing we know of/,
    /1\s*typed in, and not in the statement/,
  ])
    await expect(preview.getByRole("listitem").filter({ hasText: fact })).toHaveCount(1);
  await preview.getByText("Not found (1)").click();
  await expect(preview.getByText(`${codes[1]!.code}, Chebet Langat: typed KES 500`)).toBeVisible();
  // Looked at is not read in.
  await expect(page.locator("[data-payment]")).toHaveCount(2);
  await looksRight(page, "statement-preview");
  await wide(page);
  await preview.getByRole("button", { name: "Read it in" }).click();
  await expect(toasts(page).filter({ hasText: "One payment is verified" })).toHaveCount(1, soon);
  await expect(page.locator("[data-payment]")).toHaveCount(1, soon);
  await expect(rowOf(page, "Chebet Langat")).toBeVisible();
  await page
    .getByRole("navigation", { name: "Payments" })
    .getByRole("link", { name: /^Inbox/ })
    .click();
  await expect(lineOf(page, unknown)).toContainText("found in a statement", soon);
  await expect(lineOf(page, "Not in the statement")).toContainText("Chebet Langat");
  await page.getByRole("navigation", { name: "Payments" }).getByRole("link", { name: "All" }).click();
  await rowOf(page, "Atieno Owuor").click();
  await expect(panel(page)).toContainText("Verified: moved from “by hand” to M-Pesa in the books", soon);
  await expect(panel(page)).toContainText("Found in a statement that was uploaded");
  await Promise.all([page, visitor].map((one) => one.context().close()));
});

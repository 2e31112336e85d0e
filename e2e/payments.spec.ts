import type { Browser, Page } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { boss } from "./support/applicants";
import { live, signedIn, toasts, withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { longAgo, showIt } from "./support/proof";
import { expect, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
const pageOf = async (browser: Browser, app: App, cookie: string) => (await withCookie(browser, app, cookie)).newPage();
const base = (app: App, tenantId: string, path = "") => `${app.url}/dashboard/${tenantId}${path}`;
const code = () => `Z${newId().slice(-9).toUpperCase()}`;
const line = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text });

/** A visit whose deposit is not paid, of somebody with this name. */
async function waitingForDeposit(app: App, house: { tenantId: string; serviceIds: string[] }, name: string) {
  const [customerId, bookingId] = [newId(), newId()];
  await app.sql`insert into customers (tenant_id, id, name) values (${house.tenantId}, ${customerId}, ${name})`;
  await app.sql`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor,
      currency, booked_as, expires_at, deposit, deposit_minor)
    values (${house.tenantId}, ${bookingId}, ${newId().slice(-6).toUpperCase()}, ${customerId}, 'held', 'public',
      now() + interval '3 days', now() + interval '3 days 1 hour', 150000, 'KES', ${app.sql.json({ name })},
      now() + interval '10 minutes', 'due', 50000)`;
  return { customerId, bookingId };
}

const cameIn = (app: App, tenantId: string, receipt: string, amountMinor = 50_000) =>
  app.sql`insert into mpesa_receipts (tenant_id, receipt, amount_minor, reference, paid_at, source)
    values (${tenantId}, ${receipt}, ${amountMinor}, 'HAIR', now(), 'confirmation')`;

/** A payment that the desk typed the code of. */
async function typedIn(app: App, tenantId: string, receipt: string, doubt: string | null = null) {
  const { customerId, bookingId } = await waitingForDeposit(app, { tenantId, serviceIds: [] }, "Wanjiru Kamau");
  const id = newId();
  await app.sql`update bookings set deposit = 'paid', status = 'confirmed', expires_at = null where id = ${bookingId}`;
  await app.sql`insert into payments (tenant_id, id, purpose, booking_id, customer_id, method, amount_minor, currency, status,
      proof, receipt, settled_at, doubt)
    values (${tenantId}, ${id}, 'deposit', ${bookingId}, ${customerId}, 'code', 50000, 'KES', 'paid', 'word', ${receipt}, now(), ${doubt})`;
  return id;
}

test("an owner sets up M-Pesa: by hand first, then with keys that are tried, named when wrong, and never shown again", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const page = await pageOf(browser, app, house.owner.cookie);
  await page.goto(base(app, house.tenantId, "/settings"));
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "M-Pesa" }).click();
  await expect(page.getByText(/There are no keys: you work by hand/)).toBeVisible(soon);
  await looksRight(page, "mpesa-settings-empty");
  const number = page.getByRole("form", { name: "Where you are paid" });
  await number.getByLabel("Till number", { exact: true }).fill("12");
  await number.getByRole("button", { name: "Save number" }).click();
  await expect(number.getByText("Till number has five to seven digits.")).toBeVisible(soon);
  await number.getByLabel("Till number", { exact: true }).fill("5151515");
  await number.getByRole("button", { name: "Save number" }).click();
  await expect(number.getByText("Saved.")).toBeVisible(soon);

  const keys = page.getByRole("form", { name: "Keys" });
  await keys.getByLabel("Consumer key").fill("a-consumer-key-of-ours");
  await keys.getByRole("button", { name: "Save and test keys" }).click();
  await expect(keys.getByText(/Give the store number above first/)).toBeVisible(soon);
  await page.getByRole("button", { name: "Use the simulator’s till" }).click();
  await expect(page.getByText("It works")).toBeVisible(soon);
  await expect(page.getByText("…-key")).toBeVisible();

  await keys.getByLabel("Consumer secret").fill("not-the-secret-at-all");
  await keys.getByRole("button", { name: "Save and test keys" }).click();
  await expect(page.getByText("The consumer key or the consumer secret is wrong.")).toBeVisible(soon);
  await expect(keys.getByLabel("Consumer secret")).toHaveValue("");
  await page.reload();
  await expect(page.getByText("The consumer key or the consumer secret is wrong.")).toBeVisible(soon);
  for (const secret of ["not-the-secret-at-all", "simulated-till-key", "simulated-till-secret"])
    expect(await page.content()).not.toContain(secret);
  await page.getByRole("button", { name: "Use the simulator’s till" }).click();
  // Whether they work is not said again at once: Safaricom answers few such questions in a minute.
  await expect(page.getByText("The consumer key or the consumer secret is wrong.")).toHaveCount(0, soon);
  await page.getByRole("button", { name: "Let M-Pesa tell us about every payment" }).click();
  await expect(page.getByText(/M-Pesa (now tells us|was told an address)/)).toBeVisible(soon);
  await looksRight(page, "mpesa-settings");

  await page.getByRole("button", { name: "Remove keys" }).click();
  await page.getByRole("dialog", { name: "Remove the keys?" }).getByRole("button", { name: "Remove keys" }).click();
  await expect(page.getByText(/There are no keys: you work by hand/)).toBeVisible(soon);
  await expect(number.getByLabel("Till number", { exact: true })).toHaveValue("5151515");
});

test("a manager sets the number and not the keys; the desk and staff do not find it", async ({
  browser,
  app,
  house,
}) => {
  const [manager, desk, staff] = await Promise.all(
    (["manager", "front_desk", "staff"] as const).map((role) => addMember(app.database, house.tenantId, role)),
  );
  const page = await pageOf(browser, app, manager!.cookie);
  await page.goto(base(app, house.tenantId, "/settings/mpesa"));
  await expect(page.getByText("Only an owner of the business gives and removes keys.")).toBeVisible(soon);
  await expect(page.getByRole("form", { name: "Keys" })).toHaveCount(0);
  const front = await pageOf(browser, app, desk!.cookie);
  await front.goto(base(app, house.tenantId, "/settings"));
  const tabs = front.getByRole("navigation", { name: "Settings" });
  await expect(tabs.getByRole("link", { name: "Booking rules" })).toBeVisible(soon);
  await expect(tabs.getByRole("link", { name: "M-Pesa" })).toHaveCount(0);
  expect((await front.goto(base(app, house.tenantId, "/settings/mpesa")))?.status()).toBe(404);
  const other = await pageOf(browser, app, staff!.cookie);
  for (const path of ["", "/inbox", "/refunds", "/statement"])
    expect((await other.goto(base(app, house.tenantId, `/payments${path}`)))?.status()).toBe(404);
});

test("the platform's own account has the same forms, for its administrators", async ({ browser, app }) => {
  const page = await (await signedIn(browser, app, boss)).newPage();
  await page.goto(`${app.url}/admin/mpesa`);
  await page
    .getByRole("button", { name: "Use the simulator’s PayBill" })
    .or(page.getByRole("button", { name: "Use the simulator’s till" }))
    .click();
  await expect(page.getByText("It works")).toBeVisible(soon);
  await looksRight(page, "mpesa-admin");
});

test("what came unasked is attached where it belongs, set aside and taken up again, without a reload", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const page = await pageOf(browser, app, house.owner.cookie);
  await page.goto(base(app, house.tenantId));
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Payments" }).click();
  await expect(page.getByText("Nothing has been paid yet")).toBeVisible(soon);
  await looksRight(page, "payments-empty");
  const [one, two] = [code(), code()];
  const made = (await (await book(house, { name: "Njeri Wambui" })).json()) as { id: string };
  await app.sql`update bookings set status = 'held', deposit = 'due', deposit_minor = 50000,
    expires_at = now() + interval '10 minutes' where id = ${made.id}`;
  await cameIn(app, house.tenantId, one);
  await cameIn(app, house.tenantId, two, 80_000);
  const tabs = page.getByRole("navigation", { name: "Payments" });
  await tabs.getByRole("link", { name: /^Inbox/ }).click();
  await expect(tabs.getByRole("link", { name: "Inbox 2 waiting" })).toBeVisible(soon);
  await live(page);

  await line(page, two).getByRole("button", { name: "Say what it was" }).click();
  const form = page.getByRole("form", { name: `What ${two} was` });
  await form.getByLabel("Something else").check();
  await form.getByRole("button", { name: "Set aside" }).click();
  await expect(form.getByText("Why is needed.")).toBeVisible(soon);
  await form.getByLabel("Why", { exact: true }).fill("The owner tried the till");
  await form.getByRole("button", { name: "Set aside" }).click();
  await expect(line(page, two)).toHaveCount(0, soon);
  await toasts(page).getByRole("button", { name: "Undo" }).click();
  await expect(line(page, two)).toHaveCount(1, soon);

  await line(page, one).getByRole("button", { name: "Njeri Wambui’s deposit" }).click();
  await expect(toasts(page).filter({ hasText: "Njeri Wambui’s deposit is paid" })).toBeVisible(soon);
  await tabs.getByRole("link", { name: "All" }).click();
  await page.getByRole("link", { name: /Njeri Wambui/ }).click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("Written into the books as a deposit")).toBeVisible(soon);
  await looksRight(page, "payment-panel");
});

test("a doubtful payment is looked at with a note; another window sees it go", async ({ browser, app, house }) => {
  await typedIn(app, house.tenantId, code(), "not_in_statement");
  const [page, other] = [
    await pageOf(browser, app, house.owner.cookie),
    await pageOf(browser, app, house.owner.cookie),
  ];
  for (const one of [page, other]) {
    await one.goto(base(app, house.tenantId, "/payments/inbox"));
    await live(one);
    await expect(one.getByText("Not in the statement")).toBeVisible(soon);
  }
  await page.getByRole("button", { name: "I have looked at it" }).click();
  await page.getByRole("button", { name: "It is settled" }).click();
  await expect(page.getByText("What you found is needed.")).toBeVisible(soon);
  await page.getByLabel("What you found").fill("She showed me the message");
  await page.getByRole("button", { name: "It is settled" }).click();
  for (const one of [page, other]) await expect(one.getByText("Nothing needs you")).toBeVisible(soon);
});

test("a statement is looked at before it is read in, and verifies what was typed", async ({ browser, app, house }) => {
  const [found, lost, unknown] = [code(), code(), code()];
  await typedIn(app, house.tenantId, found);
  await typedIn(app, house.tenantId, lost);
  const desk = await addMember(app.database, house.tenantId, "front_desk");
  const page = await pageOf(browser, app, desk.cookie);
  await page.goto(base(app, house.tenantId, "/payments/statement"));
  await expect(page.getByText("Paid, not verified")).toHaveCount(2, soon);
  const nairobi = (hours: number) => new Date(Date.now() + (3 + hours) * 3_600_000).toISOString().slice(0, 19);
  const row = (receipt: string, amount: string) =>
    `${receipt},${nairobi(0).replace("T", " ")},Merchant Payment,Completed,"${amount}",,0`;
  const text = [
    `Time Period:,From ${nairobi(-24).replace("T", " ")} To ${nairobi(24).replace("T", " ")},,,,,`,
    "Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance",
    row(found, "500.00"),
    row(unknown, "1,200.00"),
  ].join("\r\n");
  const give = (name: string, content: string) =>
    page.getByLabel("Statement file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  await give("prices.csv", "Name,Price\r\nBraids,3000\r\n");
  await expect(page.getByText(/The file has no columns “Receipt No.”/)).toBeVisible(soon);
  await give("statement.csv", text);
  const says = page.getByRole("region", { name: "What it says" });
  await expect(says.getByRole("listitem").filter({ hasText: "and now verified" })).toContainText("1", soon);
  await says.getByText("Not found (1)").click();
  await expect(says.getByText(lost)).toBeVisible();
  await expect(page.getByText("Paid, not verified")).toHaveCount(2);
  await looksRight(page, "statement-preview");
  await says.getByRole("button", { name: "Read it in" }).click();
  await expect(toasts(page).filter({ hasText: "One payment is verified" })).toBeVisible(soon);
  await expect(page.getByText("Paid, not verified")).toHaveCount(1, soon);
  await page.getByRole("link", { name: /^Inbox/ }).click();
  await expect(page.getByText("Not in the statement")).toBeVisible(soon);
  await expect(line(page, unknown)).toBeVisible();
});

test("the demo has something in every part; a refund wants a proof, and is not the desk's to pay", async ({
  browser,
  app,
}) => {
  test.slow();
  const desk = await (await signedIn(browser, app, "desk@amani.test")).newPage();
  const amani = (path: string) => base(app, app.tenants.amani, `/payments${path}`);
  await desk.goto(amani("/refunds"));
  await expect(desk.getByText("An owner or a manager gives it back.").first()).toBeVisible(soon);
  await expect(desk.getByRole("button", { name: "Give it back" })).toHaveCount(0);

  const page = await (await signedIn(browser, app, "owner@amani.test")).newPage();
  for (const [path, name] of [
    ["", "payments"],
    ["/inbox", "payments-inbox"],
    ["/refunds?which=done", "refunds-done"],
    ["/statement", "statement"],
    ["/refunds", "refunds"],
  ] as const) {
    await page.goto(amani(path));
    await expect(page.getByRole("navigation", { name: "Payments" })).toBeVisible(soon);
    await looksRight(page, name);
  }
  await longAgo(app, "owner@amani.test");
  const late = line(page, "Money that came too late").first();
  await late.getByRole("button", { name: "Give it back" }).click();
  await page.getByLabel("How").selectOption("mpesa");
  await looksRight(page, "refund-form");
  await page.getByLabel("M-Pesa code of what you sent").fill("no code");
  await page.getByRole("button", { name: "It is given back" }).click();
  await expect(page.getByText("The code is no code of M-Pesa.").or(page.getByRole("dialog"))).toBeVisible(soon);
  await page.getByLabel("M-Pesa code of what you sent").fill(code());
  await page.getByRole("button", { name: "It is given back" }).click();
  await showIt(page);
  await expect(toasts(page).filter({ hasText: "KES 500 given back" })).toBeVisible(soon);
  await page.getByRole("link", { name: "Done", exact: true }).click();
  await expect(line(page, "Sent by M-Pesa by hand").first()).toBeVisible(soon);
});

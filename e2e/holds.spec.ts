import type { Page } from "@playwright/test";
import { newPhone } from "./support/api";
import { fillIn } from "./support/booking-page";
import { toasts, withCookie } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { messageTo } from "./support/outbox";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
const row = (page: Page, id: string) => page.locator(`li:has([data-booking="${id}"])`);
const panel = (page: Page) => page.getByRole("dialog");
const linkOf = async (app: App, phone: string, words: RegExp) =>
  /\/b\/[\w-]+/.exec((await messageTo(app, phone, words)).body)![0];
const bookingOf = async (app: App, { tenantId }: House, name: string) =>
  (
    await app.sql`select id, status, starts_at from bookings where tenant_id = ${tenantId} and booked_as->>'name' = ${name}`
  )[0];

test("the desk holds a time for somebody on the phone; they say yes by its link, and the desk sees it at once", async ({
  browser,
  app,
  house,
}) => {
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  const phone = newPhone();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/bookings`);
  await page.getByRole("link", { name: "New booking" }).click();
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await panel(page).getByLabel("Day").fill(day);
  await expect(panel(page).getByLabel("Time", { exact: true }).locator("option").nth(1)).toBeAttached(soon);
  await panel(page).getByLabel("Time", { exact: true }).selectOption({ index: 3 });
  await panel(page).getByLabel("Name").fill("Naserian Sankau");
  await panel(page).getByLabel("Phone").fill("12");
  await panel(page).getByLabel("What to do").selectOption("15");
  await panel(page).getByRole("button", { name: "Hold" }).click();
  await expect(panel(page).getByText(/Phone is not a number/)).toBeVisible(soon);
  await expect(panel(page).getByLabel("Name")).toHaveValue("Naserian Sankau");
  await looksRight(page, "new booking");
  await page.setViewportSize({ width: 1280, height: 800 });
  await panel(page).getByLabel("Phone").fill(phone);
  await panel(page).getByRole("button", { name: "Hold" }).click();
  await expect(panel(page).getByText(/Held until .* · 14:\d\d left/)).toBeVisible(soon);
  await panel(page).getByRole("button", { name: "Hold 1 h from now" }).click();
  await expect(panel(page).getByText(/59:\d\d left|1 h 0 min left/)).toBeVisible(soon);
  const { id } = (await bookingOf(app, house, "Naserian Sankau"))!;
  await page.keyboard.press("Escape");
  await expect(row(page, id)).toContainText("Held");

  const visitor = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const own = await visitor.newPage();
  await own.goto(app.url + (await linkOf(app, phone, /Say yes/)));
  await expect(own.getByText(/This time is kept for you until/)).toBeVisible();
  await own.getByRole("button", { name: "Book it" }).click();
  await expect(own.getByText("Confirmed", { exact: true })).toBeVisible();
  await expect(row(page, id)).toContainText("Confirmed", soon);
  await Promise.all([context.close(), visitor.close()]);
});

test("a time that a visitor has chosen is theirs while they type, and nobody else is shown it", async ({
  browser,
  app,
  house,
  book,
}) => {
  const [first, second] = [
    await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } }),
    await browser.newContext({ viewport: { width: 360, height: 740 } }),
  ];
  // Another day than today, of which little may be left.
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const times = `${app.url}/book/${house.slug}/times?service=${house.serviceIds[0]}&staff=${house.staffIds[0]}&day=${day}`;
  const choose = async (page: Page, at?: string) => {
    await page.goto(times);
    const radio = at ? page.locator(`input[name="at"][value="${at}"]`) : page.locator('input[name="at"]').last();
    const value = (await radio.getAttribute("value"))!;
    await radio.check({ force: true });
    return value;
  };
  const [a, b] = [await first.newPage(), await second.newPage()];
  await b.clock.install();
  const at = await choose(a);
  await choose(b, at);
  await a.getByRole("button", { name: "Continue" }).click();
  await a.waitForURL("**/details?**");
  await expect(a.getByText(/This time is kept for you until \d\d:\d\d\./)).toBeVisible();
  // Who was a moment later hears of it before they have typed anything.
  await b.getByRole("button", { name: "Continue" }).click();
  await expect(b.getByText(/has just been taken/)).toBeVisible();
  await expect(b.locator(`input[name="at"][value="${at}"]`)).toHaveCount(0);
  const other = await choose(b);
  await b.getByRole("button", { name: "Continue" }).click();
  await expect(b.getByText(/kept for you until .* \(4:\d\d\)/)).toBeVisible();
  await b.getByRole("link", { name: "Times" }).click();
  await expect(b.locator(`input[name="at"][value="${other}"]`)).toHaveCount(1);
  await choose(b, other);
  await b.getByRole("button", { name: "Continue" }).click();
  await b.waitForURL("**/details?**");
  await fillIn(a, "Wambui Njoki");
  await a.getByRole("button", { name: "Book", exact: true }).click();
  await a.waitForURL("**/b/**");
  expect((await bookingOf(app, house, "Wambui Njoki"))?.starts_at).toEqual(new Date(at));
  // Kept no longer, it is kept anew with one tap while it is free; when it is gone the nearest ones stand there.
  const runOut = async () => {
    for (const table of ["holds", "occupancies"])
      await app.sql`update ${app.sql(table)} set expires_at = expires_at - interval '5 minutes' where tenant_id = ${house.tenantId}`;
  };
  await fillIn(b, "Auma Achieng");
  await runOut();
  await b.clock.fastForward("05:01");
  const again = b.getByRole("button", { name: "Choose this time again" });
  await expect(again).toBeVisible(soon);
  await looksRight(b, "chosen time kept no longer");
  await b.clock.setSystemTime(Date.now());
  await again.click();
  await expect(b.getByText(/kept for you until .* \(4:\d\d\)/)).toBeVisible(soon);
  await expect(b.getByLabel("Name")).toHaveValue("Auma Achieng");
  await runOut();
  expect((await book(house, { startsAt: other })).status).toBe(201);
  await b.clock.fastForward("05:01");
  for (const page of [b, a]) {
    if (page === a) await a.goto(b.url());
    await expect(page.getByText("That time has just been taken")).toBeVisible(soon);
    await expect(page.locator('button[name="startsAt"]')).toHaveCount(3);
  }
  await expect(b.getByLabel("Name")).toHaveValue("Auma Achieng");
  await b.clock.setSystemTime(Date.now());
  await choose(b);
  await b.getByRole("button", { name: "Continue" }).click();
  await b.waitForURL("**/details?**");
  await expect(b.getByText(/kept for you until/)).toBeVisible();
  // Terms that change meanwhile are shown, old and new, before anything is booked.
  const terms = { freeHours: 24, late: { kind: "fixed", amountMinor: 50_000 } };
  await app.sql`update tenants set policy = policy || ${app.sql.json({ cancellation: terms })} where id = ${house.tenantId}`;
  await fillIn(b, "Auma Achieng");
  await b.getByRole("button", { name: "Book", exact: true }).click();
  await expect(b.getByText("The terms have changed")).toBeVisible();
  await expect(b.getByRole("alert").filter({ hasText: "Before: cancelling was free." })).toContainText(
    "it costs KES 500",
  );
  expect(await bookingOf(app, house, "Auma Achieng")).toBeUndefined();
  await b.getByRole("button", { name: "Book", exact: true }).click();
  await b.waitForURL("**/b/**");
  await expect(b.getByText(/after that KES 500/)).toBeVisible();
  await Promise.all([first.close(), second.close()]);
});

test("another time is proposed and taken with one tap; a booking is put over another on purpose, and marked", async ({
  browser,
  app,
  house,
  book,
}) => {
  const phone = newPhone();
  const { id } = (await (await book(house, { name: "Akoth Odera", phone })).json()) as {
    id: string;
  };
  // The next free time of the same person.
  house.wishes.next();
  const { id: there } = (await (await book(house, { name: "Moraa Nyaboke" })).json()) as {
    id: string;
  };
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/bookings?booking=${id}`);
  await panel(page).getByRole("button", { name: "Propose another time" }).click();
  const time = panel(page).getByLabel("Time", { exact: true });
  await expect(time.locator("option").nth(6)).toBeAttached(soon);
  await time.selectOption({ index: 6 });
  await time.selectOption({ index: 3 });
  await panel(page).getByRole("button", { name: "Propose", exact: true }).click();
  await expect(toasts(page).filter({ hasText: "Akoth Odera is asked to choose" })).toBeVisible(soon);
  await expect(panel(page).getByText("Proposed instead")).toBeVisible(soon);
  await looksRight(page, "proposed at the desk");
  await page.setViewportSize({ width: 1280, height: 800 });

  const visitor = await browser.newContext();
  const own = await visitor.newPage();
  await own.goto(app.url + (await linkOf(app, phone, /Reference/)));
  await looksRight(own, "proposed to a customer");
  await own
    .getByRole("button", { name: /^Take / })
    .first()
    .click();
  await expect(own.getByText("proposes")).toHaveCount(0);
  await expect(panel(page).getByText("The customer took a proposed time")).toBeVisible(soon);

  // Where the other one is.
  const { starts_at } = (await bookingOf(app, house, "Moraa Nyaboke"))!;
  const nairobi = new Date((starts_at as Date).getTime() + 3 * 3_600_000).toISOString();
  await panel(page).getByRole("button", { name: "Move", exact: true }).click();
  await panel(page).getByRole("button", { name: "Move it over a time that is taken" }).click();
  await panel(page).getByLabel("Day").fill(nairobi.slice(0, 10));
  await panel(page).getByLabel("Time", { exact: true }).fill(nairobi.slice(11, 16));
  await panel(page).getByRole("button", { name: "Book anyway" }).click();
  await expect(panel(page).getByText(/say why/)).toBeVisible(soon);
  await panel(page)
    .getByLabel(/Why it is booked/)
    .fill("They are sisters");
  await panel(page).getByRole("button", { name: "Book anyway" }).click();
  await expect(panel(page).getByText(/Overbooked: it lies over/)).toBeVisible(soon);
  await expect(panel(page).getByText("“They are sisters”")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(row(page, id)).toContainText("Overbooked");
  await expect(row(page, there)).not.toContainText("Overbooked");
  await Promise.all([context.close(), visitor.close()]);
});

test("what cancelling costs is said before it is done, owed after it, and waived with a reason", async ({
  browser,
  app,
  house,
  book,
}) => {
  const answer = await fetch(`${app.url}/api/dashboard/${house.tenantId}/settings/cancellation`, {
    method: "PUT",
    headers: { "content-type": "application/json", cookie: house.owner.cookie, origin: app.url },
    body: JSON.stringify({
      cancellation: {
        freeHours: 48,
        late: { kind: "fixed", amountMinor: 50_000 },
        noShow: { kind: "percent", percent: 100 },
      },
    }),
  });
  expect(answer.status).toBe(200);
  const phone = newPhone();
  const { id } = (await (await book(house, { name: "Kerubo Moraa", phone })).json()) as { id: string };
  await app.sql`update bookings set free_until = now() - interval '1 minute' where id = ${id}`;
  const visitor = await browser.newContext();
  const own = await visitor.newPage();
  await own.goto(app.url + (await linkOf(app, phone, /Reference/)));
  await expect(own.getByText(/Not coming costs KES 1,500/)).toBeVisible();
  await own.getByText("Cancel booking").click();
  await expect(own.getByText("Cancelling now costs KES 500.")).toBeVisible();
  await own.getByRole("button", { name: "Cancel it" }).click();
  await expect(own.getByText("You owe KES 500 for cancelling late.")).toBeVisible();

  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/bookings?booking=${id}`);
  await expect(panel(page).getByText("Owes KES 500 for cancelling late")).toBeVisible(soon);
  await panel(page).getByRole("button", { name: "Waive the fee" }).click();
  await panel(page).getByRole("button", { name: "Waive it" }).click();
  await expect(panel(page).getByText("Say why.")).toBeVisible(soon);
  await panel(page).getByLabel("Why it is waived").fill("Her child was ill");
  await panel(page).getByRole("button", { name: "Waive it" }).click();
  await expect(panel(page).getByText("“Her child was ill”")).toBeVisible(soon);
  await own.reload();
  await expect(own.getByText(/has waived the fee/)).toBeVisible();

  // Booked again, it is on the terms of now: shown before, and told when they have changed meanwhile.
  await own.getByRole("link", { name: "Book the same again" }).click();
  await expect(own.getByText(/After that it costs KES 500, and not coming KES 1,500/)).toBeVisible();
  await looksRight(own, "the same again");
  await app.sql`update tenants set policy = policy - 'cancellation' where id = ${house.tenantId}`;
  const time = own.getByRole("button", { name: /^Book / }).first();
  await time.click();
  await expect(own.getByRole("alert").filter({ hasText: "Cancelling is free now." })).toBeVisible(soon);
  await time.click();
  await expect(own.getByText("Confirmed", { exact: true })).toBeVisible(soon);
  // The house cannot keep it after all.
  const made = (
    await app.sql`select id from bookings where tenant_id = ${house.tenantId} and status = 'confirmed'`
  )[0]!;
  const asked = await fetch(`${app.url}/api/dashboard/${house.tenantId}/bookings/another-time`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: house.owner.cookie, origin: app.url },
    body: JSON.stringify({ ids: [made.id], reason: "The water is off" }),
  });
  expect(asked.status).toBe(200);
  await expect(own.getByRole("heading", { name: /cannot keep this time/ })).toBeVisible(soon);
  await looksRight(own, "asked for another time");
  await own.getByRole("link", { name: "Choose another time" }).click();
  await expect(own.getByText(/cannot keep that time/)).toBeVisible(soon);
  await Promise.all([context.close(), visitor.close()]);
});

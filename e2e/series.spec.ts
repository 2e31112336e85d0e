import type { Browser, Page } from "@playwright/test";
import { atHour, newPhone } from "./support/api";
import { toasts, withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { press, tabTo, typeInto } from "./support/keyboard";
import { looksRight } from "./support/looks";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
const panel = (page: Page) => page.getByRole("dialog");
const sheet = (page: Page) => page.getByRole("dialog", { name: "New booking" });
/** The same hour of that day in Nairobi; days on are weeks on. */
const dateOf = (iso: string) => new Date(Date.parse(iso) + 3 * 3_600_000).toISOString().slice(0, 10);
const row = (page: Page, date: string) => sheet(page).locator(`[data-date="${date}"]`);
const [first, second, third, fourth] = [2, 9, 16, 23].map((day) => atHour(day, 10)) as [string, string, string, string];

type Opening = { browser: Browser; app: App; house: House; width?: number };

/** New booking on the calendar of the first day. */
async function opened({ browser, app, house, width = 1_280 }: Opening) {
  const viewport = { width, height: width < 400 ? 740 : 900 };
  const context = await withCookie(browser, app, house.owner.cookie, { viewport });
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/calendar?date=${dateOf(first)}`);
  return { context, page };
}

/** Somebody else has the first person at the second and third time; the day of the fourth is shut. */
async function inTheWay(app: App, house: House, book: (house: House, ask: object) => Promise<Response>) {
  const with0 = { serviceId: house.serviceIds[0]!, staffId: house.staffIds[0]! };
  await book(house, { ...with0, startsAt: second, name: "Moraa Nyaboke" });
  await book(house, { ...with0, startsAt: third, name: "Akoth Odera" });
  await app.sql`insert into business_days (tenant_id, date, windows)
    values (${house.tenantId}, ${dateOf(fourth)}, '[]')`;
}

async function fill(page: Page, house: House) {
  await sheet(page).getByLabel("With", { exact: true }).selectOption(house.staffIds[0]!);
  await sheet(page).getByLabel("Time", { exact: true }).selectOption(first);
  await sheet(page).getByLabel("Repeat").selectOption({ label: "Every week" });
  await sheet(page).getByLabel("How many in all").selectOption("4");
}

for (const [name, width] of [
  ["a desk", 1_280],
  ["a phone", 360],
] as const)
  test(`on ${name}: repeated, its clashes seen and resolved, booked, cancelled from the second on, and taken back`, async ({
    browser,
    app,
    house,
    book,
  }) => {
    await inTheWay(app, house, book);
    const { context, page } = await opened({ browser, app, house, width });
    await page.getByRole("link", { name: "New booking" }).first().click();
    await fill(page, house);
    await expect(sheet(page).getByText("3 of 4 dates are not free.")).toBeVisible(soon);
    await expect(row(page, dateOf(first))).toContainText("Free");
    await expect(row(page, dateOf(second))).toContainText("Staff 1 is taken then.");
    await expect(row(page, dateOf(fourth))).toContainText("Closed at that time.");
    if (width < 400) {
      await looksRight(page, "series clashes");
      await page.setViewportSize({ width, height: 740 });
    }
    const phone = newPhone();
    await sheet(page).getByLabel("Name").fill("Achieng Otieno");
    await sheet(page).getByLabel("Phone").fill(phone);
    // Nothing is booked with one of them unresolved, and it is named.
    await sheet(page).getByRole("button", { name: "Book all" }).click();
    await expect(row(page, dateOf(second)).getByRole("combobox")).toBeFocused();
    await expect(row(page, dateOf(second))).toContainText("needs another time, or to be left out");
    await row(page, dateOf(second))
      .getByRole("button", { name: /^Take 09:30/ })
      .click();
    await row(page, dateOf(third)).getByRole("combobox").selectOption(atHour(16, 14));
    await row(page, dateOf(fourth)).getByRole("combobox").selectOption("out");
    await expect(sheet(page).getByText("3 bookings")).toBeVisible();
    await sheet(page).getByRole("button", { name: "Book 3" }).click();
    await expect(toasts(page).filter({ hasText: "3 bookings every week for Achieng Otieno" })).toBeVisible(soon);
    await expect(panel(page).getByText("1 of 3, every week")).toBeVisible(soon);
    const sent = async () =>
      app.sql<
        { body: string }[]
      >`select body from messages where tenant_id = ${house.tenantId} and to_address like ${`%${phone.slice(-9)}`}`;
    await expect.poll(async () => (await sent()).length, soon).toBe(1);

    await page.goto(`${app.url}/dashboard/${house.tenantId}/calendar?date=${dateOf(third)}`);
    const shown =
      width < 400
        ? page.getByRole("link", { name: /Achieng Otieno/ })
        : page.locator("[data-entry]").filter({ hasText: "Achieng" });
    await expect(shown).toContainText("14:00", soon);
    await page.goto(`${app.url}/dashboard/${house.tenantId}/calendar?date=${dateOf(second)}`);
    await expect(shown).toContainText("09:30", soon);
    await shown.click();
    await panel(page).getByText("2 of 3, every week").click();
    if (width < 400) {
      await looksRight(page, "series panel");
      await page.setViewportSize({ width, height: 740 });
    }
    const all = panel(page).getByRole("list", { name: "All of the series" });
    await all.getByRole("link", { name: /14:00/ }).click();
    await expect(panel(page).getByText("3 of 3, every week")).toBeVisible(soon);
    await expect(panel(page).getByRole("button", { name: "Cancel this and the following" })).toHaveCount(0);
    await page.goBack();
    await panel(page).getByText("2 of 3, every week").click();
    await panel(page).getByRole("button", { name: "Cancel this and the following" }).click();
    await panel(page)
      .getByLabel(/Reason/)
      .fill("She moves to Kisumu");
    await panel(page).getByRole("button", { name: "Cancel these 2" }).click();
    const told = toasts(page).filter({ hasText: "2 bookings of Achieng Otieno are cancelled" });
    await expect(told).toBeVisible(soon);
    await expect(panel(page).getByText("“She moves to Kisumu”")).toBeVisible(soon);
    await told.getByRole("button", { name: "Undo" }).click();
    await expect(toasts(page).filter({ hasText: "Taken back" })).toBeVisible(soon);
    await page.reload();
    await expect(panel(page).getByText("Confirmed", { exact: true }).first()).toBeVisible(soon);
    const statuses =
      await app.sql`select status from bookings where tenant_id = ${house.tenantId} and series_id is not null`;
    expect(statuses.map(({ status }) => status)).toEqual(["confirmed", "confirmed", "confirmed"]);
    await context.close();
  });

test("one date that is taken meanwhile: nothing is booked, it is shown there, and the other choices stay", async ({
  browser,
  app,
  house,
  book,
}) => {
  await inTheWay(app, house, book);
  const { context, page } = await opened({ browser, app, house });
  await page.getByRole("link", { name: "New booking" }).first().click();
  await fill(page, house);
  await row(page, dateOf(second)).getByRole("combobox").selectOption(atHour(9, 15));
  await row(page, dateOf(third)).getByRole("combobox").selectOption("out");
  await row(page, dateOf(fourth)).getByRole("combobox").selectOption("out");
  await expect(sheet(page).getByRole("button", { name: "Book 2" })).toBeVisible();
  // Nothing tells the page of it before it asks.
  await app.sql`update staff_hours set to_minute = 840 where staff_id = ${house.staffIds[0]!}`;
  await sheet(page).getByRole("button", { name: "Book 2" }).click();
  await expect(sheet(page).getByRole("alert")).toContainText("is not free any more", soon);
  await expect(row(page, dateOf(second)).getByRole("combobox")).toHaveValue("", soon);
  await expect(row(page, dateOf(third)).getByRole("combobox")).toHaveValue("out");
  expect(
    await app.sql`select 1 from bookings where tenant_id = ${house.tenantId} and series_id is not null`,
  ).toHaveLength(0);
  await row(page, dateOf(second))
    .getByRole("button", { name: /^Take / })
    .click();
  await sheet(page).getByRole("button", { name: "Book 2" }).click();
  await expect(toasts(page).filter({ hasText: "2 bookings every week for a guest" })).toBeVisible(soon);
  await context.close();
});

test("with the keyboard alone: repeated, a clash left out, booked, cancelled and taken back", async ({
  browser,
  app,
  house,
  book,
}) => {
  await book(house, { serviceId: house.serviceIds[0]!, staffId: house.staffIds[0]!, startsAt: second });
  const { context, page } = await opened({ browser, app, house });
  await press(page, page.getByRole("link", { name: "New booking" }).first());
  const pick = async (label: string, value: string) => {
    const field = sheet(page).getByLabel(label, { exact: true });
    await tabTo(page, field);
    await expect(field.locator(`option[value="${value}"]`)).toBeAttached(soon);
    const labels = await field
      .locator("option")
      .evaluateAll((all) => all.map((one) => [(one as HTMLOptionElement).value, one.textContent ?? ""] as const));
    await page.keyboard.type(labels.find(([own]) => own === value)![1]);
    await expect(field).toHaveValue(value);
  };
  await pick("With", house.staffIds[0]!);
  await pick("Time", first);
  await pick("Repeat", "1");
  await pick("How many in all", "3");
  await expect(sheet(page).getByText("1 of 3 dates is not free.")).toBeVisible(soon);
  const clash = row(page, dateOf(second)).getByRole("combobox");
  await tabTo(page, clash);
  await page.keyboard.type("Leave it out");
  await expect(clash).toHaveValue("out");
  await typeInto(page, sheet(page).getByLabel("Name"), "Achieng Otieno");
  await press(page, sheet(page).getByRole("button", { name: "Book 2" }));
  await expect(panel(page).getByText("1 of 2, every week")).toBeVisible(soon);
  await press(page, panel(page).locator("summary"));
  await press(page, panel(page).getByRole("button", { name: "Cancel this and the following" }));
  await expect(panel(page).getByLabel(/Reason/)).toBeFocused();
  await press(page, panel(page).getByRole("button", { name: "Cancel these 2" }));
  const told = toasts(page).filter({ hasText: "are cancelled" });
  await expect(told).toBeVisible(soon);
  // A panel keeps the focus to itself; the way back is reached once it is closed.
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await page.keyboard.press("Alt+KeyT");
  await press(page, told.getByRole("button", { name: "Undo" }));
  await expect(toasts(page).filter({ hasText: "Taken back" })).toBeVisible(soon);
  await context.close();
});

test("whoever may not book at the desk sees no dates of a series, and another business has none of these", async ({
  app,
  house,
}) => {
  const staff = await addMember(app.database, house.tenantId, "staff", house.staffIds[0]!);
  const query = new URLSearchParams({ service: house.serviceIds[0]!, startsAt: first, weeks: "1", times: "3" });
  const ask = (tenantId: string, cookie: string, more = "") =>
    fetch(`${app.url}/api/dashboard/${tenantId}/bookings/series?${query}${more}`, { headers: { cookie } });
  expect((await ask(house.tenantId, staff.cookie)).status).toBe(403);
  const answer = await ask(house.tenantId, house.owner.cookie);
  expect(((await answer.json()) as { dates: object[] }).dates).toHaveLength(3);
  const wrong = await ask(house.tenantId, house.owner.cookie, "&weeks=13&times=27");
  expect(wrong.status).toBe(422);
});

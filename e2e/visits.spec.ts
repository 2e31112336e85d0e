import type { Page } from "@playwright/test";
import { shiftTo } from "@/lib/bookings/testing/shift-to";
import { newPhone } from "./support/api";
import { toasts, withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { messageTo } from "./support/outbox";
import { expect, test } from "./support/realtime";

const soon = { timeout: 10_000 };
type Placed = { id: string; reference: string };
const panel = (page: Page) => page.getByRole("dialog");
const row = (page: Page, id: string) => page.locator(`li:has([data-booking="${id}"])`);

test("what waits is answered on Today, becomes a visit, and the visit is put right while another screen looks on", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const at = async (minutes: number, name: string, staff: number) => {
    const made = await book(house, { name, staffId: house.staffIds[staff]! });
    const { id } = (await made.json()) as Placed;
    await shiftTo(app.sql, house.tenantId, id, minutes);
    return id;
  };
  const desk = await withCookie(browser, app, house.owner.cookie);
  const page = await desk.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}`);
  await expect(page.getByText("Nothing waits for you")).toBeVisible(soon);

  const over = await at(-45, "Atieno Owuor", 0);
  await app.sql`update bookings set status = 'in_service' where id = ${over}`;
  const next = await at(5, "Nekesa Barasa", 0);
  const late = await at(-20, "Wairimu Ndungu", 1);
  await page.reload();
  const waits = page.getByRole("region", { name: /Waits for you/ });
  await expect(waits.locator("[data-booking]")).toHaveCount(2);
  await expect(row(page, over)).toContainText("Runs over until now");
  await expect(row(page, next)).toContainText("May start late");
  await waits.getByRole("button", { name: "No-show: Wairimu Ndungu" }).click();
  await expect(row(page, late)).toHaveCount(0, soon);
  await waits.getByRole("button", { name: "Complete: Atieno Owuor" }).click();
  await expect(page.getByText("Nothing waits for you")).toBeVisible(soon);

  const served = await addMember(app.database, house.tenantId, "staff", house.staffIds[0]!);
  const own = await withCookie(browser, app, served.cookie);
  const theirs = await own.newPage();
  await Promise.all(
    [page, theirs].map(async (one) => {
      await one.goto(`${app.url}/dashboard/${house.tenantId}`);
      await one.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Visits" }).click();
      await one.waitForURL("**/visits");
    }),
  );
  await looksRight(page, "visits");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByText("Atieno Owuor").click();
  await panel(page).getByRole("button", { name: "Correct" }).click();
  await panel(page).getByLabel("Price in KES").fill("1,200");
  await panel(page).getByRole("button", { name: "Correct" }).click();
  await expect(panel(page).getByText("A reason is needed.")).toBeVisible(soon);
  await panel(page).getByLabel("Why it is corrected").fill("Fringe only");
  await looksRight(page, "visit-correct");
  await page.setViewportSize({ width: 1280, height: 800 });
  await panel(page).getByRole("button", { name: "Correct" }).click();
  await expect(panel(page).getByText("“Fringe only”")).toBeVisible(soon);
  await expect(panel(page).getByText("Cut: KES 1,500")).toBeVisible();
  await expect(theirs.getByRole("link", { name: /Atieno Owuor/ })).toContainText("KES 1,200", soon);
  await theirs.getByText("Atieno Owuor").click();
  await expect(panel(theirs).getByText("“Fringe only”")).toBeVisible(soon);
  await expect(panel(theirs).getByRole("button", { name: "Correct" })).toHaveCount(0);
  await panel(page).getByRole("link").click();
  await page.waitForURL(/bookings\?.*booking=/);
  await panel(page).getByRole("button", { name: "Book again" }).click();
  await panel(page)
    .getByRole("button", { name: /^Book \w{3} \d/ })
    .first()
    .click();
  await expect(toasts(page).filter({ hasText: "Atieno Owuor is booked" })).toHaveCount(1, soon);
  await Promise.all([desk.close(), own.close()]);
});

test("a customer says on the page that they are here and books the same again, without JavaScript; the sign takes the reference", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const [phone, other] = [newPhone(), newPhone()];
  const first = (await (
    await book(house, { phone, name: "Moraa Nyaboke", staffId: house.staffIds[0]! })
  ).json()) as Placed;
  const second = (await (await book(house, { phone: other, staffId: house.staffIds[1]! })).json()) as Placed;
  const [, link] = /(http\S+\/b\/[\w-]+)/.exec((await messageTo(app, phone, /\/b\//)).body)!;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link!);
  await expect(page.getByRole("button", { name: "I’m here" })).toHaveCount(0);
  const file = await context.request.get(`${link}/calendar.ics`);
  expect(file.headers()["content-type"]).toContain("text/calendar");
  expect(await file.text()).toMatch(/SEQUENCE:0\r\n/);
  await page.getByRole("link", { name: "Book the same again" }).click();
  await page
    .getByRole("button", { name: /^Book \w{3} \d/ })
    .first()
    .click();
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible(soon);
  expect(page.url()).not.toBe(link);

  const desk = await withCookie(browser, app, house.owner.cookie);
  const today = await desk.newPage();
  await today.goto(`${app.url}/dashboard/${house.tenantId}`);
  await Promise.all([first, second].map(({ id }) => shiftTo(app.sql, house.tenantId, id, 10)));
  await page.goto(link!);
  await page.getByRole("button", { name: "I’m here" }).click();
  await expect(page.getByText("You are here")).toBeVisible(soon);
  await expect(toasts(today).filter({ hasText: "Moraa Nyaboke is here" })).toHaveCount(1, soon);

  await today.goto(`${app.url}/dashboard/${house.tenantId}/bookings`);
  await today.getByRole("link", { name: "Check-in sign" }).click();
  const sign = (await today.getByRole("img", { name: /QR code of/ }).getAttribute("aria-label"))!.split(" ").at(-1)!;
  await looksRight(today, "sign");
  await page.goto(sign);
  await page.getByLabel(/reference/).fill("ZZZZZZ");
  await page.getByRole("button", { name: "I’m here" }).click();
  await expect(page.getByText("Nothing could be checked in with this")).toBeVisible(soon);
  await page.getByLabel(/reference/).fill(second.reference.toLowerCase());
  await page.getByRole("button", { name: "I’m here" }).click();
  await expect(page.getByText("You are checked in")).toBeVisible(soon);
  const [row] = await app.sql`select status from bookings where id = ${second.id}`;
  expect(row!.status).toBe("arrived");
  await Promise.all([desk.close(), context.close()]);
});

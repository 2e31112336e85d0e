import type { Browser, Page } from "@playwright/test";
import { noonZone } from "@/db/testing/noon";
import { shiftTo } from "@/lib/bookings/testing/shift-to";
import { newId } from "@/lib/platform/ids";
import { newPhone } from "./support/api";
import { withCookie } from "./support/dashboard";
import { addMember, type Member } from "./support/house";
import { looksRight } from "./support/looks";
import { messageTo } from "./support/outbox";
import { enter } from "./support/portal";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
const phone = { width: 360, height: 740 };
const sheet = (page: Page) => page.getByRole("dialog");
const inHouse = (app: App, { tenantId }: House, path: string) => `${app.url}/dashboard/${tenantId}${path}`;
const pageOf = async (browser: Browser, app: App, { cookie }: Member) =>
  (await withCookie(browser, app, cookie, { viewport: phone })).newPage();

/** A reward, made as the owner makes it. */
async function addReward(page: Page, name: string, shillings: string, points: string) {
  await page.getByRole("link", { name: "Add" }).first().click();
  const form = page.getByRole("form", { name: "Reward" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("How much").fill(shillings);
  await form.getByLabel("Costs points").fill(points);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("list", { name: "Rewards" })).toContainText(name, soon);
}

/** Somebody's booking is done, and is checked out in full in cash. */
async function checkOut(page: Page, app: App, house: House, bookingId: string) {
  await shiftTo(app.sql, house.tenantId, bookingId, -45);
  await app.sql`update bookings set status = 'in_service' where id = ${bookingId}`;
  await page.goto(inHouse(app, house, `/bookings?view=past&booking=${bookingId}`));
  await sheet(page).getByRole("button", { name: "Check out" }).click();
  await sheet(page).getByRole("button", { name: "Take payment" }).click();
  await expect(sheet(page).getByTestId("left-to-pay")).toBeVisible(soon);
  await sheet(page)
    .getByRole("button", { name: /^Take KES/ })
    .click();
  await expect(
    sheet(page).getByRole("heading", { name: /paid/i }).or(sheet(page).getByText(/^Paid/)).first(),
  ).toBeVisible(soon);
}

/** A code, typed where something is sold to a walk-in. */
async function sellWith(page: Page, app: App, house: House, code: string) {
  await page.goto(inHouse(app, house, "/till"));
  await page.getByRole("button", { name: "New sale" }).first().click();
  const list = sheet(page).getByLabel("Add a service or product");
  await list.selectOption({ index: 1 });
  await sheet(page).getByRole("button", { name: "Reward code" }).click();
  await sheet(page).getByLabel("Reward code").fill(code);
  await sheet(page).getByRole("button", { name: "Take payment" }).click();
}

test("points come with a checkout, buy a code in the portal, which works at the till once: in English, on a phone", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const mine = newPhone();
  const made = await book(house, { name: "Akinyi Odhiambo", phone: mine, staffId: house.staffIds[0]! });
  const { id } = (await made.json()) as { id: string };
  // Where it is noon its day is long before and after.
  await app.sql`update tenants set time_zone = ${noonZone(new Date())} where id = ${house.tenantId}`;
  const owner = await pageOf(browser, app, house.owner);
  await owner.goto(inHouse(app, house, ""));
  await owner.getByRole("button", { name: "More" }).click();
  await owner.getByRole("menuitem", { name: "Rewards" }).click();
  await owner.waitForURL("**/rewards");
  await expect(owner.getByText("No rewards yet")).toBeVisible(soon);
  await looksRight(owner, "rewards-empty", { anew: true });
  await owner.setViewportSize(phone);
  await owner.getByRole("link", { name: "Add" }).first().click();
  await owner.getByRole("form", { name: "Reward" }).getByRole("button", { name: "Save" }).click();
  await expect(owner.getByText("Type a name.")).toBeVisible(soon);
  await looksRight(owner, "reward-new");
  await owner.setViewportSize(phone);
  await owner.getByRole("form", { name: "Reward" }).getByRole("button", { name: "Cancel" }).click();
  await addReward(owner, "KES 300 off", "300", "15");

  // Nobody but who enters with phone and code sees anything.
  const context = await browser.newContext({ viewport: phone });
  const portal = await context.newPage();
  await portal.goto(`${app.url}/portal/${house.slug}/wallet`);
  await portal.waitForURL("**/sign-in");
  await enter(portal, app, house.slug, mine);
  await portal.getByRole("link", { name: "Rewards" }).click();
  await expect(portal.getByTestId("points")).toHaveText("0 points", soon);
  await expect(portal.getByText("15 points to go")).toBeVisible();

  const desk = await pageOf(browser, app, await addMember(app.database, house.tenantId, "front_desk"));
  await checkOut(desk, app, house, id);
  // The wallet follows by itself.
  await expect(portal.getByTestId("points")).toHaveText("15 points", soon);
  await messageTo(app, mine, /you have 15 points, so KES 300 off is yours to take/);
  await looksRight(portal, "wallet", { anew: true });
  await portal.setViewportSize(phone);
  await portal.getByRole("link", { name: "Get it" }).click();
  await expect(portal.getByRole("form", { name: "Get “KES 300 off”?" })).toContainText("15 points are turned in now");
  await looksRight(portal, "wallet-sure", { anew: true });
  await portal.setViewportSize(phone);
  await portal.getByRole("button", { name: "Yes, get it" }).click();
  await expect(portal.getByText("It is yours.", { exact: false })).toBeVisible(soon);
  await expect(portal.getByTestId("points")).toHaveText("0 points");
  await expect(portal.getByRole("img", { name: "Code for KES 300 off" })).toBeVisible();
  const code = await portal.getByTestId("code").innerText();
  await looksRight(portal, "wallet-code", { anew: true });
  await portal.setViewportSize(phone);

  await sellWith(desk, app, house, code.toLowerCase());
  await expect(sheet(desk).getByTestId("left-to-pay")).toHaveText("KES 1,200", soon);
  await expect(sheet(desk).getByText("Reward: KES 300 off, KES 300 off")).toBeVisible();
  await expect(portal.getByText(/^Used on/)).toBeVisible(soon);
  // A second time it is refused, and so is one that was never given.
  await sellWith(desk, app, house, code);
  await expect(sheet(desk).getByText("The code has been used already.")).toBeVisible(soon);
  await looksRight(desk, "till-code-refused");
  await desk.setViewportSize(phone);
  await sheet(desk).getByLabel("Reward code").fill("7K4M-X2PQ");
  await sheet(desk).getByRole("button", { name: "Take payment" }).click();
  await expect(sheet(desk).getByText("The code is nobody’s here.")).toBeVisible(soon);

  await owner.getByRole("link", { name: "Codes" }).click();
  await expect(owner.getByRole("list", { name: "Codes" })).toContainText("Akinyi Odhiambo", soon);
  await expect(owner.getByRole("list", { name: "Codes" })).toContainText("Used");
  await expect(owner.getByText(code)).toHaveCount(0);
  await looksRight(owner, "reward-codes", { anew: true });
  await owner.setViewportSize(phone);
  await owner.getByRole("link", { name: "Rewards", exact: true }).last().click();
  await expect(owner.getByRole("complementary", { name: "How they are used" })).toContainText("1 code", soon);
  await looksRight(owner, "rewards", { anew: true });
});

test("the wallet in Swahili; a friend books by the code that is in it, and is seen by their first name", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const mine = newPhone();
  await book(house, { name: "Zawadi Mwangi", phone: mine, staffId: house.staffIds[0]! });
  await app.sql`update customers set language = 'sw' where tenant_id = ${house.tenantId}`;
  await app.sql`insert into points_entries (tenant_id, id, customer_id, kind, points, visits, source)
    select tenant_id, ${newId()}, id, 'adjust', 40, 2, 'hers' from customers where tenant_id = ${house.tenantId}`;
  await app.sql`insert into rewards (tenant_id, id, name, kind, currency, points_required)
    values (${house.tenantId}, ${newId()}, 'Chai ya bure', 'gift', 'KES', 30),
      (${house.tenantId}, ${newId()}, 'Kucha', 'free_service', 'KES', 90)`;
  const portal = await (await browser.newContext({ viewport: phone })).newPage();
  await enter(portal, app, house.slug, mine);
  await portal.getByRole("link", { name: "Zawadi", exact: true }).click();
  await expect(portal.getByTestId("points")).toHaveText("pointi 40", soon);
  await expect(portal.getByText("Bado pointi 50")).toBeVisible();
  await portal.getByRole("link", { name: "Pata" }).click();
  await expect(portal.getByText("Unatoa pointi 30 sasa.", { exact: false })).toBeVisible();
  await portal.getByRole("button", { name: "Ndiyo, nipe" }).click();
  await expect(portal.getByText("Ni yako.", { exact: false })).toBeVisible(soon);
  await expect(portal.getByTestId("points")).toHaveText("pointi 10");
  await looksRight(portal, "wallet-sw", { anew: true });
  await portal.setViewportSize(phone);
  const link = await portal.getByTestId("referral-link").innerText();

  const friend = await (await browser.newContext({ viewport: phone })).newPage();
  await friend.goto(link.replace(/^https?:\/\/[^/]+/, app.url));
  await friend.getByRole("link", { name: /Cut/ }).first().click();
  await friend.waitForURL("**/times?**");
  await friend.locator('input[name="at"]').last().check({ force: true });
  await friend.getByRole("button", { name: /continue/i }).click();
  await friend.waitForURL("**/details?**");
  await friend.getByLabel("Name").fill("Mary Otieno");
  await friend.getByLabel("Phone").fill(newPhone());
  await friend.getByRole("button", { name: "Book", exact: true }).click();
  await friend.waitForURL("**/b/**");
  await expect
    .poll(async () => (await app.sql`select from referrals where tenant_id = ${house.tenantId}`).length, soon)
    .toBe(1);
  await portal.reload();
  await expect(portal.getByText("Mary", { exact: true })).toBeVisible(soon);
  await expect(portal.getByText("ameweka nafasi")).toBeVisible();
  await expect(portal.getByText("Otieno")).toHaveCount(0);
});

test("the house says how points are earned, and gives a code and points by hand, with a reason", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  await book(house, { name: "Njoki Kamau", phone: newPhone(), staffId: house.staffIds[0]! });
  const owner = await pageOf(browser, app, house.owner);
  await owner.goto(inHouse(app, house, "/rewards"));
  await addReward(owner, "We miss you", "200", "");
  await owner.getByRole("link", { name: "Earning" }).click();
  const form = owner.getByRole("form", { name: "How points are earned" });
  await form.getByLabel("KES for one point", { exact: true }).fill("50");
  await form.getByLabel("Points last so many days").fill("365");
  await form.getByLabel("On a birthday they get").selectOption({ label: "We miss you" });
  await form.getByLabel("Cut").fill("x");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("One of these is not an amount.")).toBeVisible(soon);
  await form.getByLabel("Cut").fill("0");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Saved.", { exact: true })).toBeVisible(soon);
  await looksRight(owner, "rewards-earning", { anew: true });
  await owner.setViewportSize(phone);

  await owner.getByRole("link", { name: "Codes" }).click();
  await owner.getByRole("link", { name: "Give" }).click();
  const give = owner.getByRole("form", { name: "Give something" });
  await give.getByLabel("Name").fill("Njoki");
  await owner.getByRole("button", { name: /Njoki Kamau/ }).click();
  await give.getByLabel("What").selectOption({ label: "We miss you" });
  await give.getByRole("button", { name: "Give" }).click();
  await expect(give.getByText("Say why.")).toBeVisible(soon);
  await give.getByLabel("Why").fill("Not here since June");
  await looksRight(owner, "rewards-give");
  await owner.setViewportSize(phone);
  await give.getByRole("button", { name: "Give" }).click();
  await expect(owner.getByTestId("given-code")).toHaveText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/, soon);
  await owner.getByRole("button", { name: "Done" }).click();
  await expect(owner.getByRole("list", { name: "Codes" })).toContainText("Njoki Kamau", soon);
  await owner.getByRole("link", { name: /Njoki Kamau/ }).click();
  await sheet(owner).getByRole("button", { name: "Take it back" }).click();
  await sheet(owner).getByLabel("Why").fill("Twice");
  await sheet(owner).getByRole("button", { name: "Take it back" }).click();
  await expect(sheet(owner).getByText("Taken back", { exact: true })).toBeVisible(soon);
  const [row] = await app.sql`select status, reason from vouchers where tenant_id = ${house.tenantId}`;
  expect(row).toEqual({ status: "cancelled", reason: "Not here since June" });
});

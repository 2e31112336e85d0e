import type { Browser, Page } from "@playwright/test";
import { noonZone } from "@/db/testing/noon";
import { live, toasts, withCookie } from "./support/dashboard";
import { addMember, type Member } from "./support/house";
import { press, tabTo, typeInto } from "./support/keyboard";
import { looksRight } from "./support/looks";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
const halfHourMs = 30 * 60_000;
/** The next half hour but `n`, while the day there is long. */
const inHalfHours = (n: number): string =>
  new Date((Math.floor(Date.now() / halfHourMs) + 1 + n) * halfHourMs).toISOString();

const work = (page: Page, name: string) => page.getByRole("article", { name });
const blocked = (page: Page) => page.locator('[data-row="block"]');

/** It is about noon there whenever the test runs. */
async function atNoon(app: App, { tenantId }: House): Promise<string> {
  const zone = noonZone(new Date());
  await app.sql`update tenants set time_zone = ${zone} where id = ${tenantId}`;
  return zone;
}
const dateIn = (zone: string, iso: string) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date(iso));

type Opening = { browser: Browser; app: App; house: House; as: Member; width?: number };

async function opened({ browser, app, house, as, width = 360 }: Opening, path = "") {
  const context = await withCookie(browser, app, as.cookie, { viewport: { width, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}${path}`);
  return { context, page };
}

const myself = (app: App, house: House) => addMember(app.database, house.tenantId, "staff", house.staffIds[0]!);

const send = (app: App, path: string, method: string, cookie: string, body: object) =>
  fetch(`${app.url}${path}`, {
    method,
    headers: { "content-type": "application/json", cookie, origin: app.url },
    body: JSON.stringify(body),
  });

/** When somebody can be booked on the public page that day. */
async function publicTimes(app: App, house: House, date: string): Promise<string[]> {
  const query = `service=${house.serviceIds[0]}&staff=${house.staffIds[0]}&from=${date}&to=${date}`;
  const answer = await fetch(`${app.url}/api/public/${house.slug}/availability?${query}`);
  const { days } = (await answer.json()) as { days: { slots: { startsAt: string }[] }[] };
  return days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt));
}

test("my day is live, shows whom I serve and what I should know, begins and ends it, and nobody else's customers", async ({
  browser,
  app,
  house,
  book,
  listen,
}) => {
  test.slow();
  const zone = await atNoon(app, house);
  const me = await myself(app, house);
  const { context, page } = await opened({ browser, app, house, as: me });
  const bar = page.getByRole("navigation", { name: "Main" }).last();
  await bar.getByRole("link", { name: "My day" }).click();
  await page.waitForURL(/\/my-day$/);
  await live(page);
  await expect(page.getByText("Nothing is booked with you")).toBeVisible(soon);
  const stream = await listen(house, { as: me });

  const [one, two] = house.staffIds as [string, string];
  await book(house, { name: "Njeri Wambui", staffId: two, startsAt: inHalfHours(1) });
  const mine = await book(house, { name: "Akoth Odera", staffId: one, startsAt: inHalfHours(1) });
  const { id } = (await mine.json()) as { id: string };
  // Three times what is promised, on a machine that does other things, too.
  await expect(work(page, "Akoth Odera")).toBeVisible({ timeout: 9_000 });
  await expect(page.getByLabel("Now and next")).toContainText(/in \d+ (min|h).*Akoth Odera, Cut/);
  await expect(page.locator('[data-row="free"]').first()).toContainText(/Free until \d\d:\d\d/);

  const [row] = await app.sql`select customer_id as "customerId" from bookings where id = ${id}`;
  const card = `/api/dashboard/${house.tenantId}/customers/${row!.customerId}`;
  const nothing = { allergies: "", notes: "" };
  const noted = await send(app, card, "PATCH", house.owner.cookie, {
    allergies: "Latex gloves",
    notes: "Tea without sugar",
    seen: nothing,
  });
  expect(noted.status).toBe(200);
  await expect(work(page, "Akoth Odera")).toContainText("Allergies: Latex gloves", soon);
  await expect(work(page, "Akoth Odera")).toContainText("Notes: Tea without sugar");

  const date = dateIn(zone, inHalfHours(1));
  const told = await fetch(`${app.url}/api/dashboard/${house.tenantId}/me/day?date=${date}`, {
    headers: { cookie: me.cookie },
  });
  const said = JSON.stringify(await told.json());
  expect(said).toContain("Akoth");
  expect(said).not.toContain("Njeri");
  expect(said).not.toContain(two);
  await page.reload();
  await expect(work(page, "Akoth Odera")).toContainText("Latex gloves", soon);
  expect(await page.content()).not.toContain("Njeri");
  await stream.until(({ body }) => body.includes("Akoth") && body.includes("customer.noted"));
  expect(stream.body).not.toContain("Njeri");
  expect(stream.body).not.toMatch(/Latex|sugar/);
  await looksRight(page, "my day");
  await page.setViewportSize({ width: 360, height: 740 });

  await page.getByRole("button", { name: "Start: Akoth Odera" }).click();
  await expect(work(page, "Akoth Odera")).toContainText("In service", soon);
  await expect(page.getByLabel("Now and next")).toContainText("NowAkoth Odera");
  await toasts(page).getByRole("button", { name: "Undo" }).click();
  await expect(work(page, "Akoth Odera")).toContainText("Confirmed", soon);
  await page.getByRole("button", { name: "Start: Akoth Odera" }).click();
  await page.getByRole("button", { name: "Finish: Akoth Odera" }).click(soon);
  await expect(work(page, "Akoth Odera")).toContainText("Completed", soon);
  await expect(page.getByRole("button", { name: /: Akoth Odera/ })).toHaveCount(0);

  // What the server refuses is said in words: somebody was quicker, and this page has not heard of it yet.
  const late = await book(house, { name: "Moraa Nyaboke", staffId: one, startsAt: inHalfHours(4) });
  const other = ((await late.json()) as { id: string }).id;
  await expect(work(page, "Moraa Nyaboke")).toBeVisible(soon);
  await page.route("**/me/day?**", (route) => route.abort());
  const begun = await send(
    app,
    `/api/dashboard/${house.tenantId}/bookings/${other}/changes`,
    "POST",
    house.owner.cookie,
    { move: "start", from: "confirmed" },
  );
  expect(begun.status).toBe(200);
  await page.getByRole("button", { name: "Check in: Moraa Nyaboke" }).click();
  await expect(work(page, "Moraa Nyaboke").getByRole("alert")).toContainText("Somebody was quicker", soon);
  await context.close();
});

test("an hour is blocked, gone from the public page, seen at the desk, and taken off again", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const zone = await atNoon(app, house);
  const me = await myself(app, house);
  const at = inHalfHours(4);
  const date = dateIn(zone, at);
  const desk = await opened({ browser, app, house, as: house.owner, width: 1_280 }, "/calendar");
  await live(desk.page);
  const { context, page } = await opened({ browser, app, house, as: me }, "/my-day");
  await live(page);
  expect(await publicTimes(app, house, date)).toContain(at);

  const form = page.getByRole("form", { name: "Block time" });
  const begin = async (minutes: string, reason: string) => {
    await page.getByRole("link", { name: "Block time" }).click();
    await form.getByLabel("From").selectOption(at);
    await form.getByLabel("Minutes").fill(minutes);
    await form.getByLabel("What for").fill(reason);
    await form.getByRole("button", { name: "Block it" }).click();
  };
  await begin("5", "");
  await expect(form.getByText("The time is shorter than 15 minutes.")).toBeVisible(soon);
  await expect(form.getByText("Say why.")).toBeVisible();
  await looksRight(page, "blocking time");
  await page.setViewportSize({ width: 360, height: 740 });
  await form.getByLabel("Minutes").fill("60");
  await form.getByLabel("What for").fill("At the bank");
  await form.getByRole("button", { name: "Block it" }).click();
  await expect(blocked(page)).toContainText("At the bank", soon);
  expect(await publicTimes(app, house, date)).not.toContain(at);
  const seen = desk.page.getByRole("button", { name: /Blocked: At the bank/ });
  await expect(seen).toBeVisible(soon);
  await expect(desk.page.getByRole("region", { name: "Staff 1" }).locator("[data-block]")).toHaveCount(1);

  await toasts(page).filter({ hasText: "Blocked" }).getByRole("button", { name: "Undo" }).click();
  await expect(blocked(page)).toHaveCount(0, soon);
  await expect(seen).toHaveCount(0, soon);
  expect(await publicTimes(app, house, date)).toContain(at);

  await begin("45", "Stock");
  await expect(blocked(page)).toContainText("Stock", soon);
  // The day shows it before the panel is closed, and a panel that stands open is open after a reload.
  await expect(form).toHaveCount(0, soon);
  await page.reload();
  await page.getByRole("button", { name: "Take off: Stock" }).click();
  await expect(blocked(page)).toHaveCount(0, soon);

  // Booked while somebody fills in the form: told what is in the way, and nothing typed is lost.
  await page.getByRole("link", { name: "Block time" }).click();
  await book(house, { name: "Akoth Odera", staffId: house.staffIds[0]!, startsAt: at });
  await expect(page.locator("[data-work]")).toHaveCount(1, soon);
  await form.getByLabel("From").selectOption(at);
  await form.getByLabel("What for").fill("Too late");
  await form.getByRole("button", { name: "Block it" }).click();
  await expect(form.getByText(/Cut for Akoth Odera, .* is in the way/)).toBeVisible(soon);
  await expect(form.getByLabel("What for")).toHaveValue("Too late");
  await context.close();

  // The desk frees what somebody has blocked.
  const wish = { startsAt: inHalfHours(6), minutes: 30, reason: "Delivery" };
  expect((await send(app, `/api/dashboard/${house.tenantId}/blocks`, "POST", me.cookie, wish)).status).toBe(201);
  await desk.page.getByRole("button", { name: /Blocked: Delivery/ }).click(soon);
  await looksRight(desk.page, "a block at the desk");
  await desk.page.setViewportSize({ width: 1_280, height: 740 });
  await desk.page.getByRole("dialog").getByRole("button", { name: "Take it off" }).click();
  await expect(desk.page.getByRole("button", { name: /Blocked: Delivery/ })).toHaveCount(0, soon);
  await desk.context.close();
});

test("time off is asked for from my day, and what becomes of it is seen there", async ({ browser, app, house }) => {
  await atNoon(app, house);
  const me = await myself(app, house);
  const { context, page } = await opened({ browser, app, house, as: me }, "/my-day?date=2031-03-01");
  await live(page);
  await expect(page.getByText("Sat 1 Mar", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Ask for time off" }).click();
  const form = page.getByRole("form", { name: "Time off" });
  await form.getByLabel("First day").fill("2031-03-03");
  await form.getByLabel("Why").fill("A wedding");
  await form.getByRole("button", { name: "Ask" }).click();
  const asked = page.locator("[data-time-off]");
  await expect(asked).toContainText("Waiting", soon);
  await expect(page).toHaveURL(/my-day\?date=2031-03-01$/);
  const timeOff = await asked.getAttribute("data-time-off");
  const path = `/api/dashboard/${house.tenantId}/time-off/${timeOff}`;
  expect((await send(app, path, "PATCH", house.owner.cookie, { to: "approved" })).status).toBe(200);
  await expect(asked).toContainText("Approved", soon);
  for (const day of ["Sun 2 Mar", "Mon 3 Mar"]) {
    await page.getByRole("link", { name: "Next day" }).click();
    await expect(page.getByText(day, { exact: true })).toBeVisible(soon);
  }
  await expect(page.getByText("You have time off.")).toBeVisible(soon);
  await context.close();
});

test("with the keyboard alone: to my day, begun, ended, and an hour blocked", async ({ browser, app, house, book }) => {
  test.slow();
  await atNoon(app, house);
  const me = await myself(app, house);
  await book(house, { name: "Akoth Odera", staffId: house.staffIds[0]!, startsAt: inHalfHours(1) });
  const { context, page } = await opened({ browser, app, house, as: me, width: 1_280 });
  await press(page, page.getByRole("navigation", { name: "Main" }).first().getByRole("link", { name: "My day" }));
  await page.waitForURL(/\/my-day$/);
  await live(page);
  await press(page, page.getByRole("button", { name: "Start: Akoth Odera" }));
  await expect(work(page, "Akoth Odera")).toContainText("In service", soon);
  await press(page, page.getByRole("button", { name: "Finish: Akoth Odera" }));
  await expect(work(page, "Akoth Odera")).toContainText("Completed", soon);
  await press(page, page.getByRole("link", { name: "Block time" }));
  const form = page.getByRole("form", { name: "Block time" });
  await expect(form.getByLabel("From")).toBeFocused();
  await tabTo(page, form.getByLabel("Minutes"));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("15");
  await typeInto(page, form.getByLabel("What for"), "A call");
  await page.keyboard.press("Enter");
  await expect(blocked(page)).toContainText("A call", soon);
  await press(page, page.getByRole("button", { name: "Take off: A call" }));
  await expect(blocked(page)).toHaveCount(0, soon);
  await context.close();
});

test("of two who write about one customer the second is shown what the first wrote, and both are kept", async ({
  browser,
  app,
  house,
  book,
}) => {
  const { id } = (await (await book(house, { name: "Akoth Odera" })).json()) as { id: string };
  const desk = await addMember(app.database, house.tenantId, "front_desk");
  const { context, page } = await opened({ browser, app, house, as: desk, width: 1_280 }, `/bookings?booking=${id}`);
  await live(page);
  const card = page.getByRole("region", { name: "Akoth Odera" });
  await expect(card).toContainText("no visit yet", soon);
  await card.getByRole("button", { name: "Add allergies or notes" }).click();
  const form = page.getByRole("form", { name: "Allergies and notes" });
  await form.getByLabel("Allergies").fill("Latex");
  const [row] = await app.sql`select customer_id as "customerId" from bookings where id = ${id}`;
  const path = `/api/dashboard/${house.tenantId}/customers/${row!.customerId}`;
  const seen = { allergies: "", notes: "" };
  const other = { allergies: "Ammonia", notes: "", seen };
  expect((await send(app, path, "PATCH", house.owner.cookie, other)).status).toBe(200);
  await expect(form.getByRole("status")).toContainText("Ammonia", soon);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("alert").filter({ hasText: "Look at what they wrote first" })).toBeVisible(soon);
  await form.getByRole("button", { name: "Keep both" }).click();
  await expect(form.getByLabel("Allergies")).toHaveValue("Ammonia\nLatex");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(card).toContainText(/Allergies: Ammonia\s*Latex/, soon);
  await looksRight(page, "customer card");
  await page.reload();
  await expect(card).toContainText("Ammonia", soon);
  // Both deeds are told to the owner, with what stood there before.
  const log = await opened({ browser, app, house, as: house.owner, width: 1_280 }, "/audit");
  await expect(log.page.getByText("Ammonia").first()).toBeVisible(soon);
  await Promise.all([context.close(), log.context.close()]);
});

test("whoever serves nobody is told how to be linked and is led nowhere; a member of another business finds nothing", async ({
  browser,
  app,
  house,
}) => {
  const nobody = await addMember(app.database, house.tenantId, "staff");
  const { context, page } = await opened({ browser, app, house, as: nobody });
  await expect(page.getByRole("link", { name: "Calendar" }).first()).toBeVisible(soon);
  await expect(page.getByRole("link", { name: "My day" })).toHaveCount(0);
  await page.goto(`${app.url}/dashboard/${house.tenantId}/my-day`);
  await expect(page.getByText("Your login is not linked to a staff profile yet")).toBeVisible(soon);
  const path = `/api/dashboard/${house.tenantId}/me/day?date=2031-03-03`;
  const asked = (cookie: string) => fetch(`${app.url}${path}`, { headers: { cookie } });
  expect((await asked(nobody.cookie)).status).toBe(404);
  const stranger = (await asked((await addMember(app.database, app.tenants.amani!, "owner")).cookie)).status;
  expect(stranger).toBe(404);
  await context.close();
});

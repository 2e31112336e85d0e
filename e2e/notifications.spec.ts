import { createECDH, randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { bookByApi } from "./support/api";
import { live, toasts, withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };

async function book(app: App, house: House, name: string) {
  const answer = await bookByApi(app.url, house.slug, { ...house.wishes.next().value, name });
  expect(answer.status, await answer.clone().text()).toBe(201);
}

/** As the shelf tells it, without a shelf. */
const lowStock = (app: App, { tenantId }: House, what: string) =>
  app.sql`insert into notifications (tenant_id, id, name, title, message, entity, entity_id, audience)
    values (${tenantId}, ${newId()}, 'stock.low', ${`${what} runs low`}, '', 'product', ${newId()}, '{office,desk}')`;

test("what came in is found by area, in an address that stays; read on one device it is read on the other at once", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  await book(app, house, "Achieng Otieno");
  await book(app, house, "Baraka Mwangi");
  await lowStock(app, house, "Shampoo");
  const address = `${app.url}/dashboard/${house.tenantId}/notifications`;
  const first = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await first.goto(address);
  await live(first);
  const areas = first.getByRole("navigation", { name: "Which notifications" });
  await expect(areas.getByRole("link", { name: "All 3 unread" })).toHaveAttribute("aria-current", "page");
  await expect(areas.getByRole("link", { name: "Bookings 2 unread" })).toBeVisible();
  await expect(first).toHaveTitle(/^\(3\) Notifications/);
  await areas.getByRole("link", { name: "Stock 1 unread" }).click();
  await first.waitForURL("**?area=stock");
  await expect(first.getByText("Shampoo runs low")).toBeVisible(soon);
  await expect(first.getByText("Achieng Otieno booked")).toHaveCount(0);
  await first.reload();
  await expect(first.getByText("Shampoo runs low")).toBeVisible(soon);
  await expect(first.getByText("Achieng Otieno booked")).toHaveCount(0);
  await looksRight(first, "notifications-stock");
  await first.setViewportSize({ width: 1_280, height: 800 });

  // Another browser of the same person, with a sign-in of its own for all it knows.
  const second = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await second.goto(`${address}?unread=yes`);
  await live(second);
  await expect(second.locator("li[data-read]")).toHaveCount(3);
  await first.getByRole("button", { name: "Mark read: Stock" }).click();
  await expect(second.locator("li[data-read]")).toHaveCount(2, soon);
  await expect(second.getByText("Shampoo runs low")).toHaveCount(0);
  await expect(second).toHaveTitle(/^\(2\) /);
  await expect(second.getByTestId("unread-count").first()).toContainText("2");
  await second.getByRole("button", { name: /^Mark read: Achieng Otieno/ }).click();
  await expect(first).toHaveTitle(/^\(1\) /, soon);
  await expect(areas.getByRole("link", { name: "Bookings 1 unread" })).toBeVisible(soon);
  await second.getByRole("button", { name: "Mark all read" }).click();
  await expect(first).toHaveTitle(/^Notifications/, soon);
  await expect(second.getByText("Nothing unread")).toBeVisible(soon);
  await expect(first.getByTestId("unread-count")).toHaveCount(0);
  await Promise.all([first, second].map((page) => page.context().close()));
});

test("what a colleague has read is unread for oneself", async ({ browser, app, house }) => {
  await book(app, house, "Chebet Koech");
  const colleague = await addMember(app.database, house.tenantId, "manager");
  const [mine, theirs] = await Promise.all(
    [house.owner.cookie, colleague.cookie].map(async (cookie) => (await withCookie(browser, app, cookie)).newPage()),
  );
  for (const page of [mine!, theirs!]) {
    await page.goto(`${app.url}/dashboard/${house.tenantId}/notifications`);
    await live(page);
    await expect(page).toHaveTitle(/^\(1\) /);
  }
  await theirs!.getByRole("button", { name: "Mark all read" }).click();
  await expect(theirs!).toHaveTitle(/^Notifications/, soon);
  await mine!.reload();
  await expect(mine!).toHaveTitle(/^\(1\) /);
  await Promise.all([mine!, theirs!].map((page) => page.context().close()));
});

/**
 * No browser here has a maker whom it could reach: a headless one answers "push service not available". In its place
 * stands what a subscription is to a page; all before and behind it, our worker included, is as it is.
 */
function atItsMaker(keys: { p256dh: string; auth: string }) {
  const bytes = (text: string) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const made = (serverKey: string) => ({
    endpoint: "https://fcm.googleapis.com/fcm/send/of-a-test",
    options: { applicationServerKey: bytes(serverKey).buffer },
    getKey: (name: "p256dh" | "auth") => bytes(keys[name]).buffer,
    unsubscribe: async () => {
      localStorage.removeItem("subscribed");
      return true;
    },
  });
  Object.defineProperty(Notification, "permission", { get: () => "granted" });
  Object.assign(Notification, { requestPermission: async () => "granted" });
  Object.assign(PushManager.prototype, {
    subscribe: async ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
      const serverKey = btoa(String.fromCharCode(...applicationServerKey));
      localStorage.setItem("subscribed", serverKey);
      return made(serverKey);
    },
    getSubscription: async () => {
      const serverKey = localStorage.getItem("subscribed");
      return serverKey && made(serverKey);
    },
  });
}

const aBrowser = () => {
  const keys = createECDH("prime256v1");
  keys.generateKeys();
  return { p256dh: keys.getPublicKey("base64url"), auth: randomBytes(16).toString("base64url") };
};

test("a sound is heard once for what comes together, by one tab, and only after somebody has asked for it", async ({
  browser,
  app,
  house,
}) => {
  const context = await withCookie(browser, app, house.owner.cookie);
  // Counts what a loudspeaker would play.
  await context.addInitScript(() => {
    const heard: number[] = [];
    Object.assign(window, { heard });
    const ending = { connect: () => ending, start: () => {}, stop: () => {} };
    const gain = { setValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} };
    class Silent {
      currentTime = 0;
      destination = {};
      resume = async () => {};
      createGain = () => ({ ...ending, gain });
      createOscillator = () => {
        heard.push(Date.now());
        return { ...ending, frequency: { value: 0 } };
      };
    }
    Object.assign(window, { AudioContext: Silent });
  });
  await context.addInitScript(atItsMaker, aBrowser());
  const tones = (page: Page) => page.evaluate(() => (window as unknown as { heard: number[] }).heard.length);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/notifications`);
  await live(page);
  await page.getByRole("heading", { name: "Notifications" }).click();
  await book(app, house, "Before It Was On");
  await expect(toasts(page).filter({ hasText: "Before It Was On" })).toBeVisible(soon);
  expect(await tones(page)).toBe(0);

  // Two tones, to hear how it will be.
  await page.getByRole("switch", { name: /short sound/ }).click();
  await expect.poll(() => tones(page)).toBe(2);
  // What has just been heard rests for three seconds: past that the next batch is a sound of its own.
  await page.waitForFunction(
    () => Date.now() - Math.max(...(window as unknown as { heard: number[] }).heard) > 3_500,
    undefined,
    soon,
  );
  await Promise.all(["Dida Abdi", "Esha Noor", "Faraja Kombo"].map((name) => book(app, house, name)));
  await expect(toasts(page).filter({ hasText: "Dida Abdi" })).toBeVisible(soon);
  await expect(toasts(page).filter({ hasText: "Faraja Kombo" })).toBeVisible(soon);
  expect(await tones(page)).toBe(4);

  // It stays on for this device.
  await page.reload();
  await expect(page.getByRole("switch", { name: /short sound/ })).toBeChecked();

  // And while no page is open, where this browser is asked to: kept by the server, and gone from it when it is turned off.
  const here = page.getByRole("switch", { name: "Tell me of bookings here while ClientPulse is closed" });
  const kept = () => app.sql`select user_id from push_subscriptions where tenant_id = ${house.tenantId}`;
  await expect(here).not.toBeChecked();
  await here.click();
  await expect(here).toBeChecked(soon);
  expect(await kept()).toEqual([{ user_id: house.owner.userId }]);
  await page.reload();
  await expect(here).toBeChecked(soon);
  await here.click();
  await expect(here).not.toBeChecked(soon);
  expect(await kept()).toEqual([]);
  await context.close();
});

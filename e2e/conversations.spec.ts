import { newPhone } from "./support/api";
import { boss } from "./support/applicants";
import { live, signedIn, toasts, withCookie } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { enter, portalCookie } from "./support/portal";
import { expect, type House, test } from "./support/realtime";
import { type Server, startServer } from "./support/server";
import { SseClient } from "./support/sse";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
const onPhone = { viewport: { width: 360, height: 740 } };

async function known(app: App, { tenantId }: House, name: string, language: "en" | "sw" = "en") {
  const phone = newPhone();
  const [row] = await app.sql<{ id: string }[]>`insert into customers (tenant_id, id, name, phone, language)
    values (${tenantId}, gen_random_uuid(), ${name}, ${phone}, ${language}) returning id`;
  return { phone, id: row!.id };
}

test("a customer writes from a phone, in Swahili; the desk reads it at once and answers; both count what is unread", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const { phone } = await known(app, house, "Zawadi Mwende", "sw");
  const base = `${app.url}/dashboard/${house.tenantId}`;
  const desk = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await desk.goto(`${base}/conversations`);
  await live(desk);
  await expect(desk.getByText("No conversations yet")).toBeVisible(soon);

  const context = await browser.newContext(onPhone);
  const page = await context.newPage();
  await enter(page, app, house.slug, phone);
  await page.getByRole("link", { name: "Ujumbe" }).click();
  await page.waitForURL("**/messages");
  await page.getByLabel("Ujumbe wako").fill("Habari, mko wazi Jumapili?");
  await page.getByRole("button", { name: "Tuma" }).click();
  await expect(page.locator("main ol")).toContainText("Habari, mko wazi Jumapili?", soon);
  await expect(toasts(desk)).toContainText("Zawadi Mwende writes to you", soon);
  const inbox = desk.getByRole("list", { name: "Conversations" });
  await expect(inbox).toContainText("1 unread", soon);
  await looksRight(desk, "conversations", { anew: true });
  await desk.setViewportSize({ width: 1_280, height: 800 });
  await inbox.getByRole("link", { name: /Zawadi Mwende/ }).click();
  await desk.waitForURL("**/conversations/*");
  await desk.getByLabel("Your message").fill("Ndio, saa nne.");
  await desk.getByRole("button", { name: "Send", exact: true }).click();
  await expect(desk.locator("main ol")).toContainText("Ndio, saa nne.", soon);

  // It comes without the page being loaded again, and the desk learns that it was read.
  await expect(page.locator("main ol")).toContainText("Ndio, saa nne.", soon);
  await expect(desk.locator("main ol")).toContainText("Read", soon);
  await looksRight(desk, "conversation", { anew: true });
  await looksRight(page, "portal-messages", { anew: true });
  await page.setViewportSize(onPhone.viewport);

  // What comes while nobody looks is counted on every device, until one of them has read it.
  await page.goto(`${app.url}/portal/${house.slug}`);
  await desk.setViewportSize({ width: 1_280, height: 800 });
  await desk.getByLabel("Your message").fill("Karibu!");
  await desk.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("link", { name: "Ujumbe 1 mpya" })).toBeVisible(soon);
  const other = await (await browser.newContext(onPhone)).newPage();
  await enter(other, app, house.slug, phone);
  await other.getByRole("link", { name: "Ujumbe 1 mpya" }).click();
  await expect(other.locator("main ol")).toContainText("Karibu!", soon);
  await expect(page.getByRole("link", { name: "Ujumbe", exact: true })).toBeVisible(soon);
  await desk.goto(`${base}/conversations`);
  await expect(inbox).toContainText("You: Karibu!", soon);
  await expect(inbox).not.toContainText("unread");
  await Promise.all([desk, page, other].map((one) => one.context().close()));
});

test("what is typed without a network is kept, and sent once when it is back; two equal texts both stand", async ({
  browser,
  app,
  house,
}) => {
  const { phone } = await known(app, house, "Nekesa");
  const context = await browser.newContext(onPhone);
  const page = await context.newPage();
  await enter(page, app, house.slug, phone);
  await page.goto(`${app.url}/portal/${house.slug}/messages`);
  await expect(page.getByText("Nothing yet.", { exact: false })).toBeVisible(soon);
  await context.setOffline(true);
  for (let n = 0; n < 2; n++) {
    await page.getByLabel("Your message").fill("I am on my way");
    await page.getByRole("button", { name: "Send", exact: true }).click();
  }
  await expect(page.getByText("Not sent yet", { exact: false })).toHaveCount(2, soon);
  const sent = async () =>
    (await app.sql`select 1 from conversation_messages where tenant_id = ${house.tenantId}`).length;
  expect(await sent()).toBe(0);
  // A page that is left keeps them too.
  await page.goto("about:blank");
  await context.setOffline(false);
  await page.goto(`${app.url}/portal/${house.slug}/messages`);
  await expect.poll(sent, soon).toBe(2);
  await expect(page.getByText("Not sent yet", { exact: false })).toHaveCount(0, soon);
  await expect(page.getByText("I am on my way")).toHaveCount(2);
  // An answer that was lost on its way: the same id again is the same message.
  const [first] = await app.sql<
    { id: string }[]
  >`select id from conversation_messages where tenant_id = ${house.tenantId} limit 1`;
  const again = await page.request.post(`${app.url}/api/portal/${house.slug}/conversations`, {
    headers: { origin: app.url },
    data: { id: first!.id, words: "I am on my way" },
  });
  expect([again.status(), await sent()]).toEqual([200, 2]);
  await context.close();
});

for (const door of ["node", "next"] as const)
  test.describe(`a customer's stream by the ${door} door`, () => {
    let own: Server | undefined;
    let url: string;
    test.beforeAll(async ({ app }) => {
      if (door === "next") own = await startServer(app.database, { STREAM_DOOR: "off" });
      url = own?.url ?? app.url;
    });
    test.afterAll(() => own?.kill());

    test("says that something of theirs has changed and nothing else, and ends with their sign-in", async ({
      app,
      house,
    }) => {
      const [mary, jane] = await Promise.all(["Mary", "Jane"].map((name) => known(app, house, name)));
      const cookies = await Promise.all([mary, jane].map((one) => portalCookie(app, house.slug, one!.phone)));
      const streams = await Promise.all(
        cookies.map((cookie) =>
          new SseClient(`${url}/api/portal/${house.slug}/stream?since=${Date.now() + 60_000}`, cookie).open(),
        ),
      );
      const [hers, others] = streams as [SseClient, SseClient];
      const told = (client: SseClient) => client.frames.filter(({ event }) => event !== "beat" && event !== "level");
      try {
        expect([hers.status, hers.headers["x-door"], others.status]).toEqual([200, door, 200]);
        for (const one of streams) await one.until(({ frames }) => frames.some(({ event }) => event === "level"));
        const written = await fetch(`${url}/api/dashboard/${house.tenantId}/conversations`, {
          method: "POST",
          headers: { cookie: house.owner.cookie, origin: url, "content-type": "application/json" },
          body: JSON.stringify({ customerId: mary!.id, id: crypto.randomUUID(), words: "Your braids are ready" }),
        });
        expect(written.status).toBe(200);
        await hers.until((client) => told(client).length > 0);
        expect(told(hers)[0]).toMatchObject({ id: null, event: "own", data: {} });
        for (const secret of [mary!.id, house.tenantId, "braids", "Mary"]) expect(hers.body).not.toContain(secret);
        expect(told(others)).toEqual([]);
        const started = Date.now();
        await app.sql`update account_sessions set revoked_at = now() where id = ${cookies[0]!.split("=")[1]!.split(".")[0]!}`;
        await hers.until((client) => client.closed);
        expect(Date.now() - started).toBeLessThan(3_000);
        expect(others.closed).toBe(false);
        const anonymous = await new SseClient(`${url}/api/portal/${house.slug}/stream`, "").open();
        expect(anonymous.status).toBe(401);
        anonymous.close();
      } finally {
        for (const one of streams) one.close();
      }
    });
  });

test("a stranger asks by the form; the desk hears of it, answers, deletes and takes that back", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const desk = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await desk.goto(`${app.url}/dashboard/${house.tenantId}/enquiries`);
  await live(desk);
  await expect(desk.getByText("No enquiries yet")).toBeVisible(soon);
  const page = await (await browser.newContext(onPhone)).newPage();
  await page.goto(`${app.url}/book/${house.slug}`);
  await page.getByRole("link", { name: /Write to/ }).click();
  await page.waitForURL("**/contact");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Type your name.")).toBeVisible(soon);
  await looksRight(page, "contact", { anew: false });
  await page.setViewportSize(onPhone.viewport);
  await page.getByLabel("Name").fill("Achieng");
  await page.getByLabel("Phone").fill("0712 345 678");
  await page.getByLabel("What is it about?").fill("A wedding");
  await page.getByLabel("Your question").fill("Six of us in May?");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Thank you.", { exact: false })).toBeVisible(soon);

  await expect(toasts(desk)).toContainText("New enquiry", soon);
  const list = desk.getByRole("list", { name: "Enquiries" });
  await expect(list).toContainText("unread", soon);
  await looksRight(desk, "enquiries", { anew: true });
  await desk.setViewportSize({ width: 1_280, height: 800 });
  await desk.getByRole("link", { name: "Unread (1)" }).click();
  await list.getByRole("link", { name: /A wedding/ }).click();
  const open = desk.getByRole("dialog");
  await expect(open).toContainText("Six of us in May?");
  await expect(desk.getByRole("link", { name: "Unread", exact: true, includeHidden: true })).toHaveCount(1, soon);
  await expect(open.getByRole("link", { name: "+254712345678" })).toHaveAttribute("href", "tel:+254712345678");
  await open.getByRole("button", { name: "I have answered it" }).click();
  await expect(open).toContainText(/Answered/, soon);
  await looksRight(desk, "enquiry", { anew: true });
  await desk.setViewportSize({ width: 1_280, height: 800 });
  await open.getByRole("button", { name: "Delete" }).click();
  await expect(toasts(desk).filter({ hasText: "Deleted" })).toBeVisible(soon);
  await desk.getByRole("button", { name: "Undo" }).click();
  await desk.getByRole("link", { name: "Answered", exact: true }).click();
  await expect(list).toContainText("A wedding", soon);
  await Promise.all([desk, page].map((one) => one.context().close()));
});

test("what is asked of the platform reaches its administration, without JavaScript too", async ({ browser, app }) => {
  const subject = `Prices ${crypto.randomUUID().slice(-6)}`;
  const page = await (await browser.newContext({ ...onPhone, javaScriptEnabled: false })).newPage();
  await page.goto(app.url);
  await page.getByRole("link", { name: "Contact" }).click();
  await page.getByLabel("Name").fill("Achieng");
  await page.getByLabel("E-mail").fill("achieng@asks.test");
  await page.getByLabel("What is it about?").fill(subject);
  await page.getByLabel("Your question").fill("What does it cost for two chairs?");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Thank you.", { exact: false })).toBeVisible(soon);
  await page.context().close();
  const admin = await (await signedIn(browser, app, boss)).newPage();
  await admin.goto(`${app.url}/admin/enquiries`);
  await admin.getByRole("link", { name: new RegExp(subject) }).click();
  await expect(admin.getByRole("dialog")).toContainText("two chairs", soon);
  await looksRight(admin, "admin-enquiry", { anew: true });
  await admin.context().close();
});

import type { BrowserContext, Response } from "@playwright/test";
import { openSlots } from "./support/api";
import { fillIn, toDetails } from "./support/booking-page";
import { openDashboard, signedIn } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/test";

test("every screen of this house is clean for axe, light and dark, at 360 px and wide", async ({ browser, app }) => {
  test.slow();
  const booked = await browser.newContext();
  const first = await booked.newPage();
  await toDetails(first, app.url);
  const details = first.url();
  await fillIn(first, "Wanjala Barasa");
  await first.getByRole("button", { name: "Book", exact: true }).click();
  await first.waitForURL("**/b/**");
  const ticket = first.url();
  const times = details.replace("/details?", "/times?");
  await booked.close();

  const today = `${app.url}/dashboard/${app.tenants.amani}`;
  const screens = {
    guest: [
      `${app.url}/`,
      `${app.url}/login`,
      `${app.url}/book/amani`,
      times,
      details,
      ticket,
      `${ticket}/move`,
      `${app.url}/book/nobody-has-this`,
    ],
    owner: [today, `${today}/notifications`],
    baraka: [`${app.url}/dashboard/${app.tenants.baraka}`, `${app.url}/dashboard/${app.tenants.baraka}/notifications`],
  };
  for (const [who, addresses] of Object.entries(screens)) {
    const context =
      who === "guest"
        ? await browser.newContext()
        : await signedIn(browser, app, who === "owner" ? "owner@amani.test" : "owner@baraka.test");
    const page = await context.newPage();
    for (const address of addresses) {
      await page.goto(address);
      await looksRight(page, new URL(address).pathname, { anew: true });
    }
    await context.close();
  }
});

test("the public pages load no component library, no toasts and no zod; the dashboard shows that the look would find them", async ({
  browser,
  app,
}) => {
  const marks = ["data-radix", "data-sonner-toaster", "ZodError"];
  const foundOn = async (context: BrowserContext, addresses: string[]) => {
    const found = new Set<string>();
    let bytes = 0;
    const page = await context.newPage();
    const read: Promise<void>[] = [];
    const look = async (answer: Response) => {
      const text = await answer.text();
      bytes += text.length;
      for (const mark of marks) if (text.includes(mark)) found.add(mark);
    };
    page.on("response", (answer) => {
      if (answer.request().resourceType() === "script") read.push(look(answer));
    });
    // Loaded, and not idle: a page that listens never is.
    for (const address of addresses) {
      await page.goto(app.url + address, { waitUntil: "load" });
      await Promise.all(read);
    }
    return { found: [...found].sort(), bytes };
  };
  const guest = await browser.newContext();
  const { services } = await (await guest.request.get(`${app.url}/api/public/amani`)).json();
  const [slot] = await openSlots(app.url, "amani", services[0].id);
  const at = encodeURIComponent(slot!.startsAt);
  const steps = ["", `/times?service=${services[0].id}`, `/details?service=${services[0].id}&at=${at}`];
  const publicly = await foundOn(
    guest,
    steps.map((step) => `/book/amani${step}`),
  );
  expect(publicly.found).toEqual([]);
  expect(publicly.bytes).toBeGreaterThan(10_000);
  const desk = await signedIn(browser, app, "desk@amani.test");
  // No live page is ever idle: the first one that shows its stream has loaded what it needs.
  const page = await openDashboard(desk, app.tenants.amani, app.url);
  const scripts = await page
    .locator("script[src]")
    .evaluateAll((all) => all.map((one) => (one as HTMLScriptElement).src));
  const texts = await Promise.all(scripts.map(async (src) => (await desk.request.get(src)).text()));
  for (const mark of marks.slice(0, 2))
    expect(
      texts.some((text) => text.includes(mark)),
      mark,
    ).toBe(true);
  await Promise.all([guest.close(), desk.close()]);
});

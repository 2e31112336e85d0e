import type { BrowserContext, Response } from "@playwright/test";
import { openSlots } from "./support/api";
import { openDashboard, signedIn } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/test";

test("where nothing is yet, and where nothing is, is clean for axe as well", async ({ browser, app }) => {
  test.slow();
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(`${app.url}/book/nobody-has-this`);
  await looksRight(guest, "no such house", { anew: true });
  const owner = await (await signedIn(browser, app, "owner@baraka.test")).newPage();
  for (const path of ["", "/notifications", "/nothing-here"]) {
    const answer = await owner.goto(`${app.url}/dashboard/${app.tenants.baraka}${path}`);
    expect(answer?.status()).toBe(path === "/nothing-here" ? 404 : 200);
    await looksRight(owner, `baraka${path}`, { anew: true });
  }
  await Promise.all([guest.context().close(), owner.context().close()]);
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

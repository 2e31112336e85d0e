import { live, openDashboard, signedIn } from "./support/dashboard";
import { test } from "./support/test";

const folder = "docs/screenshots";

test("today", async ({ browser, app }) => {
  const context = await signedIn(browser, app, "owner@amani.test");
  const page = await openDashboard(context, app.tenants.amani, app.url);
  await page.setViewportSize({ width: 1440, height: 900 });
  await live(page);
  await page.screenshot({ path: `${folder}/today.png` });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.screenshot({ path: `${folder}/today-phone.png` });
  await context.close();
});

test("booking", async ({ browser, app }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${app.url}/book/amani`);
  await page.screenshot({ path: `${folder}/book.png` });
  await page.locator('a[href*="/times?"]').first().click();
  await page.waitForURL("**/times?**");
  await page.screenshot({ path: `${folder}/times.png` });
  await context.close();
});

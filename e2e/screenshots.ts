import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { live, openDashboard, signedIn } from "./support/dashboard";
import { test } from "./support/test";

const folder = "docs/screenshots";
/** What the landing page shows: the same pictures, small, by day and in the dark. */
const shown = "public/screens";
mkdirSync(shown, { recursive: true });

/** Loaded anew for each: a colour that is still fading is neither. */
async function show(page: Page, name: string, ready: () => Promise<unknown> = async () => {}) {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.reload({ waitUntil: "networkidle" });
    await ready();
    const picture = await page.screenshot();
    await sharp(picture).webp({ quality: 72 }).toFile(`${shown}/${name}-${colorScheme}.webp`);
  }
}

test("today", async ({ browser, app }) => {
  const context = await signedIn(browser, app, "owner@amani.test");
  const page = await openDashboard(context, app.tenants.amani, app.url);
  await page.setViewportSize({ width: 1440, height: 900 });
  await show(page, "today", () => live(page));
  await page.screenshot({ path: `${folder}/today.png` });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.screenshot({ path: `${folder}/today-phone.png` });
  await context.close();
});

test("booking", async ({ browser, app }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${app.url}/book/amani`);
  await show(page, "book");
  await page.screenshot({ path: `${folder}/book.png` });
  await page.locator('a[href*="/times?"]').first().click();
  await page.waitForURL("**/times?**");
  await page.screenshot({ path: `${folder}/times.png` });
  await context.close();
});

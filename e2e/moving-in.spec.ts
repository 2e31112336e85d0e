import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { importCommand } from "@/lib/moving-in/testing/command";
import { dumpOf, zuri } from "@/lib/moving-in/testing/old-dump";
import { addDays, localDate } from "@/lib/platform/calendar";
import { looksRight } from "./support/looks";
import { testFiles, testKey, testSecret } from "./support/server";
import { expect, test } from "./support/test";

const soon = { timeout: 15_000 };
const zone = "Africa/Nairobi";

test("a business moves in: its owner signs in with the old password, says that the times are right, and sees the day", async ({
  browser,
  app,
}, at) => {
  test.slow();
  const today = localDate(new Date(), zone);
  const dump = at.outputPath("dump.json");
  await writeFile(dump, dumpOf(today));
  const { args, cwd, env } = importCommand(app.database, { dump, files: testFiles });
  const settings = { APP_MODE: "test", APP_URL: app.url, AUTH_SECRET: testSecret, ENCRYPTION_KEY: testKey };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, env: { ...env, ...settings } });
  expect(stdout).toContain("Everything adds up.");

  const page = await (await browser.newContext({ viewport: { width: 1_280, height: 900 } })).newPage();
  await page.goto(`${app.url}/login`);
  await page.getByLabel("E-mail or phone").fill("owner@zuri.example");
  await page.getByLabel("Password", { exact: true }).fill("zuri old password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**/dashboard/${zuri}**`);
  const banner = page.getByRole("complementary", { name: "Moved in" });
  await banner.getByRole("link", { name: "are their times right?" }).click();
  const samples = page.getByRole("list", { name: "Bookings that came in" }).getByRole("listitem");
  await expect(samples).toHaveCount(5, soon);
  const first = samples.filter({ hasText: "Wambui Kamau" });
  await expect(first).toContainText("09:00");
  await page.getByLabel("3 hours later").check();
  await expect(first).toContainText("12:00");
  await page.getByLabel("As they stand now").check();
  await looksRight(page, "moving-in-times");
  await page.setViewportSize({ width: 1_280, height: 900 });
  await page.getByRole("button", { name: "These times are right" }).click();
  await expect(page.getByRole("heading", { name: "Times are checked" })).toBeVisible(soon);
  await expect(banner).toBeHidden(soon);

  await page.goto(`${app.url}/dashboard/${zuri}/calendar?date=${addDays(today, 1)}`);
  const entries = page.locator("[data-entry]");
  await expect(entries.filter({ hasText: "Wambui Kamau" })).toBeVisible(soon);
  await expect(entries.filter({ hasText: "Achieng Odhiambo" })).toHaveAccessibleName(/overbooked/);
  await page.context().close();
});

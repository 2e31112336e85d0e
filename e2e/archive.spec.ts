import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { signedIn } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { longAgo, showIt } from "./support/proof";
import { expect, test } from "./support/realtime";
import { testSecret } from "./support/server";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));

test("an owner saves everything as one file, and another installation goes on with it", async ({
  browser,
  app,
  database,
  serve,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "clientpulse-moved-"));
  const file = join(folder, "amani.gz");
  const context = await signedIn(browser, app, "owner@amani.test");
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}/settings`);
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Your data" }).click();
  await longAgo(app, "owner@amani.test");
  const saved = page.waitForEvent("download", { timeout: 60_000 });
  await page.getByRole("button", { name: "Save everything" }).click();
  await showIt(page);
  await (await saved).saveAs(file);
  await looksRight(page, "settings-data");
  await context.close();

  const elsewhere = {
    APP_MODE: "test",
    AUTH_SECRET: testSecret.replace("a secret", "Another one"),
    ENCRYPTION_KEY: testSecret.replace("a secret", "One more"),
    FILES_DIR: join(folder, "files"),
  };
  const urls = {
    DATABASE_URL: database.appUrl,
    DATABASE_PLATFORM_URL: database.platformUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  };
  const env = { ...process.env, ...elsewhere, ...urls, APP_URL: "http://127.0.0.1:3000" };
  const readIn = () => run(process.execPath, ["scripts/import-tenant.mjs", file, "--open"], { cwd: root, env });
  const { stdout } = await readIn();
  expect(stdout).toMatch(/Amani Salon & Spa is here, as of 20\S+: \d{4,} rows and \d+ pictures\./);
  await expect(readIn()).rejects.toThrow("is here already");

  const moved = await serve({ ...elsewhere, FILES_DIR: join(folder, "files") }, database);
  const shown = async (url: string) => (await fetch(`${url}/api/public/amani`)).json();
  expect(await shown(moved.url)).toEqual(await shown(app.url));
  const looks = await fetch(`${moved.url}/book/amani`);
  expect([looks.status, (await looks.text()).includes("Amani Salon")]).toEqual([200, true]);
  const logo = await fetch(`${moved.url}/api/public/amani/logo`);
  expect([logo.status, logo.headers.get("content-type")]).toEqual([200, "image/webp"]);
  rmSync(folder, { recursive: true, force: true });
});

import { defineConfig } from "@playwright/test";

const full = process.env.TEST_SIZE === "full";

/** What customers and the desk do all day, once more with two processes behind one address. */
const core = full
  ? /e2e\/(book|bookings-desk|calendar|conversations|dashboard|deposits|notifications|page-live|till|visits|waitlist)\.spec/
  : /e2e\/(book|dashboard|visits)\.spec/;

export default defineConfig<object, { instances: number }>({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  fullyParallel: false,
  workers: 2,
  timeout: full ? 15 * 60_000 : 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  outputDir: "test-results",
  projects: [
    { name: "one" },
    // Whose streams are counted by asking one process stays with one.
    { name: "two instances", testMatch: core, grepInvert: /two tabs of one browser/, use: { instances: 2 } },
  ],
  use: {
    timezoneId: "Africa/Nairobi",
    locale: "en-GB",
    trace: "off",
    launchOptions: {
      ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
      args: [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});

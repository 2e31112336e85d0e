import { chromium } from "@playwright/test";

const base = process.argv[2];
const out = "/tmp/shots";

import { mkdirSync } from "node:fs";

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
async function login(email) {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "Africa/Nairobi" });
  if (email) {
    const page = await context.newPage();
    await page.goto(`${base}/login`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill("demo-clientpulse");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((u) => !u.pathname.startsWith("/login"));
    await page.close();
  }
  return context;
}
const visits = [
  [
    null,
    [
      ["home", "/"],
      ["register", "/register"],
      ["terms", "/terms"],
      ["closed", "/book/urembo-nails"],
    ],
  ],
  [
    "admin@clientpulse.test",
    [
      ["admin-list", "/admin/tenants"],
      ["admin-none", "/admin/tenants?q=nobody"],
      ["admin-file", null],
    ],
  ],
  [
    "owner@urembo.test",
    [
      ["pending", "/dashboard"],
      ["preview", "/book/urembo-nails"],
    ],
  ],
  ["owner@tumaini.test", [["rejected", "/dashboard"]]],
];
for (const [who, pages] of visits) {
  const context = await login(who);
  for (const [width, height] of [
    [360, 740],
    [1440, 900],
  ])
    for (const scheme of ["light", "dark"]) {
      if (process.argv[3] && !`${width}${scheme}`.match(process.argv[3])) continue;
      const page = await context.newPage();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      for (const [name, path] of pages) {
        if (path) await page.goto(base + path);
        else {
          await page.goto(base + "/admin/tenants");
          await page.getByRole("link", { name: /Urembo/ }).click();
          await page.waitForURL(/tenants\/.+/);
          await page.getByRole("heading", { name: /Urembo/ }).waitFor();
        }
        await page.waitForTimeout(700);
        await page.screenshot({
          path: `${out}/${name}-${width}-${scheme}.png`,
          fullPage: width === 360 && name !== "admin-list",
        });
      }
      await page.close();
    }
  await context.close();
}
await browser.close();

import { chromium } from "@playwright/test";
import postgres from "postgres";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox"] });
const base = "http://localhost:4100";
async function login(email, opts) {
  const c = await b.newContext({ timezoneId: "Africa/Nairobi", ...opts }); const p = await c.newPage();
  await p.goto(base + "/login"); await p.getByLabel(/mail or phone|E-mail/i).first().fill(email); await p.getByLabel("Password", { exact: true }).fill("demo-clientpulse");
  await p.getByRole("button", { name: /Sign in|Log in/ }).click(); await p.waitForURL("**/dashboard/**");
  return p;
}
const views = [[{ viewport: { width: 360, height: 760 }, colorScheme: "light" }, "360"], [{ viewport: { width: 1440, height: 900 }, colorScheme: "dark" }, "1440"]];
for (const [o, n] of views) {
  const p = await login("owner@amani.test", o);
  const home = p.url().match(/\/dashboard\/[^/?]+/)[0];
  const shot = async (name) => { await p.waitForTimeout(600); await p.screenshot({ path: `/tmp/shots/${name}-${n}.png`, fullPage: true }); };
  await p.goto(base + home + "/expenses"); await shot("expenses");
  await p.getByRole("link", { name: /Milk and tea/ }).click(); await p.waitForTimeout(500); await p.screenshot({ path: `/tmp/shots/expense-${n}.png` });
  await p.goto(base + home + "/expenses?expense=new"); await p.locator("summary").filter({ hasText: "More" }).click(); await p.waitForTimeout(300); await p.screenshot({ path: `/tmp/shots/expnew-${n}.png` });
  await p.goto(base + home + "/payroll"); await shot("payroll");
  const first = await p.locator('a[href*="/payroll/person/"]').first().getAttribute("href");
  await p.goto(base + first); await p.waitForTimeout(300); await p.screenshot({ path: `/tmp/shots/person-${n}.png` });
  const q = await login("staff@amani.test", o); await q.goto(base + home + "/my-day"); await q.waitForTimeout(500); await q.locator("summary").filter({ hasText: "Earned" }).click().catch(() => {}); await q.screenshot({ path: `/tmp/shots/myday-${n}.png` });
}
const p = await login("owner@baraka.test", views[0][0]); const home = p.url().match(/\/dashboard\/[^/?]+/)[0];
await p.goto(base + home + "/expenses"); await p.screenshot({ path: "/tmp/shots/baraka-360.png" }); await p.goto(base + home + "/payroll/rates"); await p.screenshot({ path: "/tmp/shots/baraka-rates-360.png", fullPage: true });
await b.close();

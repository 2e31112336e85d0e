import AxeBuilder from "@axe-core/playwright";
import { boss, password, registered } from "./support/applicants";
import { signedIn } from "./support/dashboard";
import { type App, expect, test } from "./support/test";

type Screens = [who: string, secret: string, addresses: string[]];
const screens: [name: string, of: (app: App) => Promise<Screens>][] = [
  ["a guest's", async (app) => ["", "", ["/register", "/terms", "/privacy", `/book/${(await registered(app)).slug}`]]],
  [
    "an admin's",
    async (app) => {
      const { id } = await registered(app);
      return [boss, "demo-clientpulse", ["/admin/tenants", "/admin/tenants?q=nobody-has-this", `/admin/tenants/${id}`]];
    },
  ],
  [
    "a waiting owner's",
    async (app) => {
      const { id, slug, email } = await registered(app);
      return [email, password, ["/register", `/dashboard/${id}`, `/book/${slug}`]];
    },
  ],
  [
    "a rejected owner's",
    async (app) => {
      const { id, email } = await registered(app, "rejected");
      await app.sql`update tenants set status_reason = 'The phone does not answer' where id = ${id}`;
      return [email, password, ["/dashboard"]];
    },
  ],
];

for (const [name, of] of screens) {
  test(`${name} new screens are clean for axe, light and dark, at 360 px and wide`, async ({ browser, app }) => {
    test.slow();
    const [who, secret, addresses] = await of(app);
    const context = who ? await signedIn(browser, app, who, secret) : await browser.newContext();
    const page = await context.newPage();
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [360, 1440]) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 800 });
        for (const address of addresses) {
          await page.goto(app.url + address);
          const found = await new AxeBuilder({ page }).analyze();
          const told = found.violations.map(
            (v) => `${v.id}: ${v.nodes.map((node) => node.target.join(" ")).join(" | ")}`,
          );
          expect(told, `${address} ${colorScheme} ${width}`).toEqual([]);
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
          expect(sideways, `${address} scrolls sideways at ${width}`).toBe(false);
        }
      }
    }
    await context.close();
  });
}

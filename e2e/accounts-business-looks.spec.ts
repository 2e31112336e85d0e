import { boss, password, registered } from "./support/applicants";
import { signedIn } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { type App, test } from "./support/test";

type Screens = [who: string, secret: string, addresses: string[]];
const screens: [name: string, of: (app: App) => Promise<Screens>][] = [
  [
    "an admin's",
    async (app) => {
      const { id } = await registered(app);
      return [boss, "demo-clientpulse", ["/admin/tenants?q=nobody-has-this", `/admin/tenants/${id}`]];
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
    const context = await signedIn(browser, app, who, secret);
    const page = await context.newPage();
    for (const address of addresses) {
      await page.goto(app.url + address);
      await looksRight(page, address, { anew: true });
    }
    await context.close();
  });
}

import { newPhone } from "./support/api";
import { signedIn } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { invitation } from "./support/members";
import { test } from "./support/realtime";

for (const who of ["guest", "owner"] as const) {
  test(`what a ${who} sees is clean for axe and does not scroll sideways`, async ({ browser, app, house }) => {
    test.slow();
    const base = `${app.url}/dashboard/${app.tenants.amani}`;
    const [desk] = await app.sql`select id from users where email = 'desk@amani.test'`;
    const pages = ["members?invite=new", `members?member=${desk!.id}`, "audit?action=x"];
    const links = [await invitation(app, house, newPhone()), await invitation(app, house, "desk@amani.test")];
    const addresses =
      who === "guest" ? [...links, `${app.url}/invite/nothing`] : pages.map((path) => `${base}/${path}`);
    const context = who === "guest" ? await browser.newContext() : await signedIn(browser, app, "owner@amani.test");
    const page = await context.newPage();
    for (const address of addresses) {
      await page.goto(address);
      await looksRight(page, address, { anew: true });
    }
    await context.close();
  });
}
